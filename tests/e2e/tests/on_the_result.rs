//! Questions on the result screen, which take effect at once, and the list of reported signs.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use content::questionnaire;
use e2e::{Environment, Pages, Role, Screen, Scripts, Server, Session, Vignette, Walk, words};
use fantoccini::key::Key;
use i18n::Voice;
use i18n::phrases::Phrases;
use serde_json::{Value, json};

/// Its result is intensive outpatient care.
const STORY: &str = "03-cocaine-some-days-good-home";

const CENTER: &str = "Harbor Center";

#[test]
fn barriers_bring_advice_at_once_without_requests() {
    let visit = Visit::to(STORY);
    let before = visit.outline();
    let hero = visit.hero();
    let drive = advice("drive");
    let child = advice("child");
    for title in [drive, child] {
        assert!(!before.contains(&title.to_owned()), "{title}: {before:?}");
    }

    visit.choose("barriers", "driving-or-safety-work");
    // A lower level is offered too, because it is not dangerous here.
    let below = phrases().other_ways_title;
    assert_eq!(visit.added(&before), [below, phrases().safety_title, drive]);
    visit.choose("barriers", "children-at-home");
    for title in [child, advice("children")] {
        assert!(visit.outline().contains(&title.to_owned()), "{title}");
    }
    visit.choose("wishes", "women-only");
    assert!(
        visit
            .session
            .text()
            .contains(&format!("{}. ", advice("women-only")))
    );
    // "None of these" removes the advice. Wishes stay.
    visit.choose("barriers", "none");
    let after = visit.outline();
    for title in [phrases().safety_title, below] {
        assert!(!after.contains(&title.to_owned()), "{title}: {after:?}");
    }
    assert!(visit.session.text().contains(advice("women-only")));
    assert_eq!(visit.hero(), hero, "the suggestion has changed");
    visit.assert_no_side_effects();
}

#[test]
fn pace_changes_tone_and_order_but_not_the_suggestion() {
    let visit = Visit::to(STORY);
    let contact = phrases().contact_title.replace("{name}", CENTER);
    let tones = [
        (
            "pace-tell-more",
            phrases().pace_tell_more,
            phrases().tell_more,
        ),
        (
            "pace-small-step",
            phrases().pace_small_step,
            phrases().small_step,
        ),
        ("pace-call-now", phrases().pace_call_now, phrases().ready),
    ];
    let lines = || {
        let mut lines: Vec<String> = visit.session.text().lines().map(str::to_owned).collect();
        lines.retain(|line| tones.iter().all(|(.., tone)| line != tone));
        lines.sort();
        lines
    };
    let is_first = |one: &str, other: &str| {
        let outline = visit.outline();
        let index = |title: &str| outline.iter().position(|known| known == title).unwrap();
        index(one) < index(other)
    };
    let (before, hero) = (lines(), visit.hero());
    assert!(is_first(&contact, phrases().level_title));
    let chosen =
        "return [...document.querySelectorAll('input[name=pace]:checked')].map((one) => one.id)";
    assert_eq!(visit.session.read::<Vec<String>>(chosen), [""; 0]);
    for (id, name, tone) in tones {
        // The visually hidden radio button is clicked through its label.
        let _: Value = visit.session.read_with(
            "[...document.querySelectorAll('main label')]
                 .find((label) => label.textContent === arguments[0]).click(); return null;",
            &[json!(name)],
        );
        assert_eq!(visit.session.read::<Vec<String>>(chosen), [id]);
        let text = visit.session.text();
        for (.., other) in tones {
            assert_eq!(text.contains(other), other == tone, "{other} at {id}");
        }
        assert_eq!(
            is_first(phrases().level_title, &contact),
            id == "pace-tell-more"
        );
        // The same lines in another order.
        assert_eq!(lines(), before, "{id}");
        assert_eq!(visit.hero(), hero, "{id}");
    }
    visit.assert_no_side_effects();
}

/// Reordering the sections does not move the focus.
#[test]
fn keyboard_focus_stays_on_the_chosen_pace() {
    let visit = Visit::to(STORY);
    let story = Vignette::read(STORY);
    let walk = Walk::at(&visit.session, &story);
    let paces = [
        phrases().pace_tell_more,
        phrases().pace_small_step,
        phrases().pace_call_now,
    ];
    walk.tab_to(Role::Radio, paces[0]);
    visit.session.press(Key::Space);
    // Down to the pace that moves the contact section, wrap around to the first, and back up.
    let steps = [
        (Key::Down, 1),
        (Key::Down, 2),
        (Key::Down, 0),
        (Key::Up, 2),
        (Key::Up, 1),
    ];
    for (key, index) in steps {
        visit.session.press(key);
        let focus = visit.session.focus();
        assert!(
            focus.is_on(Role::Radio, paces[index]) && focus.is_chosen,
            "'{}': {focus:?}",
            paces[index]
        );
    }
}

