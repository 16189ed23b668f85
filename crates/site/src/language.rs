//! The languages of the check, each as it is spoken in a country, and each with a page of its own.

/// A language in a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Language tag (BCP 47), as in the HTML attribute `lang` and in `crates/content/words/`. Without a country it
    /// is that of [`HOME`].
    pub locale: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Code of its country: ISO 3166-1, or 001 where no country is known.
    pub country: &'static str,
    /// Base direction of its script, as in the HTML attribute `dir`.
    pub direction: &'static str,
    /// File name of its page.
    pub page: &'static str,
    /// File name of its paper form.
    pub paper: &'static str,
}

/// The country that the words are written for.
pub const HOME: &str = "US";

/// Every language, the source language first, then the other countries.
pub const LANGUAGES: [Language; 11] = [
    Language::new("en", "English", HOME, "index.html", "paper.html"),
    Language::new("es", "Español", HOME, "es.html", "paper-es.html"),
    Language::new("fr", "Français", HOME, "fr.html", "paper-fr.html"),
    Language {
        direction: "rtl",
        ..Language::new("ar", "العربية", HOME, "ar.html", "paper-ar.html")
    },
    Language::new("en-CA", "English", "CA", "en-CA.html", "paper-en-CA.html"),
    Language::new("fr-CA", "Français", "CA", "fr-CA.html", "paper-fr-CA.html"),
    Language::new("en-GB", "English", "GB", "en-GB.html", "paper-en-GB.html"),
    Language::new("en-IE", "English", "IE", "en-IE.html", "paper-en-IE.html"),
    Language::new("en-AU", "English", "AU", "en-AU.html", "paper-en-AU.html"),
    Language::new("en-NZ", "English", "NZ", "en-NZ.html", "paper-en-NZ.html"),
    Language::new(
        "en-001",
        "English",
        "001",
        "en-001.html",
        "paper-en-001.html",
    ),
];

/// Codes of the countries, [`HOME`] first. 001 stands for any other.
pub const COUNTRIES: [&str; 7] = ["US", "CA", "GB", "IE", "AU", "NZ", "001"];

impl Language {
    const fn new(
        locale: &'static str,
        name: &'static str,
        country: &'static str,
        page: &'static str,
        paper: &'static str,
    ) -> Language {
        Language {
            locale,
            name,
            country,
            direction: "ltr",
            page,
            paper,
        }
    }

    /// Finds a language by its tag.
    pub fn find(locale: &str) -> Option<&'static Language> {
        LANGUAGES.iter().find(|language| language.locale == locale)
    }

    /// The language for a country: the one of this tag where there is one, or else the country's first.
    pub fn spoken_in(country: &str, tag: &str) -> Option<&'static Language> {
        let mut there = LANGUAGES
            .iter()
            .filter(|language| language.country == country);
        let first = there.clone().next()?;
        Some(
            there
                .find(|language| language.tag() == tag)
                .unwrap_or(first),
        )
    }

    /// Its tag without a country.
    pub fn tag(&self) -> &'static str {
        self.locale.split('-').next().unwrap_or(self.locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_country_keeps_the_language_where_it_can() {
        let page = |country, tag| Language::spoken_in(country, tag).map(|found| found.page);
        assert_eq!(page("CA", "fr"), Some("fr-CA.html"));
        assert_eq!(page("IE", "ar"), Some("en-IE.html"));
        assert_eq!(page(HOME, "ar"), Some("ar.html"));
        assert_eq!(page("DE", "en"), None);
    }

    #[test]
    fn every_country_has_a_language_and_every_language_a_country() {
        for country in COUNTRIES {
            assert!(LANGUAGES.iter().any(|language| language.country == country));
        }
        for language in &LANGUAGES {
            assert!(COUNTRIES.contains(&language.country), "{language:?}");
            let of_tag = language.locale.split_once('-').map_or(HOME, |(_, of)| of);
            assert_eq!(of_tag, language.country);
        }
    }
}
