//! Checks the files in a folder against the manifest of served files (`site::hosting::manifest`).

use std::path::Path;

use site::LANGUAGES;
use site::hosting::manifest::{self, FILES};
use site::hosting::{Budget, File, Name, Source, cache_policy};

use crate::files;
use crate::trunk::Profile;
use command_support::failure::Failure;

/// Path of the manifest's source file.
pub const MANIFEST_PATH: &str = "crates/site/src/hosting/manifest.rs";

/// How far a build has progressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Trunk's post-build hook has added its files.
    Hook(Profile),
    /// The release build has packed the rest, such as the WordPress plugin.
    Packed,
}

impl Stage {
    /// Whether the files of a row exist at this stage.
    fn has(self, file: &File) -> bool {
        match file.source {
            _ if file.is_merged => self == Stage::Hook(Profile::Development),
            Source::Plugin => self == Stage::Packed,
            Source::Wasm2js => self != Stage::Hook(Profile::Development),
            Source::Static
            | Source::Trunk
            | Source::Companion
            | Source::Content
            | Source::Headers => true,
        }
    }
}

/// The names of all files below a folder.
#[derive(Debug)]
pub struct Served(Vec<String>);

impl Served {
    /// Lists all files in a folder, recursively.
    pub fn read(folder: &Path) -> Result<Served, Failure> {
        let found = files::below(folder).map_err(|error| {
            Failure::work(
                format!("{} cannot be read: {error}.", folder.display()),
                "Check the folder, then build again.",
            )
        })?;
        Ok(Served(found.into_iter().map(|file| file.name).collect()))
    }

    /// The files that match a manifest row.
    pub fn of(&self, file: &File) -> impl Iterator<Item = &str> {
        let Served(names) = self;
        let name = file.name;
        names
            .iter()
            .map(String::as_str)
            .filter(move |found| name.fits(found))
    }

    /// The file of a row that is the same in every language.
    pub fn one(&self, file: &File) -> Option<&str> {
        self.of(file).next()
    }

    /// The file of a row that a page in this language loads.
    pub fn in_language(&self, file: &File, language: &str) -> Option<&str> {
        let loaded = file.name.in_language(language);
        self.of(file)
            .find(|name| loaded.as_deref().is_none_or(|loaded| loaded == *name))
    }

    /// Fails if a file has no row, if a row has no file or more than one, or if a server that infers the
    /// cache policy from the shape of the file name would cache it differently from the manifest.
    pub fn check(&self, stage: Stage) -> Result<(), Failure> {
        let Served(names) = self;
        for name in names {
            let row = manifest::row(name).filter(|row| stage.has(row) || !row.is_merged);
            let Some(row) = row else {
                return Err(Failure::work(
                    format!(
                        "{name} was built, and the manifest of served files has no row for it."
                    ),
                    format!("Add a row to {MANIFEST_PATH}, or take the file out."),
                ));
            };
            if row.name.cache_policy() != cache_policy(name) {
                return Err(Failure::work(
                    format!(
                        "The name of {name} does not fit its cache policy: a hash is 8 to 16 hexadecimal digits after a hyphen."
                    ),
                    format!("Rename the file, or correct its row in {MANIFEST_PATH}."),
                ));
            }
        }
        for file in FILES.iter().filter(|file| stage.has(file)) {
            let count = self.of(file).count();
            let fits = match file.name {
                Name::Fixed(_) | Name::Hashed { .. } => count == 1,
                Name::Folder(_) => count > 0,
                Name::PerLanguage(_) | Name::Pages(_) => count == LANGUAGES.len(),
            };
            if !fits {
                return Err(miscounted(file, count));
            }
        }
        Ok(())
    }
}

fn miscounted(file: &File, count: usize) -> Failure {
    let pattern = file.name.pattern();
    let happened = match count {
        0 => format!("The manifest of served files lists {pattern}, and no such file was built."),
        _ => format!("{count} built files are named {pattern}; the manifest expects one."),
    };
    let advice = if file.source == Source::Static {
        format!("Put {pattern} into static/, or take its row out of {MANIFEST_PATH}.")
    } else {
        format!(
            "Run `cargo xtask build` again; if it stays so, correct the row in {MANIFEST_PATH}."
        )
    };
    Failure::work(happened, advice)
}

/// Whether a file counts toward a budget, for a visit in one language.
pub fn counts(name: &str, budget: Budget, language: &str) -> bool {
    manifest::row(name).is_some_and(|file| {
        let loaded = file.name.in_language(language);
        file.budgets.contains(&budget) && loaded.is_none_or(|loaded| loaded == name)
    })
}

