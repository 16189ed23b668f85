//! The manifest: every file that is served, one row each.
//!
//! Whatever has to know the files reads them here: the pages' head tags with their digests (SRI), the
//! headers with cache policy and CSP, the budgets, the minifier, the digest of the build, and the check
//! that `dist/` holds these files and no other (`xtask/src/manifest.rs`). A new script is a file in
//! `static/` and a row in [`FILES`]. Decision 0024 says why this is a table in Rust.

use super::file::{Budget, File, Minify, Name, Page, Source, Tag};
use super::policy::{CHECK, COMPANION, METHOD, PAPER, SEND};

use Budget::{FirstPaint, FirstVisit, WithoutWasm};
use Minify::{Names, Whitespace};
use Page::{Check, Setup, Workbench};
use Source::{Companion, Content, Headers, Plugin, Static, Trunk, Wasm2js};
use Tag::{ModulePreload, Preload, Script, Start, Stylesheet};

/// The language of the start screen and the pages beside the check, and the one that budgets count: a
/// visit loads one.
pub const LANGUAGE: &str = "en";

/// What a visit loads, whether the browser has WebAssembly or not.
const VISIT: &[Budget] = &[FirstVisit, WithoutWasm];

/// What both pages beside the check load.
const COMPANIONS: &[Budget] = &[Budget::Workbench, Budget::Setup];

/// What all three pages with a module load.
const EVERY_PAGE: &[Budget] = &[FirstVisit, WithoutWasm, Budget::Workbench, Budget::Setup];

/// Every file. Tags of one kind, `data-` attributes and headers keep the order of the rows.
pub const FILES: &[File] = &[
    // Pages.
    file(Check.file(), Trunk)
        .policy(&CHECK)
        .outside_digest()
        .counts(&[FirstVisit, WithoutWasm, FirstPaint]),
    file("send.html", Static).policy(&SEND),
    file("method.html", Static).policy(&METHOD),
    file("paper.html", Content).policy(&PAPER),
    file(Workbench.file(), Companion)
        .policy(&COMPANION)
        .counts(&[Budget::Workbench]),
    file(Setup.file(), Companion)
        .policy(&COMPANION)
        .counts(&[Budget::Setup]),
    // Scripts of a visit.
    script("leave.js").tag(Script, &[Check]).counts(VISIT),
    script("embedded.js").tag(Script, &[Check]).counts(VISIT),
    script("inspect.js").tag(Script, &[Check]).counts(VISIT),
    script("load.js").tag(Script, &[Check]).counts(VISIT),
    script("progress.js").tag(Script, &[Check]).counts(VISIT),
    script("seal.js").tag(Script, &[Check]).counts(VISIT),
    script("settings.js").tag(Script, &[Check]).counts(VISIT),
    // The service worker: it has no policy but its header's, which is that of the page it serves.
    script("offline.js").policy(&CHECK).counts(VISIT),
    // Modules with their glue. The glue counts without WebAssembly too: the page names it for everybody.
    hashed("widget-", ".js", Trunk)
        .tag(Script, &[Check])
        .told(&[(Check, "module")])
        .counts(VISIT),
    hashed("widget-", "_bg.wasm", Trunk)
        .tag(Preload, &[Check])
        .told(&[(Check, "wasm")])
        .counts(&[FirstVisit]),
    hashed("workbench-", ".js", Companion)
        .tag(ModulePreload, &[Workbench])
        .told(&[(Workbench, "module")])
        .counts(&[Budget::Workbench]),
    hashed("workbench-", "_bg.wasm", Companion)
        .told(&[(Workbench, "wasm")])
        .counts(&[Budget::Workbench]),
    hashed("setup-", ".js", Companion)
        .tag(ModulePreload, &[Setup])
        .told(&[(Setup, "module")])
        .counts(&[Budget::Setup]),
    hashed("setup-", "_bg.wasm", Companion)
        .told(&[(Setup, "wasm")])
        .counts(&[Budget::Setup]),
    // The texts. The check is told of every language, the pages beside it of one.
    File::new(Name::PerLanguage("words/"), Content)
        .tag(Preload, &[Check])
        .told(&[(Check, "words-*"), (Workbench, "words"), (Setup, "words")])
        .counts(EVERY_PAGE),
    // Style sheets.
    hashed("widget-", ".css", Trunk)
        .tag(Stylesheet, &[Check, Workbench, Setup])
        .told(&[(Check, "style")])
        .counts(&[
            FirstVisit,
            WithoutWasm,
            FirstPaint,
            Budget::Workbench,
            Budget::Setup,
        ]),
    file("companion.css", Static)
        .tag(Stylesheet, &[Workbench, Setup])
        .counts(COMPANIONS),
    file("workbench.css", Static)
        .tag(Stylesheet, &[Workbench])
        .counts(&[Budget::Workbench]),
    file("setup.css", Static)
        .tag(Stylesheet, &[Setup])
        .counts(&[Budget::Setup]),
    file("method.css", Static),
    file("paper.css", Static),
    // The check as JavaScript alone.
    hashed("without-wasm-", ".js", Wasm2js)
        .told(&[(Check, "without-wasm")])
        .counts(&[WithoutWasm]),
    // Scripts that start a module: they are told of the files above.
    script("start.js").tag(Start, &[Check]).counts(VISIT),
    script("companion.js")
        .tag(Start, &[Workbench, Setup])
        .counts(COMPANIONS),
    // Scripts of other pages.
    script("send.js"),
    file("method.js", Static),
    // Every page that shows the check loads it before anything of the check.
    file("embed.js", Static)
        .minified(Names)
        .counts(&[Budget::Embed]),
    // What a site sets: it writes its own, so the build's digest leaves it out.
    file("site.json", Static).outside_digest().counts(VISIT),
    file("site.schema.json", Static),
    // For site owners: no page loads these.
    File::new(Name::Folder("headers/"), Headers),
    file("wordpress/footing.zip", Plugin),
];