#[test]
fn result_lists_every_reported_sign_in_the_right_voice() {
    for (name, signs) in [
        (
            "145-fell-down-the-stairs-on-her-head",
            &[("health-signs", "hit-to-the-head")][..],
        ),
        (
            "227-husband-is-confused-today",
            &[("right-now", "confused")],
        ),
        (STORY, &[]),
    ] {
        let visit = Visit::to(name);
        let voice = visit.story.voice();
        let expected = signs.iter().map(|(link_id, code)| {
            let index = questionnaire().find(link_id).unwrap();
            let option = questionnaire()
                .item(index)
                .unwrap()
                .option_index(code)
                .unwrap();
            let item_words = &words().items[usize::from(index.0)];
            item_words.options[usize::from(option)].in_voice(voice)
        });
        let expected: Vec<&str> = expected.collect();
        let shown: Vec<String> = visit.session.read_with(
            "const title = [...document.querySelectorAll('main h2')]
                 .find((title) => title.textContent === arguments[0]);
             return title ? [...title.parentElement.querySelectorAll('li')].map((sign) => sign.innerText) : [];",
            &[json!(phrases().signs_title)],
        );
        assert_eq!(shown, expected, "{name}");
        let todo = match voice {
            _ if name.starts_with("227") => phrases().signs_text_emergency,
            Voice::Self_ => phrases().signs_text,
            Voice::SomeoneElse => phrases().signs_text_other,
        };
        let says_what_to_do = visit.session.text().contains(todo);
        assert_eq!(says_what_to_do, !signs.is_empty(), "{name}");
    }
}

/// Visit at the result of a center's check.
struct Visit {
    session: Session,
    server: Server,
    story: Vignette,
    /// Heading, URL, and numbers of requests and history entries.
    before: (String, String, usize, u32),
}

impl Visit {
    fn to(name: &str) -> Visit {
        let story = Vignette::read(name);
        let settings = json!({ "name": CENTER, "phone": "+1 555 010 0199" }).to_string();
        let pages: Pages = [("/site.json".to_owned(), settings)].into();
        let server = Server::with_pages(&Environment::read().dist, pages);
        let session = Session::start(Scripts::On);
        let mut walk = Walk::begin(&session, &server.url("/"), &story);
        walk.continue_until(|screen| screen.has_button(phrases().change_answers));
        session.open_sections();
        session.network();
        let before = state(&session, &server);
        Visit {
            session,
            server,
            story,
            before,
        }
    }

    /// Toggles an option of a question on the result.
    fn choose(&self, link_id: &str, code: &str) {
        let index = questionnaire().find(link_id).unwrap();
        let option = questionnaire()
            .item(index)
            .unwrap()
            .option_index(code)
            .unwrap();
        let item_words = &words().items[usize::from(index.0)];
        let voice = self.story.voice();
        let screen = Screen::read(&self.session);
        let question = screen.question(item_words.text.in_voice(voice));
        let text = item_words.options[usize::from(option)].in_voice(voice);
        // Also asserts that the focus stays on the option when advice appears.
        Walk::at(&self.session, &self.story).choose(question, text);
    }

    /// Visible headings from top to bottom.
    fn outline(&self) -> Vec<String> {
        self.session.read(
            "return [...document.querySelectorAll('main h1, main h2, main h3')]
                 .filter((title) => title.checkVisibility()).map((title) => title.innerText)",
        )
    }

    /// Headings that are new.
    fn added(&self, before: &[String]) -> Vec<String> {
        let mut added = self.outline();
        added.retain(|title| !before.contains(title));
        added
    }

    /// Text of the suggestion card.
    fn hero(&self) -> String {
        self.session
            .read("return document.querySelector('main h1').parentElement.innerText")
    }

    /// Asserts the same screen without requests, storage or history entries.
    fn assert_no_side_effects(&self) {
        assert_eq!(state(&self.session, &self.server), self.before);
        assert_eq!(self.session.network(), [""; 0]);
        let stored = self.session.stored();
        assert_eq!(
            (&stored["local"], &stored["session"]),
            (&json!({}), &json!({})),
            "{stored}"
        );
        let state: Value = self.session.read("return history.state");
        assert!(!state.to_string().contains("barrier"), "{state}");
    }
}

fn state(session: &Session, server: &Server) -> (String, String, usize, u32) {
    (
        Screen::read(session).heading,
        session.read("return location.href"),
        server.requests().len(),
        session.read("return history.length"),
    )
}

/// Title of an advice.
fn advice(id: &str) -> &'static str {
    let advice = questionnaire()
        .advice
        .iter()
        .position(|advice| advice.id == id);
    words().advice[advice.unwrap()].title.0
}

fn phrases() -> &'static Phrases {
    &words().phrases
}
