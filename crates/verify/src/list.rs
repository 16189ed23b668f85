//! `hashes.txt` of a release: a SHA-256 and a name in each line, as `sha256sum` writes them.

use std::collections::BTreeMap;
use std::path::Path;

use command_support::failure::Failure;

/// Folder of a release whose files are served.
const SITE: &str = "site/";

/// The page of the check, which a server sends for its folder too.
pub(crate) const PAGE: &str = "index.html";

/// What a site writes for itself: settings, and headers for its kind of server.
const OF_THE_SITE: [&str; 4] = ["site.json", ".htaccess", "_headers", "headers/"];

/// More than a release has.
const MOST_BYTES: u64 = 1_000_000;

/// The served files of a release by name, each with its digest.
#[derive(Debug)]
pub(crate) struct List(BTreeMap<String, String>);

/// Reads the file of a list.
pub(crate) fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |why: String| {
        Failure::input(
            format!("{} cannot be read: {why}.", file.display()),
            "Name hashes.txt of a release: it is beside START-HERE.txt.",
        )
    };
    let size = std::fs::metadata(file).map_err(|error| unreadable(error.to_string()))?;
    if size.len() > MOST_BYTES {
        return Err(unreadable(format!("it is larger than {MOST_BYTES} bytes")));
    }
    std::fs::read(file).map_err(|error| unreadable(error.to_string()))
}

impl List {
    /// Parses a list, and keeps what is served: below the folder of the page itself in a pinned release.
    pub(crate) fn parse(bytes: &[u8], file: &Path) -> Result<List, Failure> {
        let text = String::from_utf8_lossy(bytes);
        let mut files = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let Some((digest, name)) = entry(line) else {
                return Err(Failure::input(
                    format!(
                        "{}, line {}, is no SHA-256 with the name of a file.",
                        file.display(),
                        number.saturating_add(1)
                    ),
                    "Take hashes.txt from the release as it is.",
                ));
            };
            if let Some(name) = name.strip_prefix(SITE) {
                files.insert(name.to_owned(), digest.to_owned());
            }
        }
        let mut pages = files.keys().filter_map(|name| name.strip_suffix(PAGE));
        let Some(folder) = pages.find(|folder| folder.is_empty() || folder.ends_with('/')) else {
            return Err(Failure::input(
                format!("{} names no page of the check.", file.display()),
                "Name hashes.txt of a release: it is beside START-HERE.txt.",
            ));
        };
        let folder = folder.to_owned();
        let files = files.into_iter().filter_map(|(name, digest)| {
            let name = name.strip_prefix(&folder)?.to_owned();
            let is_compared = OF_THE_SITE.iter().all(|own| !name.starts_with(own));
            is_compared.then_some((name, digest))
        });
        Ok(List(files.collect()))
    }

    /// The served files, each with its digest.
    pub(crate) fn served(&self) -> impl Iterator<Item = (&str, &str)> {
        let List(files) = self;
        files.iter().map(|(name, digest)| (&**name, &**digest))
    }

    /// The digest of a file.
    pub(crate) fn digest(&self, name: &str) -> Option<&str> {
        let List(files) = self;
        files.get(name).map(|digest| &**digest)
    }
}

/// Splits a line. A name that leaves its folder is none of a release: it would be read from elsewhere.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (digest, name) = line.split_once("  ")?;
    let is_digest = digest.len() == 64
        && digest
            .bytes()
            .all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit));
    let is_name = !name.is_empty()
        && !name.contains(|letter: char| letter.is_control() || "\\:?#%".contains(letter))
        && name
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..");
    (is_digest && is_name).then_some((digest, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(names: &[&str]) -> Vec<String> {
        let digest = "0".repeat(64);
        let text: String = names
            .iter()
            .map(|name| format!("{digest}  {name}\n"))
            .collect();
        let list = List::parse(text.as_bytes(), Path::new("hashes.txt")).unwrap();
        list.served().map(|(name, _)| name.to_owned()).collect()
    }

    #[test]
    fn what_is_served_is_compared_and_what_a_site_writes_is_not() {
        let names = [
            "START-HERE.txt",
            "site/.htaccess",
            "site/headers/nginx.conf",
            "site/index.html",
            "site/site.json",
            "site/words/en.json",
        ];
        assert_eq!(served(&names), ["index.html", "words/en.json"]);
        let pinned = [
            "site/_headers",
            "site/footing-1.2.3/index.html",
            "site/footing-1.2.3/site.json",
        ];
        assert_eq!(served(&pinned), ["index.html"]);
    }

    #[test]
    fn a_name_that_leaves_the_folder_is_refused() {
        let digest = "0".repeat(64);
        for name in [
            "site/../secret",
            "/etc/passwd",
            "site//x",
            "site/C:\\x",
            "site/x?y",
            "site/%2e%2e/x",
            "",
        ] {
            let text = format!("{digest}  site/index.html\n{digest}  {name}\n");
            let failure = List::parse(text.as_bytes(), Path::new("hashes.txt")).unwrap_err();
            assert!(failure.to_string().contains("line 2"), "{failure}");
        }
    }
}
