//! Random walks through the real page, beside a model of the journey that takes the same steps.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use assessment::{ItemKind, PageIndex};
use command_support::notes::{Withstood, withstood};
use command_support::soak;
use content::questionnaire;
use e2e::{Environment, Scheme, Scripts, Server, Session, Size, Viewport, words};
use fastrand::Rng;
use journey::{Model, Msg, Screen};
use serde::Deserialize;
use serde_json::json;
use test_support::browser::Tab;

/// Steps of a walk in CI. `cargo xtask soak` takes more, from other seeds.
const STEPS: usize = 400;

/// Seed of a walk in CI.
const SEED: u64 = 18;

/// Sizes between which a person may turn or resize the window.
const SIZES: [Size; 3] = [
    Size::PHONE,
    Size {
        width: 740,
        height: 360,
    },
    Size {
        width: 1280,
        height: 800,
    },
];

/// Every act that the page offers: an option by its id, a button by its place on the page and its name.
const ACTS: &str = "
    const options = [...document.querySelectorAll('main input:not([type=file])')]
        .filter((one) => one.closest('fieldset.choices, .start') && !one.disabled && !(one.type === 'radio' && one.checked))
        .map(({ id }) => ({ id, name: '', place: '' }));
    const buttons = [...document.querySelectorAll('main button:enabled')]
        .map((one) => ({ id: '', name: one.textContent.trim(), place: one.className }));
    return [...options, ...buttons];";

const PRESS: &str = "
    const [{ id, name, place }, nth] = arguments;
    const button = () => [...document.querySelectorAll('main button:enabled')]
        .filter((one) => one.textContent.trim() === name && one.className === place)[nth];
    const found = id ? document.getElementById(id) : button();
    found?.click();
    return Boolean(found);";

/// What the page shows, and whether a person can go on and get help.
const LOOK: &str = "
    const seen = (one) => Boolean(one?.checkVisibility());
    const main = document.querySelector('main');
    if (!main) throw new Error(`left the page for ${location.href}`);
    return {
        text: main.textContent,
        chosen: [...main.querySelectorAll('fieldset.choices input:checked')].map(({ id }) => id),
        is_drawn: !document.querySelector('[aria-busy]'),
        has_way_on: [...main.querySelectorAll('button:enabled, a[href]')].some(seen),
        has_help: seen(document.querySelector('.help-now > summary')) && seen(document.querySelector('a.leave')),
    };";

/// An act of a person on the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
struct Act {
    id: String,
    name: String,
    place: String,
}

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
struct Look {
    text: String,
    chosen: Vec<String>,
    is_drawn: bool,
    has_way_on: bool,
    has_help: bool,
}

/// A page and the model of its journey.
struct Pair<'a> {
    session: &'a Session,
    tab: Tab,
    today: String,
}

