//! Language and direction of the words.

use std::borrow::Cow;

use super::filling::isolated;
use super::words::Words;

impl Words {
    /// Language tag without a country.
    pub fn language(&self) -> &'static str {
        self.locale.split('-').next().unwrap_or(self.locale)
    }

    /// Base direction of the script, as in the HTML attribute `dir`: `rtl`, or `None` for left to right.
    pub fn direction(&self) -> Option<&'static str> {
        ["ar", "fa", "he", "ur"]
            .contains(&self.language())
            .then_some("rtl")
    }

    /// Prepares a number or name to stand beside words: see [`isolated`].
    pub fn beside<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match self.direction() {
            Some(_) => isolated(text).into(),
            None => text.into(),
        }
    }
}
