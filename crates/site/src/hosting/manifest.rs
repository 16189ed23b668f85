//! The manifest: every served file, one row each.
//!
//! This is the only list of files. The pages' head tags and SRI digests, the headers with cache policy and
//! CSP, the budgets, the minifier, the build ID, and the check that `dist/` contains exactly these files
//! (`xtask/src/manifest.rs`) all use it. A new script needs a file in `static/` and a row in [`FILES`].
//! Decision 0024 explains why this is a table in Rust.

use super::file::{Budget, File, Minify, Page, Source, Tag};
use super::name::{Name, Translated};
use super::policy::{CHECK, COMPANION, METHOD, SEND, TEXT};

use Budget::{FirstAnswer, FirstVisit, Frame, WithoutWasm};
use Minify::{Bundled, Names, Whitespace};
use Page::{Check, Setup, Workbench};
use Source::{Companion, Content, Headers, Plugin, Static, Trunk, Wasm2js};
use Tag::{ModulePreload, Preload, Script, Start, Stylesheet};

/// The language of the pages other than the check. A visit loads only one language.
pub const LANGUAGE: &str = "en";

/// Budgets of files that a visit always loads, with or without WebAssembly.
const VISIT: &[Budget] = &[FirstVisit, WithoutWasm, Frame];

/// Budgets of files that both other pages with a module load.
const COMPANIONS: &[Budget] = &[Budget::Workbench, Budget::Setup];

/// Budgets of files that all three pages with a module load.
const EVERY_PAGE: &[Budget] = &[
    FirstVisit,
    WithoutWasm,
    Frame,
    Budget::Workbench,
    Budget::Setup,
];

/// Name of the script that imports the glue of the check's module under a name without a hash.
pub const GLUE: &str = "glue.js";

/// Script in `static/` that the build puts into the page of the check: it is no file of its own.
pub const INLINE_SCRIPT: &str = "first-pages.js";

/// Every file. Tags of one kind, `data-` attributes and headers follow the order of the rows.
pub const FILES: &[File] = &[
    // Pages.
    File::new(Name::Pages(Translated::Check), Trunk)
        .policy(&CHECK)
        .outside_digest()
        .counts(&[FirstVisit, WithoutWasm, FirstAnswer, Frame]),
    file("send.html", Static).policy(&SEND),
    file("method.html", Static).policy(&METHOD),
    File::new(Name::Pages(Translated::Paper), Content).policy(&TEXT),
    file("accessibility.html", Content).policy(&TEXT),
    file("conformance.html", Content).policy(&TEXT),
    file(Workbench.file(), Companion)
        .policy(&COMPANION)
        .counts(&[Budget::Workbench]),
    file(Setup.file(), Companion)
        .policy(&COMPANION)
        .counts(&[Budget::Setup]),
    // Parts of the start script of the check.
    part("leave.js"),
    part("embedded.js"),
    part("inspect.js"),
    part("load.js"),
    part("progress.js"),
    part("seal.js"),
    part("settings.js"),
    part("text-size.js"),
    part("translated.js"),
    file(GLUE, Trunk).tag(Script, &[Check]).merged(),
    hashed("widget-", ".js", Trunk)
        .tag(Script, &[Check])
        .merged(),
    // The service worker: its CSP comes only from its HTTP header, and is the same as the check's.
    script("offline.js")
        .policy(&CHECK)
        .counts(&[FirstVisit, WithoutWasm]),
    // Modules, with their JS glue.
    hashed("widget-", "_bg.wasm", Trunk)
        .tag(Preload, &[Check])
        .data_attributes(&[(Check, "wasm")])
        .counts(&[FirstVisit, Frame]),
    hashed("workbench-", ".js", Companion)
        .tag(ModulePreload, &[Workbench])
        .data_attributes(&[(Workbench, "module")])
        .counts(&[Budget::Workbench]),
    hashed("workbench-", "_bg.wasm", Companion)
        .data_attributes(&[(Workbench, "wasm")])
        .counts(&[Budget::Workbench]),
    hashed("setup-", ".js", Companion)
        .tag(ModulePreload, &[Setup])
        .data_attributes(&[(Setup, "module")])
        .counts(&[Budget::Setup]),
    hashed("setup-", "_bg.wasm", Companion)
        .data_attributes(&[(Setup, "wasm")])
        .counts(&[Budget::Setup]),
    // Texts. Each page has one language.
    File::new(Name::PerLanguage("words/"), Content)
        .tag(Preload, &[Check])
        .data_attributes(&[(Check, "words"), (Workbench, "words"), (Setup, "words")])
        .counts(EVERY_PAGE),
    // Style sheets.
    hashed("widget-", ".css", Trunk)
        .tag(Stylesheet, &[Check, Workbench, Setup])
        .data_attributes(&[(Check, "style")])
        .counts(EVERY_PAGE),
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
    // The check compiled to JavaScript only.
    hashed("without-wasm-", ".js", Wasm2js)
        .data_attributes(&[(Check, "without-wasm")])
        .counts(&[WithoutWasm]),
    // Scripts that start a module: they get the addresses of the files above.
    file("start.js", Static)
        .minified(Bundled)
        .tag(Start, &[Check])
        .counts(VISIT),
    script("companion.js")
        .tag(Start, &[Workbench, Setup])
        .counts(COMPANIONS),
    // Scripts of other pages.
    script("send.js"),
    file("method.js", Static),
    // Every embedding page loads it before anything else of the check.
    file("embed.js", Static)
        .minified(Names)
        .counts(&[Budget::Embed, Frame]),
    // Each site writes its own settings, so the build ID excludes them.
    file("site.json", Static)
        .tag(Preload, &[Check])
        .outside_digest()
        .counts(VISIT),
    file("site.schema.json", Static),
    // Files for site owners: no page loads these.
    File::new(Name::Folder("headers/"), Headers),
    file("wordpress/footing.zip", Plugin),
];

const fn file(name: &'static str, source: Source) -> File {
    File::new(Name::Fixed(name), source)
}

/// A script that a release build merges into the start script of the check.
const fn part(name: &'static str) -> File {
    file(name, Static).tag(Script, &[Check]).merged()
}

/// One of our scripts, without comments and whitespace. Names are not shortened, so that visitors can read
/// the code.
const fn script(name: &'static str) -> File {
    file(name, Static).minified(Whitespace)
}

const fn hashed(start: &'static str, end: &'static str, source: Source) -> File {
    File::new(Name::Hashed { start, end }, source)
}

/// The row that matches a file in `dist/`.
pub fn row(name: &str) -> Option<&'static File> {
    FILES.iter().find(|file| file.name.fits(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hosting::{CachePolicy, cache_policy};

    /// An example file name that matches.
    fn example(name: Name) -> String {
        match name {
            Name::Fixed(name) => name.to_owned(),
            Name::Hashed { start, end } => format!("{start}0123456789abcdef{end}"),
            Name::PerLanguage(_) | Name::Pages(_) => name.in_language("es").unwrap_or_default(),
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

    /// nginx and Apache match the shape of file names, the other servers use the rows.
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
        for file in FILES.iter().filter(|file| !file.is_merged) {
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
