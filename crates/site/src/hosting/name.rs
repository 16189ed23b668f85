//! The name of a served file, or of a family of files.

use super::headers::{CachePolicy, is_hash};
use crate::language::{LANGUAGES, Language};

/// File name pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The same name in every build.
    Fixed(&'static str),
    /// A name with a content hash between `start` and `end`.
    Hashed {
        /// The part before the hash.
        start: &'static str,
        /// The part after the hash.
        end: &'static str,
    },
    /// One JSON file for each language, in this folder.
    PerLanguage(&'static str),
    /// A page in every language.
    Pages(Translated),
    /// All files in this folder.
    Folder(&'static str),
}

/// A page that there is in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translated {
    /// The check.
    Check,
    /// The paper form.
    Paper,
}

impl Name {
    /// Whether a path relative to `dist/` matches.
    pub fn fits(self, name: &str) -> bool {
        match self {
            Name::Fixed(fixed) => name == fixed,
            Name::Hashed { start, end } => name
                .strip_prefix(start)
                .and_then(|rest| rest.strip_suffix(end))
                .is_some_and(is_hash),
            Name::PerLanguage(folder) => name
                .strip_prefix(folder)
                .is_some_and(|file| file.ends_with(".json") && !file.contains('/')),
            Name::Pages(_) => self.known().contains(&name),
            Name::Folder(folder) => name.starts_with(folder),
        }
    }

    /// The name, if it is the same in every build.
    pub fn fixed(self) -> Option<&'static str> {
        match self {
            Name::Fixed(name) => Some(name),
            Name::Hashed { .. } | Name::PerLanguage(_) | Name::Pages(_) | Name::Folder(_) => None,
        }
    }

    /// Every name that is the same in every build.
    pub fn known(self) -> Vec<&'static str> {
        match self {
            Name::Pages(page) => LANGUAGES
                .iter()
                .map(|language| page.file(language))
                .collect(),
            Name::Fixed(_) | Name::Hashed { .. } | Name::PerLanguage(_) | Name::Folder(_) => {
                self.fixed().into_iter().collect()
            }
        }
    }

    /// The file name for a language.
    pub fn in_language(self, language: &str) -> Option<String> {
        match self {
            Name::PerLanguage(folder) => Some(format!("{folder}{language}.json")),
            Name::Pages(page) => {
                Language::find(language).map(|language| page.file(language).to_owned())
            }
            Name::Fixed(_) | Name::Hashed { .. } | Name::Folder(_) => None,
        }
    }

    /// Cache policy: a name with a content hash is immutable.
    pub fn cache_policy(self) -> CachePolicy {
        match self {
            Name::Hashed { .. } => CachePolicy::Immutable,
            Name::Fixed(_) | Name::PerLanguage(_) | Name::Pages(_) | Name::Folder(_) => {
                CachePolicy::Revalidate
            }
        }
    }

    /// Pattern with a star, for messages.
    pub fn pattern(self) -> String {
        match self {
            Name::Fixed(name) => name.to_owned(),
            Name::Hashed { start, end } => format!("{start}*{end}"),
            Name::PerLanguage(folder) => format!("{folder}*.json"),
            Name::Pages(_) => self.known().join(" or "),
            Name::Folder(folder) => format!("{folder}*"),
        }
    }
}

impl Translated {
    /// Its file name in a language.
    pub fn file(self, language: &Language) -> &'static str {
        match self {
            Translated::Check => language.page,
            Translated::Paper => language.paper,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_fits_its_own_files_alone() {
        let hashed = Name::Hashed {
            start: "widget-",
            end: ".js",
        };
        assert!(hashed.fits("widget-0123456789abcdef.js"));
        for other in [
            "widget-.js",
            "widget-start.js",
            "widget-0123456789abcdef_bg.wasm",
            "a/widget-0123456789abcdef.js",
        ] {
            assert!(!hashed.fits(other), "{other}");
        }
        let words = Name::PerLanguage("words/");
        assert!(words.fits("words/en.json") && words.fits("words/es.json"));
        assert!(!words.fits("words/en/paper.json") && !words.fits("words/en.txt"));
        let pages = Name::Pages(Translated::Check);
        assert!(pages.fits("index.html") && pages.fits("es.html"));
        assert!(!pages.fits("send.html") && !pages.fits("paper.html"));
        assert!(Name::Fixed("start.js").fits("start.js"));
        assert!(!Name::Fixed("start.js").fits("restart.js"));
        assert!(Name::Folder("headers/").fits("headers/.htaccess"));
    }
}
