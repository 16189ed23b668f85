//! Visible text of a screen.

use serde::Deserialize;

use crate::session::Session;

/// Visible text of a screen.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Screen {
    /// Main heading (`h1`).
    pub heading: String,
    /// Questions from top to bottom.
    pub questions: Vec<Question>,
    /// Buttons from top to bottom.
    pub buttons: Vec<String>,
    /// Terms with their descriptions (`dt`, `dd`), such as the answers under review.
    pub terms: Vec<(String, String)>,
}

/// Question with its options.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Question {
    /// Text of the question.
    pub text: String,
    /// Options in order.
    pub choices: Vec<Choice>,
}

/// Option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Choice {
    /// Text of the option.
    pub text: String,
    /// Whether the option is selected.
    pub is_chosen: bool,
}

/// Script function that returns the text of an element without `aria-hidden` parts.
pub(crate) const WORDS: &str = "
    const words = (element) => {
        const copy = element.cloneNode(true);
        for (const mute of copy.querySelectorAll('[aria-hidden=true]')) mute.remove();
        return copy.textContent.replace(/\\s+/g, ' ').trim();
    };
";

/// Reads all visible text of a [`Screen`].
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
    /// Reads the current screen.
    pub fn read(session: &Session) -> Screen {
        session.read(&format!("{WORDS}{READ}"))
    }

    /// Whether a button with this text is visible.
    pub fn has_button(&self, name: &str) -> bool {
        self.buttons.iter().any(|button| button == name)
    }

    /// The question with this text.
    pub fn question(&self, text: &str) -> &Question {
        let found = self.questions.iter().find(|question| question.text == text);
        found.unwrap_or_else(|| panic!("'{text}' is not asked on {self:?}"))
    }
}

impl Question {
    /// Texts of the selected options.
    pub fn chosen(&self) -> Vec<&str> {
        let chosen = self.choices.iter().filter(|choice| choice.is_chosen);
        chosen.map(|choice| choice.text.as_str()).collect()
    }

    /// Index of an option.
    pub fn option_index(&self, text: &str) -> usize {
        let index = self.choices.iter().position(|choice| choice.text == text);
        index.unwrap_or_else(|| panic!("'{text}' cannot be chosen in {self:?}"))
    }
}
