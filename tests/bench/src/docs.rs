//! The document `src/docs/benchmark.md`, whose tables are written by the bench alone.

use std::path::Path;

use command_support::failure::Failure;

use crate::fairness::{LIMITS, METHODS, SAME_FOR_ALL};
use crate::goals::judge;
use crate::report::Report;
use crate::table;

/// A generated part of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The comparison in the browser.
    Browser,
    /// The pure core.
    Core,
    /// The build.
    Build,
    /// The static host under load.
    Load,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Browser => "browser",
            Part::Core => "core",
            Part::Build => "build",
            Part::Load => "load",
        }
    }
}

/// Replaces one part of the document.
pub fn renew(document: &Path, part: Part, text: &str) -> Result<(), Failure> {
    let old = std::fs::read_to_string(document).map_err(|error| {
        Failure::input(
            format!("{} cannot be read: {error}.", document.display()),
            "Take it from the repository, then run this again.",
        )
    })?;
    let new = replaced(&old, part, text).ok_or_else(|| {
        Failure::input(
            format!("{} has no part {:?}.", document.display(), part.name()),
            format!("Write {} and {} into it.", begin(part), end(part)),
        )
    })?;
    std::fs::write(document, new).map_err(|error| {
        Failure::work(
            format!("{} cannot be written: {error}.", document.display()),
            "Make it writable, then run this again.",
        )
    })
}

/// The comparison in the browser as Markdown.
pub fn browser(report: &Report) -> String {
    let list = |sentences: &[&str]| {
        let lines = sentences.iter().map(|sentence| format!("- {sentence}"));
        lines.collect::<Vec<_>>().join("\n")
    };
    let versions = report.versions.iter();
    let versions: Vec<String> = versions
        .map(|(name, version)| format!("`{name}` {version}"))
        .collect();
    let mut parts = vec![
        format!(
            "Measured: {}. {} repetitions. Peers: {}.",
            report.machine.sentence(),
            report.repetitions,
            versions.join(", ")
        ),
        "### Goals".into(),
        table::goals(&judge(report)).markdown(),
        "### Figures".into(),
        "Medians; in brackets the middle half of the samples.".into(),
        table::figures(report).markdown(),
    ];
    if let Some(ratios) = table::ratios(report) {
        parts.extend(["### Ratios".into(), ratios.markdown()]);
    }
    parts.extend(report.leak.as_ref().map(table::leak));
    for (heading, sentences) in [
        ("### Same for all", SAME_FOR_ALL),
        ("### How it is measured", METHODS),
        ("### What it cannot tell", LIMITS),
    ] {
        parts.extend([heading.into(), list(sentences)]);
    }
    parts.join("\n\n")
}

fn begin(part: Part) -> String {
    format!("<!-- {}: written by the bench -->", part.name())
}

fn end(part: Part) -> String {
    format!("<!-- end of {} -->", part.name())
}

fn replaced(document: &str, part: Part, text: &str) -> Option<String> {
    let (begin, end) = (begin(part), end(part));
    let (before, rest) = document.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{text}\n\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_replaced_and_all_else_stays() {
        let document =
            "# Bench\n\n<!-- core: written by the bench -->\nold\n<!-- end of core -->\n\nWords.\n";
        let new = replaced(document, Part::Core, "new").unwrap();
        assert_eq!(
            new,
            "# Bench\n\n<!-- core: written by the bench -->\n\nnew\n\n<!-- end of core -->\n\nWords.\n"
        );
        assert_eq!(replaced(&new, Part::Core, "new").unwrap(), new);
        assert_eq!(replaced(document, Part::Build, "new"), None);
    }

    #[test]
    fn the_document_has_every_part() {
        let document = include_str!("../../../src/docs/benchmark.md");
        for part in [Part::Browser, Part::Core, Part::Build, Part::Load] {
            assert!(replaced(document, part, "").is_some(), "{part:?}");
        }
    }
}