const fn file(name: &'static str, source: Source) -> File {
    File::new(Name::Fixed(name), source)
}

/// A script of ours, without comments and spaces. Names stay, so that whoever looks into what they were
/// served can read it.
const fn script(name: &'static str) -> File {
    file(name, Static).minified(Whitespace)
}

const fn hashed(start: &'static str, end: &'static str, source: Source) -> File {
    File::new(Name::Hashed { start, end }, source)
}

/// The row of a file in `dist/`.
pub fn row(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name.fits(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting::{CachePolicy, cache_policy};

    /// How a file of the row could be called.
    fn example(name: Name) -> String {
        match name {
            Name::Fixed(name) => name.to_owned(),
            Name::Hashed { start, end } => format!("{start}0123456789abcdef{end}"),
            Name::PerLanguage(_) => name.in_language(LANGUAGE).unwrap_or_default(),
            Name::Folder(folder) => format!("{folder}any"),
        }
    }

    #[test]
    fn no_file_has_two_rows() {
        for file in FILES {
            let name = example(file.name);
            let rows = FILES.iter().filter(|other| other.name.fits(&name));
            assert_eq!(rows.count(), 1, "{name}");
        }
    }

    /// nginx and Apache go by the shape of a name, the others by the rows.
    #[test]
    fn every_server_keeps_the_same_files() {
        for file in FILES {
            let name = example(file.name);
            assert_eq!(file.name.cache_policy(), cache_policy(&name), "{name}");
        }
        let kept = FILES
            .iter()
            .filter(|file| file.name.cache_policy() == CachePolicy::Immutable);
        assert!(kept.count() > 5);
    }

    #[test]
    fn every_page_has_a_policy_and_every_budget_a_file() {
        for file in FILES {
            let name = example(file.name);
            assert!(
                !name.ends_with(".html") || file.policy.is_some(),
                "{name} has no policy"
            );
        }
        for budget in Budget::ALL {
            assert!(
                FILES.iter().any(|file| file.budgets.contains(&budget)),
                "{}",
                budget.name()
            );
        }
    }

    #[test]
    fn whoever_loads_a_tag_pays_for_it() {
        for file in FILES {
            for page in file.pages {
                assert!(
                    file.budgets.contains(&page.budget()),
                    "{}",
                    example(file.name)
                );
            }
        }
    }
}
