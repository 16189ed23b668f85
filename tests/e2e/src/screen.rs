//! What a person sees of the page, in its words.

use serde::Deserialize;

use crate::session::Session;

/// The words of a screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Screen {
    /// The main heading.
    pub heading: String,
    /// The questions, from top to bottom.
    pub questions: Vec<Question>,
    /// The buttons, from top to bottom.
    pub buttons: Vec<String>,
    /// Terms and what is said of them, such as the answers to check.
    pub terms: Vec<(String, String)>,
}

/// A question with its choices.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// The words of the question.
    pub text: String,
    /// The choices in order.
    pub choices: Vec<Choice>,
}

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Choice {
    /// Its words.
    pub text: String,
    /// Whether it is made.
    pub is_chosen: bool,
}

/// A function for scripts: the words of an element, leaving out what only decorates.
pub(crate) const WORDS: &str = "
    const words = (element) => {
        const copy = element.cloneNode(true);
        for (const mute of copy.querySelectorAll('[aria-hidden=true]')) mute.remove();
        return copy.textContent.replace(/\\s+/g, ' ').trim();
    };
";

/// Reads everything that is shown.
const READ: &str = "
    const shown = (selector, within = document) =>
        [...within.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    const choice = (label) => ({ text: words(label), is_chosen: label.control.checked });
    return {
        heading: shown('h1').map(words).join(' / '),
        questions: shown('main fieldset').map((question) => ({
            text: words(question.querySelector('legend')),
            // The standing answers, too, where they are one press away.
            choices: [...question.querySelectorAll('label')]
                .filter((label) => label.checkVisibility() || label.closest('.skip'))
                .map(choice),
        })),
        buttons: shown('button').map(words),
        terms: shown('dt').map((term) => [words(term), words(term.nextElementSibling)]),
    };
";

impl Screen {
    /// Reads the page.
    pub fn read(session: &Session) -> Screen {
        session.read(&format!("{WORDS}{READ}"))
    }

    /// Whether a button with these words is shown.
    pub fn has_button(&self, name: &str) -> bool {
        self.buttons.iter().any(|button| button == name)
    }

    /// The question with these words.
    pub fn question(&self, text: &str) -> &Question {
        let found = self.questions.iter().find(|question| question.text == text);
        found.unwrap_or_else(|| panic!("'{text}' is not asked on {self:?}"))
    }
}

impl Question {
    /// The words of what is chosen.
    pub fn chosen(&self) -> Vec<&str> {
        let chosen = self.choices.iter().filter(|choice| choice.is_chosen);
        chosen.map(|choice| choice.text.as_str()).collect()
    }

    /// The place of a choice.
    pub fn option_index(&self, text: &str) -> usize {
        let place = self.choices.iter().position(|choice| choice.text == text);
        place.unwrap_or_else(|| panic!("'{text}' cannot be chosen in {self:?}"))
    }
}