#[test]
fn page_and_model_agree_after_every_step() {
    let seed = soak::wanted(soak::SEED).unwrap_or(SEED);
    let steps = soak::wanted(soak::STEPS).map_or(STEPS, |steps| steps as usize);
    println!("seed {seed}, {steps} steps");
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    session.visit(&server.url("/"));
    session.wait_until_running();
    session.wait_for_worker();
    session.console();
    let requests = server.requests().len();
    let mut rng = Rng::with_seed(seed);
    let mut pair = Pair {
        session: &session,
        tab: Tab::open(Model::new(questionnaire())),
        today: session.read(
            "const day = new Date(); const two = (one) => String(one).padStart(2, '0');
             return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`",
        ),
    };
    pair.compare("at the start");
    let mut results = 0;
    for step in 0..steps {
        let done = pair.step(&mut rng);
        if pair.tab.model.screen() == &Screen::Result {
            // The page tells it after its first frame.
            pair.tab.send(Msg::Painted);
        }
        pair.compare(&format!("seed {seed}, step {step}: {done}"));
        results += usize::from(pair.tab.model.screen() == &Screen::Result);
    }
    assert_eq!(session.console(), [], "seed {seed}");
    let later: Vec<_> = server.requests().split_off(requests);
    // The worker may read the page once more, on its own schedule.
    let pages = later
        .iter()
        .filter(|one| one.path != "/" && one.path != "/offline.js");
    assert_eq!(pages.count(), 0, "seed {seed}: {later:?}");
    println!("{steps} steps walked, {results} on a result");
    withstood(Withstood::Steps, steps);
}

impl Pair<'_> {
    /// Does something that the page offers, in the page and in the model, and describes it.
    fn step(&mut self, rng: &mut Rng) -> String {
        match rng.u8(..100) {
            0..=4 if self.tab.go(-1) => {
                self.session.back();
                "back".to_owned()
            }
            5..=8 if self.tab.go(1) => {
                self.session.forward();
                "forward".to_owned()
            }
            9..=11 => {
                let size = SIZES[rng.usize(..SIZES.len())];
                self.session.set(Viewport {
                    size,
                    scheme: Scheme::Light,
                });
                format!("{size:?}")
            }
            // Mostly onward, so that a walk reaches results.
            12..=45 => self.press(rng, |act| act.place == "primary"),
            46..=85 => self.press(rng, |act| !act.id.is_empty()),
            _ => self.press(rng, |_| true),
        }
    }

    /// Presses one of the wanted acts, if the page offers any.
    fn press(&mut self, rng: &mut Rng, is_wanted: impl Fn(&Act) -> bool) -> String {
        let mut acts: Vec<(Act, usize)> = Vec::new();
        for act in self.session.read::<Vec<Act>>(ACTS) {
            let nth = acts.iter().filter(|(other, _)| *other == act).count();
            acts.push((act, nth));
        }
        let known = |(act, nth): &(Act, usize)| Some((act.clone(), *nth, self.message(act, *nth)?));
        let possible: Vec<_> = acts
            .iter()
            .filter(|(act, _)| is_wanted(act))
            .filter_map(known)
            .collect();
        let Some((act, nth, msg)) = rng.choice(&possible) else {
            return "nothing".to_owned();
        };
        // The browser may be on its way back still.
        let is_there: bool = self.session.read_with(PRESS, &[json!(act), json!(nth)]);
        if !is_there {
            return format!("{act:?} is gone");
        }
        self.tab.send(msg.clone());
        format!("{act:?} as {msg:?}")
    }

    /// The message of an act. `None` for acts on which a walk does not go: storage, exports, contact.
    fn message(&self, act: &Act, nth: usize) -> Option<Msg> {
        if let Some((link_id, option)) = act.id.rsplit_once('-') {
            let index = questionnaire().find(link_id)?;
            let kind = questionnaire().item(index)?.kind;
            return Some(match (option, kind) {
                ("unsure", _) => Msg::Unsure(index),
                ("declined", _) => Msg::Declined(index),
                (_, ItemKind::ChooseMany) => Msg::Toggled(index, option.parse().ok()?),
                (_, ItemKind::ChooseOne | ItemKind::Scale) => {
                    Msg::Chose(index, option.parse().ok()?)
                }
            });
        }
        let phrases = &words().phrases;
        let name = act.name.as_str();
        match act.place.as_str() {
            "primary" if e2e::onward().contains(&name) => Some(Msg::Continue),
            "quiet-button" if name.ends_with(phrases.back) => Some(Msg::Back),
            "quiet-button" if name == phrases.standing_open => Some(Msg::Standing),
            "quiet-button" if name == phrases.start_over => Some(Msg::StartOver),
            "secondary" if name == phrases.standing_result => Some(Msg::Finish),
            "secondary" if name == phrases.change_answers => Some(Msg::Review),
            "rest-answer" if name == phrases.unsure => Some(Msg::RestUnsure),
            "rest-answer" if name == phrases.declined => Some(Msg::RestDeclined),
            "change" => self.asked_pages().get(nth).copied().map(Msg::Change),
            _ => None,
        }
    }

    /// Pages in the order of the review.
    fn asked_pages(&self) -> Vec<PageIndex> {
        let shown = self.tab.model.shown();
        let pages = (0_u16..).map(PageIndex).zip(questionnaire().pages);
        let is_asked = |page: PageIndex| {
            let mut items = questionnaire().items_on(page);
            items.any(|(index, _)| shown.contains(&index))
        };
        pages
            .map(|(index, _)| index)
            .filter(|index| is_asked(*index))
            .collect()
    }

    /// Waits until the page shows what the model says.
    fn compare(&self, when: &str) {
        let html = specimens::check::journey(words(), &self.tab.model, &self.today);
        let expected = text_of(&html);
        let mut look = Look::default();
        let agrees = (0..200).any(|_| {
            look = self.session.read(LOOK);
            look.is_drawn && plain(&look.text) == expected
        });
        let shown = plain(&look.text);
        let same = shown.bytes().zip(expected.bytes());
        let at = same.take_while(|(one, other)| one == other).count();
        let from = |text: &str| {
            String::from_utf8_lossy(&text.as_bytes()[at.saturating_sub(60)..]).into_owned()
        };
        assert!(
            agrees,
            "{when}, drawn: {}\npage:  {:.200}\nmodel: {:.200}",
            look.is_drawn,
            from(&shown),
            from(&expected)
        );
        assert!(look.has_way_on && look.has_help, "{when}: {look:?}");
        let chosen = chosen_in(&html);
        assert_eq!(look.chosen, chosen, "{when}");
    }
}

/// The text of the main landmark of a rendered page.
fn text_of(html: &str) -> String {
    let (_, main) = html.split_once("<main").unwrap();
    let (_, main) = main.split_once('>').unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    let mut text = String::new();
    for piece in main.split('<') {
        let (_, after) = piece.split_once('>').unwrap_or(("", piece));
        text += after;
    }
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    plain(&text)
}

/// Ids of the chosen options of a rendered page.
fn chosen_in(html: &str) -> Vec<String> {
    let (_, main) = html.split_once("<main").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    let fields = main.split("<fieldset").skip(1).filter_map(|field| {
        let (tag, rest) = field.split_once('>')?;
        tag.contains("choices").then_some(rest)
    });
    let inputs = fields.flat_map(|field| field.split("<input").skip(1));
    inputs
        .filter_map(|input| {
            let (tag, _) = input.split_once('>')?;
            let (_, id) = tag.split_once(" id=\"")?;
            let (id, _) = id.split_once('"')?;
            tag.contains(" checked").then(|| id.to_owned())
        })
        .collect()
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
