//! Keyboard-only run through the check.

use assessment::{Item, ItemIndex};
use content::questionnaire;
use fantoccini::Locator;
use fantoccini::key::Key;
use i18n::phrases::Phrases;
use i18n::{ItemWords, Voice};
use serde_json::json;

use crate::focus::Focus;
use crate::role::Role;
use crate::screen::{Question, Screen, WORDS};
use crate::session::Session;
use crate::vignette::{StoryAnswer, Vignette};
use crate::words::{onward, words};

/// Upper bound for pages of a run and for focusable elements of a page.
const MAX_STEPS: usize = 200;

/// Keyboard user who answers as a story says.
#[derive(Debug)]
pub struct Walk<'a> {
    session: &'a Session,
    story: &'a Vignette,
    /// Alternates between number keys and arrow keys.
    by_number: bool,
}

impl<'a> Walk<'a> {
    /// Opens the page and waits until the module runs.
    pub fn begin(session: &'a Session, url: &str, story: &'a Vignette) -> Walk<'a> {
        session.visit(url);
        session.wait_until_running();
        Walk::at(session, story)
    }

    /// Continues from the current screen.
    pub fn at(session: &'a Session, story: &'a Vignette) -> Walk<'a> {
        Walk {
            session,
            story,
            by_number: false,
        }
    }

    /// Answers and continues until a screen matches. Returns all screens, including the last.
    pub fn continue_until(&mut self, matches: impl Fn(&Screen) -> bool) -> Vec<Screen> {
        let mut seen = Vec::new();
        loop {
            let screen = Screen::read(self.session);
            seen.push(screen.clone());
            if matches(&screen) {
                return seen;
            }
            assert!(seen.len() < MAX_STEPS, "this walk has no end: {screen:?}");
            self.step(&screen);
        }
    }

    /// Answers the screen and presses its primary button.
    pub fn step(&mut self, screen: &Screen) {
        self.answer_all();
        let button = onward().into_iter().find(|name| screen.has_button(name));
        let button = button.unwrap_or_else(|| panic!("there is no way on from {screen:?}"));
        self.press_button(button);
    }

    /// Answers every question of the screen, including those that appear meanwhile.
    pub fn answer_all(&mut self) {
        let mut answered = Vec::new();
        loop {
            let screen = Screen::read(self.session);
            let next = screen
                .questions
                .iter()
                .find(|question| !answered.contains(&question.text));
            let Some(question) = next else { return };
            let wanted = self.wanted(question);
            self.answer(question, &wanted);
            answered.push(question.text.clone());
        }
    }

    /// Texts of the options that the story selects.
    fn wanted(&self, question: &Question) -> Vec<String> {
        let voice = self.story.voice();
        let (item, item_words) = item_of(&question.text, voice);
        let link_id = item.link_id.0;
        match self.story.answers.get(link_id) {
            None => panic!("the story has no answer to {link_id}"),
            Some(StoryAnswer::Unsure) => vec![phrases().unsure.into()],
            Some(StoryAnswer::Declined) => vec![phrases().declined.into()],
            Some(StoryAnswer::Options(codes)) => {
                let indices = codes.iter().map(|code| item.option_index(code).unwrap());
                let options = indices.map(|index| &item_words.options[usize::from(index)]);
                options
                    .map(|option| option.in_voice(voice).to_owned())
                    .collect()
            }
        }
    }

    /// Selects options and asserts that exactly these are selected.
    pub fn answer(&mut self, question: &Question, wanted: &[String]) {
        let before = question.chosen();
        for text in wanted
            .iter()
            .filter(|text| !before.contains(&text.as_str()))
        {
            self.choose(question, text);
        }
        let screen = Screen::read(self.session);
        let after = screen.question(&question.text);
        assert_eq!(after.chosen(), wanted, "chosen in '{}'", question.text);
    }

    /// Selects one option, alternately by number key and by moving the focus.
    pub fn choose(&mut self, question: &Question, text: &str) {
        self.open_skip(question, text);
        let focus = self.tab_into(question);
        let position = question.option_index(text);
        // "Not sure", "rather not say" and the two options of the start screen have no number key.
        let is_numbered = position < 9 && position + 2 < question.choices.len();
        self.by_number = !self.by_number;
        if self.by_number && is_numbered {
            self.session
                .type_key(char::from_digit(position as u32 + 1, 10).unwrap());
        } else if focus.role == "radio" {
            self.arrow_to(question, position, &focus);
        } else {
            self.tab_to_choice(question, text);
            self.session.press(Key::Space);
        }
        // A number key moves the focus after the next render, which is slow without a JIT.
        let what = format!("the focus on '{text}', chosen, in '{}'", question.text);
        self.session.wait_until(&what, || {
            let focus = self.session.focus();
            focus.name == text && focus.is_chosen
        });
    }

    /// Opens "Skip" of a question where the option is behind it.
    fn open_skip(&self, question: &Question, text: &str) {
        let is_behind: bool = self.session.read_with(
            &format!(
                "{WORDS}
                 return [...document.querySelectorAll('main fieldset')]
                     .filter((one) => words(one.querySelector('legend')) === arguments[0])
                     .flatMap((one) => [...one.querySelectorAll('.skip:not([open]) label')])
                     .some((label) => words(label) === arguments[1]);"
            ),
            &[json!(question.text), json!(text)],
        );
        if is_behind {
            self.tab_until(&format!("the way to '{text}'"), |focus| {
                focus.question.as_ref() == Some(&question.text) && Role::Disclosure.is(&focus.role)
            });
            self.session.press(Key::Enter);
        }
    }

    /// Moves along radio buttons with the arrow keys, which select as they move.
    fn arrow_to(&self, question: &Question, position: usize, from: &Focus) {
        let at = question.option_index(&from.name);
        let key = if position < at { Key::Up } else { Key::Down };
        for _ in 0..position.abs_diff(at) {
            self.session.press(key);
        }
        if position == at && !from.is_chosen {
            self.session.press(Key::Space);
        }
    }

    /// Presses a button that leads to another screen and waits for that screen.
    pub fn press_button(&self, name: &str) {
        self.tab_to(Role::Button, name);
        self.session.press(Key::Enter);
        self.wait_for_heading();
    }

    /// Waits until the heading of a new screen has the focus, and the whole screen is drawn.
    pub fn wait_for_heading(&self) {
        // Not `h1:focus`, which matches in an active window alone: no window manager makes WebKit's one.
        self.session
            .wait_until("the next screen's heading to have the focus", || {
                self.session.read(
                    "return document.activeElement?.matches('h1, .help-card > h2') && !document.querySelector('[aria-busy]')",
                )
            });
    }

    /// Waits until the page shows this screen again and asserts the same answers.
    pub fn wait_for_screen(&self, screen: &Screen) {
        let heading = &screen.heading;
        let xpath = format!("//h1[normalize-space()=\"{heading}\"]");
        self.session
            .wait_for(&format!("'{heading}'"), Locator::XPath(&xpath));
        assert_eq!(Screen::read(self.session), *screen);
    }

    /// Presses Tab until an element with this role and name has the focus.
    pub fn tab_to(&self, role: Role, name: &str) -> Focus {
        self.tab_until(&format!("{role:?} '{name}'"), |focus| {
            focus.is_on(role, name)
        })
    }

    /// Presses Tab until an option of the question has the focus.
    pub fn tab_into(&self, question: &Question) -> Focus {
        self.tab_until(&format!("the choices of '{}'", question.text), |focus| {
            focus.question.as_ref() == Some(&question.text)
                && matches!(focus.role.as_str(), "radio" | "checkbox")
        })
    }

    fn tab_to_choice(&self, question: &Question, text: &str) -> Focus {
        self.tab_until(&format!("'{text}'"), |focus| {
            focus.question.as_ref() == Some(&question.text) && focus.name == text
        })
    }

    fn tab_until(&self, what: &str, matches: impl Fn(&Focus) -> bool) -> Focus {
        let mut passed = Vec::new();
        loop {
            let focus = self.session.focus();
            if matches(&focus) {
                return focus;
            }
            passed.push(focus);
            assert!(
                passed.len() < MAX_STEPS,
                "Tab does not lead to {what}, but past {:?}",
                &passed[passed.len().saturating_sub(20)..]
            );
            self.session.press_tab();
        }
    }
}

/// The item whose question has this text.
fn item_of(text: &str, voice: Voice) -> (&'static Item, &'static ItemWords) {
    let items = (0_u16..).map(ItemIndex).zip(&words().items);
    let mut found = items.filter(|(_, words)| words.text.in_voice(voice) == text);
    let (index, item_words) = found
        .next()
        .unwrap_or_else(|| panic!("nothing asks '{text}'"));
    assert!(found.next().is_none(), "two questions ask '{text}'");
    (questionnaire().item(index).unwrap(), item_words)
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
