//! A walk through the check with the keyboard alone.

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
use crate::vignette::{Given, Vignette};
use crate::words::words;

/// No page has as many places for the focus as this, and no run as many pages.
const FAR_TOO_MANY: usize = 200;

/// A person with a keyboard, who looks at the page and knows a story to answer by.
#[derive(Debug)]
pub struct Walk<'a> {
    session: &'a Session,
    story: &'a Vignette,
    /// Answers are given in turn by number key and by arrows.
    by_number: bool,
}

impl<'a> Walk<'a> {
    /// Opens the page, and waits until the check can be started.
    pub fn begin(session: &'a Session, url: &str, story: &'a Vignette) -> Walk<'a> {
        session.visit(url);
        let start = phrases().start;
        session.wait_for(
            "the check to be ready",
            Locator::XPath(&format!(
                "//button[normalize-space()='{start}' and not(@disabled)]"
            )),
        );
        Walk::at(session, story)
    }

    /// Takes up a walk wherever the page is.
    pub fn at(session: &'a Session, story: &'a Vignette) -> Walk<'a> {
        Walk {
            session,
            story,
            by_number: false,
        }
    }

    /// Walks on until `is_there`, and tells the screens on the way, the last one included.
    pub fn on_to(&mut self, is_there: impl Fn(&Screen) -> bool) -> Vec<Screen> {
        let mut seen = Vec::new();
        loop {
            let screen = Screen::read(self.session);
            seen.push(screen.clone());
            if is_there(&screen) {
                return seen;
            }
            assert!(
                seen.len() < FAR_TOO_MANY,
                "this walk has no end: {screen:?}"
            );
            self.step(&screen);
        }
    }

    /// Answers what the screen asks, and goes on.
    pub fn step(&mut self, screen: &Screen) {
        self.answer_all();
        let onward = [
            phrases().start,
            phrases().continue_,
            phrases().go_on,
            phrases().see_result,
        ];
        let button = onward.into_iter().find(|name| screen.has_button(name));
        let button = button.unwrap_or_else(|| panic!("there is no way on from {screen:?}"));
        self.press_button(button);
    }

    /// Answers every question of the screen as the story tells, also those that come up meanwhile.
    pub fn answer_all(&mut self) {
        let mut answered = Vec::new();
        loop {
            let screen = Screen::read(self.session);
            let next = screen
                .questions
                .iter()
                .find(|question| !answered.contains(&question.text));
            let Some(question) = next else { return };
            let given = self.given(question);
            self.answer(question, &given);
            answered.push(question.text.clone());
        }
    }

    /// What the story answers to a question, in the page's words.
    fn given(&self, question: &Question) -> Vec<String> {
        let voice = self.story.voice();
        let (item, said) = asked(&question.text, voice);
        let link_id = item.link_id.0;
        match self.story.answers.get(link_id) {
            None => panic!("the story has no answer to {link_id}"),
            Some(Given::Unsure) => vec![phrases().unsure.into()],
            Some(Given::Declined) => vec![phrases().declined.into()],
            Some(Given::Options(codes)) => {
                let places = codes.iter().map(|code| item.option_index(code).unwrap());
                let options = places.map(|position| &said.options[usize::from(position)]);
                options
                    .map(|option| option.in_voice(voice).to_owned())
                    .collect()
            }
        }
    }

    /// Chooses exactly these, and sees that they are chosen.
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

    /// Makes one choice, in turn by its number and by walking to it.
    pub fn choose(&mut self, question: &Question, text: &str) {
        self.unfold(question, text);
        let focus = self.tab_into(question);
        let position = question.option_index(text);
        // The start screen has no number keys, and the standing answers have no number.
        let is_numbered = position < 9 && position + 2 < question.choices.len();
        self.by_number = !self.by_number;
        if self.by_number && is_numbered {
            self.session
                .type_key(char::from_digit(position as u32 + 1, 10).unwrap());
        } else if focus.role == "radio" {
            self.walk_to(question, position, &focus);
        } else {
            self.tab_to_choice(question, text);
            self.session.press(Key::Space);
        }
        // A number key moves the focus once the choice is drawn, which takes a while where nothing is
        // compiled.
        let what = format!("the focus on '{text}', chosen, in '{}'", question.text);
        self.session.wait_until(&what, || {
            let focus = self.session.focus();
            focus.name == text && focus.is_chosen
        });
    }

    /// Opens the standing answers, where they are one press away.
    fn unfold(&self, question: &Question, text: &str) {
        let is_away: bool = self.session.read_with(
            &format!(
                "{WORDS}
                 return [...document.querySelectorAll('main fieldset')]
                     .filter((one) => words(one.querySelector('legend')) === arguments[0])
                     .flatMap((one) => [...one.querySelectorAll('.skip:not([open]) label')])
                     .some((label) => words(label) === arguments[1]);"
            ),
            &[json!(question.text), json!(text)],
        );
        if is_away {
            self.tab_until(&format!("the way to '{text}'"), |focus| {
                focus.question.as_ref() == Some(&question.text) && Role::Disclosure.is(&focus.role)
            });
            self.session.press(Key::Enter);
        }
    }

    /// Goes along radio buttons with the arrows, which choose as they go.
    fn walk_to(&self, question: &Question, position: usize, from: &Focus) {
        let at = question.option_index(&from.name);
        let key = if position < at { Key::Up } else { Key::Down };
        for _ in 0..position.abs_diff(at) {
            self.session.press(key);
        }
        if position == at && !from.is_chosen {
            self.session.press(Key::Space);
        }
    }

    /// Presses a button that leads to another screen, and waits until that is there.
    pub fn press_button(&self, name: &str) {
        self.tab_to(Role::Button, name);
        self.session.press(Key::Enter);
        self.wait_for_heading();
    }

    /// Waits until the focus is on the heading of a new screen.
    pub fn wait_for_heading(&self) {
        self.session.wait_for(
            "the next screen's heading to have the focus",
            Locator::Css("h1:focus"),
        );
    }

    /// Waits until the page shows this screen again, with the same answers.
    pub fn wait_for_screen(&self, screen: &Screen) {
        let heading = &screen.heading;
        let there = format!("//h1[normalize-space()=\"{heading}\"]");
        self.session
            .wait_for(&format!("'{heading}'"), Locator::XPath(&there));
        assert_eq!(Screen::read(self.session), *screen);
    }

    /// Presses Tab until the focus is on this.
    pub fn tab_to(&self, role: Role, name: &str) -> Focus {
        self.tab_until(&format!("{role:?} '{name}'"), |focus| {
            focus.is_on(role, name)
        })
    }

    /// Presses Tab until the focus is on the choices of a question.
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

    fn tab_until(&self, what: &str, is_there: impl Fn(&Focus) -> bool) -> Focus {
        let mut passed = Vec::new();
        loop {
            let focus = self.session.focus();
            if is_there(&focus) {
                return focus;
            }
            passed.push(focus);
            assert!(
                passed.len() < FAR_TOO_MANY,
                "Tab does not lead to {what}, but past {passed:?}"
            );
            self.session.press(Key::Tab);
        }
    }
}

/// The question with these words.
fn asked(text: &str, voice: Voice) -> (&'static Item, &'static ItemWords) {
    let items = (0_u16..).map(ItemIndex).zip(&words().items);
    let mut found = items.filter(|(_, said)| said.text.in_voice(voice) == text);
    let (index, said) = found
        .next()
        .unwrap_or_else(|| panic!("nothing asks '{text}'"));
    assert!(found.next().is_none(), "two questions ask '{text}'");
    (questionnaire().item(index).unwrap(), said)
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
