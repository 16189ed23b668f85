//! The advisories that are kept in the repository, laid out so that cargo-deny takes them for its
//! database.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use toml::value::Datetime;

use super::lock::Crate;
use crate::files;
use command_support::failure::Failure;

/// The variable by which `.cargo/deny.toml` is told where the advisories are.
pub const VARIABLE: &str = "FOOTING_ADVISORIES";

/// The advisory that is never committed.
pub const INVENTED: &str = "RUSTSEC-9999-9999";

/// What cargo-deny 0.20.2 names the folder of <https://github.com/rustsec/advisory-db>. A version that
/// names it otherwise finds no database, and fails.
const FOLDER: &str = "advisory-db-3157b0e258782691";

/// What is kept: advisories, and the account of how they were found.
#[derive(Debug)]
pub struct Advisories {
    folder: PathBuf,
    /// What was looked up, and when.
    pub look_up: LookUp,
}

/// What was looked up in the database, and when.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    on: Datetime,
    newest: Newest,
    /// The crates whose advisories were looked for.
    pub crates: BTreeSet<String>,
}

/// The newest advisory in the database, on the day of the look-up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Newest {
    id: String,
    date: Datetime,
}

impl LookUp {
    /// Reads the account.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

impl Advisories {
    /// Reads what is kept in this folder.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let file = folder.join("looked-up.toml");
        let text = fs::read_to_string(&file).map_err(|error| unusable(&file, &error))?;
        let look_up = LookUp::parse(&text).map_err(|error| {
            Failure::input(
                format!("{} is not as expected: {error}", file.display()),
                "Write it as src/docs/supply-chain.md says.",
            )
        })?;
        Ok(Self {
            folder: folder.to_path_buf(),
            look_up,
        })
    }

    /// Says how much the kept copy knows.
    pub fn account(&self) -> String {
        let LookUp { on, newest, .. } = &self.look_up;
        format!(
            "Advisories as looked up on {on}; the newest in that copy was {} of {}. `cargo xtask supply --online` reads today's.",
            newest.id, newest.date
        )
    }

    /// Lays the advisories out in this folder, with one more if there is one.
    pub fn lay_out(&self, folder: &Path, more: Option<&str>) -> Result<(), Failure> {
        let database = folder.join(FOLDER);
        self.fill(&database, more)
            .map_err(|error| unusable(&database, &error))
    }

    fn fill(&self, database: &Path, more: Option<&str>) -> io::Result<()> {
        if database.exists() {
            fs::remove_dir_all(database)?;
        }
        for file in files::below(&self.folder.join("crates"))? {
            let copy = database.join("crates").join(&file.name);
            fs::create_dir_all(copy.parent().unwrap_or(database))?;
            fs::copy(&file.path, copy)?;
        }
        if let Some(more) = more {
            fs::write(database.join("crates").join(format!("{INVENTED}.md")), more)?;
        }
        // Whether a database is fresh is read off this file. How old ours is, is said in words: a day
        // that goes by must not turn a good commit into a bad one.
        fs::create_dir_all(database.join(".git"))?;
        fs::write(database.join(".git/FETCH_HEAD"), "")
    }
}

/// An advisory against exactly this crate.
pub fn invented(used: &Crate) -> String {
    let Crate { name, version } = used;
    format!(
        "```toml\n[advisory]\nid = \"{INVENTED}\"\npackage = \"{name}\"\ndate = \"2026-11-25\"\n\n\
         [versions]\npatched = [\"> {version}\"]\nunaffected = [\"< {version}\"]\n```\n\n\
         # Invented, to see whether it is noticed\n"
    )
}

fn unusable(path: &Path, error: &io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be used: {error}.", path.display()),
        "Check the folder it is in, then run this again.",
    )
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;
    use command_support::workspace::Workspace;

    fn kept() -> Advisories {
        Advisories::read(&Workspace::find().unwrap().advisories()).unwrap()
    }

    /// cargo-deny reads what it can and passes over the rest in silence.
    #[test]
    fn every_kept_advisory_can_be_read_and_is_of_a_crate_that_was_looked_up() {
        let advisories = kept();
        let files = files::below(&advisories.folder.join("crates")).unwrap();
        assert!(files.len() > 40, "{}", files.len());
        for file in files {
            let text = fs::read_to_string(&file.path).unwrap();
            let facts = text.strip_prefix("```toml\n").unwrap();
            let (facts, title) = facts.split_once("```\n\n# ").unwrap();
            let facts: toml::Table = facts.parse().unwrap();
            let (id, package) = (&facts["advisory"]["id"], &facts["advisory"]["package"]);
            let (id, package) = (id.as_str().unwrap(), package.as_str().unwrap());
            assert_eq!(file.name, format!("{package}/{id}.md"));
            assert!(advisories.look_up.crates.contains(package), "{package}");
            assert!(facts["versions"]["patched"].is_array(), "{id}");
            assert!(!title.trim().is_empty(), "{id}");
        }
    }

    #[test]
    fn the_account_names_both_days() {
        let account = kept().account();
        assert!(account.contains("looked up on 20"), "{account}");
        assert!(account.contains("RUSTSEC-20"), "{account}");
    }

    #[test]
    fn an_invented_advisory_fits_one_version_alone() {
        let told = invented(&Crate {
            name: "rain".into(),
            version: "1.2.3".into(),
        });
        for part in ["package = \"rain\"", "[\"> 1.2.3\"]", "[\"< 1.2.3\"]"] {
            assert!(told.contains(part), "{told}");
        }
    }

    #[test]
    fn a_layout_holds_all_that_is_kept_and_nothing_from_before() {
        let folder = Workspace::find().unwrap().target().unwrap();
        let folder = folder.join("tmp/advisories");
        let advisories = kept();
        let count = || {
            files::below(&folder.join(FOLDER).join("crates"))
                .unwrap()
                .len()
        };
        advisories.lay_out(&folder, Some("more")).unwrap();
        let with_more = count();
        advisories.lay_out(&folder, None).unwrap();
        assert_eq!(count() + 1, with_more);
        assert!(folder.join(FOLDER).join(".git/FETCH_HEAD").is_file());
    }
}