/// The language of a file, if its row has one file for each language.
pub fn language_of(name: &str) -> Option<&str> {
    match manifest::row(name)?.name {
        Name::PerLanguage(folder) => name.strip_prefix(folder)?.strip_suffix(".json"),
        // Every language has words too.
        Name::Pages(_) | Name::Fixed(_) | Name::Hashed { .. } | Name::Folder(_) => None,
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use command_support::workspace::Workspace;

    /// The files of a release build.
    pub fn whole() -> Vec<String> {
        let names = |file: &File| match file.name {
            Name::Fixed(name) => vec![name.to_owned()],
            Name::Hashed { start, end } => vec![format!("{start}0123456789abcdef{end}")],
            Name::PerLanguage(_) | Name::Pages(_) => {
                let languages = LANGUAGES.iter();
                let all = languages.filter_map(|one| file.name.in_language(one.locale));
                all.collect()
            }
            Name::Folder(folder) => vec![format!("{folder}_headers")],
        };
        let released = FILES.iter().filter(|file| !file.is_merged);
        released.flat_map(names).collect()
    }

    fn refused(names: Vec<String>) -> String {
        let failure = Served(names).check(Stage::Packed).unwrap_err();
        failure.to_string()
    }

    #[test]
    fn the_files_of_the_manifest_and_no_others_are_a_page() {
        assert!(Served(whole()).check(Stage::Packed).is_ok());
        let told = refused([whole(), vec!["new.js".into()]].concat());
        assert!(
            told.contains("new.js") && told.contains(MANIFEST_PATH),
            "{told}"
        );
        for missing in whole() {
            let others = whole().into_iter().filter(|name| *name != missing);
            let told = refused(others.collect());
            let row = manifest::row(&missing).unwrap();
            assert!(told.contains(&row.name.pattern()), "{missing}: {told}");
        }
    }

    #[test]
    fn two_files_where_one_is_expected_are_refused() {
        let other = "widget-fedcba9876543210.css";
        let told = refused([whole(), vec![other.into()]].concat());
        assert!(told.contains("widget-*.css"), "{told}");
    }

    #[test]
    fn what_a_quick_build_leaves_out_is_not_missed() {
        let parts = FILES.iter().filter(|file| file.is_merged);
        let parts = parts.map(|file| file.name.pattern().replace('*', "0123456789abcdef"));
        let quick = whole()
            .into_iter()
            .filter(|name| !name.starts_with("without-wasm-") && !name.ends_with(".zip"));
        let served = Served(quick.chain(parts).collect());
        assert!(served.check(Stage::Hook(Profile::Development)).is_ok());
        assert!(served.check(Stage::Hook(Profile::Release)).is_err());
        let left_over = [whole(), vec!["load.js".into()]].concat();
        assert!(refused(left_over).contains("load.js"));
    }

    #[test]
    fn one_language_counts() {
        for (name, counted) in [
            ("words/en.json", true),
            ("words/es.json", false),
            ("index.html", true),
            ("es.html", false),
            ("method.html", false),
            ("unknown.js", false),
        ] {
            assert_eq!(counts(name, Budget::FirstVisit, "en"), counted, "{name}");
        }
        assert!(counts("words/es.json", Budget::Frame, "es"));
        assert_eq!(language_of("words/es.json"), Some("es"));
        assert_eq!(language_of("site.json"), None);
    }

    /// embed.js has no list of files either: it opens the page of a language by its tag.
    #[test]
    fn the_embedding_script_knows_every_language() {
        let workspace = Workspace::find().unwrap();
        let script = std::fs::read_to_string(workspace.fixed("embed.js")).unwrap();
        let (_, table) = script.split_once("const TEXTS = {\n").unwrap();
        let (table, _) = table.split_once("  };\n").unwrap();
        let mut known: Vec<&str> = table
            .lines()
            .filter_map(|line| line.trim().split(':').next())
            .collect();
        let (_, rest) = script.split_once("const COUNTRIES = [").unwrap();
        let (list, _) = rest.split_once(']').unwrap();
        known.extend(list.split(", ").map(|locale| locale.trim_matches('"')));
        assert_eq!(known, LANGUAGES.map(|language| language.locale));
        for language in &LANGUAGES[1..] {
            assert_eq!(language.page, format!("{}.html", language.locale));
        }
    }

    /// The service worker has no file list: its pattern must match every file a visit loads, and only the
    /// check among the pages.
    #[test]
    fn the_service_worker_serves_every_file_of_a_visit() {
        let workspace = Workspace::find().unwrap();
        let worker = std::fs::read_to_string(workspace.fixed("offline.js")).unwrap();
        let (_, rest) = worker.split_once("const OURS = /").unwrap();
        let (pattern, _) = rest.split_once("/;\n").unwrap();
        let ours = regex::Regex::new(pattern).unwrap();
        for name in whole() {
            let visit = [Budget::FirstVisit, Budget::WithoutWasm];
            let mut visits = LANGUAGES.iter().flat_map(|one| visit.map(|of| (one, of)));
            if visits.any(|(language, budget)| counts(&name, budget, language.locale)) {
                assert!(ours.is_match(&name), "{name}");
            } else if name.ends_with(".html") || name.ends_with(".zip") {
                assert!(!ours.is_match(&name), "{name}");
            }
        }
    }
}
