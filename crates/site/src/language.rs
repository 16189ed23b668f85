//! The languages of the check, each with a page of its own.

/// A language of the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Language tag, as in the HTML attribute `lang` and in `crates/content/words/`.
    pub locale: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Base direction of its script, as in the HTML attribute `dir`.
    pub direction: &'static str,
    /// File name of its page.
    pub page: &'static str,
    /// File name of its paper form.
    pub paper: &'static str,
}

/// Every language, the source language first.
pub const LANGUAGES: [Language; 4] = [
    Language {
        locale: "en",
        name: "English",
        direction: "ltr",
        page: "index.html",
        paper: "paper.html",
    },
    Language {
        locale: "es",
        name: "Español",
        direction: "ltr",
        page: "es.html",
        paper: "paper-es.html",
    },
    Language {
        locale: "fr",
        name: "Français",
        direction: "ltr",
        page: "fr.html",
        paper: "paper-fr.html",
    },
    Language {
        locale: "ar",
        name: "العربية",
        direction: "rtl",
        page: "ar.html",
        paper: "paper-ar.html",
    },
];

impl Language {
    /// Finds a language by its tag.
    pub fn find(locale: &str) -> Option<&'static Language> {
        LANGUAGES.iter().find(|language| language.locale == locale)
    }
}
