//! Every screen as a named state: one list for the view tests, axe, the gallery and the static page.

mod answers;

mod contact;

mod kept;

mod sites;

use std::rc::Rc;

use yew::{Callback, Html, Properties, ServerRenderer, component, html};

use crate::assessment::{Alert, Answer, Options, PageIndex, Questionnaire, Response};
use crate::content;
use crate::content::words::Words;
use crate::journey::{Model, Msg, Notice, Place, update};
use crate::site::{Site, WeekMinute};

use super::frame::screen;
use super::view::{Readiness, View};
use answers::{EVERYTHING, EVERYTHING_OTHER, results};

/// A state with its markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specimen {
    /// The name, as in file names.
    pub name: String,
    /// The widget's markup.
    pub html: String,
}

/// Every state, drawn in the words of one language on a day within the review date.
pub fn all(words: &Words) -> Vec<Specimen> {
    let mut drawn = Vec::new();
    for (name, model) in states() {
        let html = draw(words, model, Readiness::Running, "2026-11-22");
        drawn.push(Specimen { name, html });
    }
    let named = |wanted: &str| {
        let answers = results().into_iter().find(|(name, _)| *name == wanted);
        result_of(answers.map(|(_, answers)| answers).unwrap_or_default())
    };
    let html = draw(words, named("result-iop"), Readiness::Running, "2028-01-01");
    drawn.push(Specimen {
        name: "result-past-review-date".into(),
        html,
    });
    for (name, result) in [
        ("result-site-fits", "result-iop"),
        ("result-site-fits-partly", "result-withdrawal-check"),
        ("result-site-does-not-fit", "result-medication-care"),
    ] {
        let html = draw_at(
            words,
            named(result),
            sites::center(),
            Readiness::Running,
            "2026-11-22",
        );
        drawn.push(Specimen {
            name: name.into(),
            html,
        });
    }
    let html = draw_at(
        words,
        Model::new(content::questionnaire()),
        sites::center(),
        Readiness::Running,
        "2026-11-22",
    );
    drawn.push(Specimen {
        name: "start-of-a-site".into(),
        html,
    });
    drawn.push(Specimen {
        name: "start-static".into(),
        html: start(words),
    });
    let failed = format!("{}{}", failed(words), start(words));
    drawn.push(Specimen {
        name: "start-failed".into(),
        html: failed,
    });
    drawn.extend(long_words(words));
    drawn
}

/// What is shown where the questions cannot be loaded: what happened, and what to do now.
pub fn failed(words: &Words) -> String {
    let words = words.clone();
    let props = move || NoteProps {
        words: Rc::new(words),
    };
    let render = ServerRenderer::<FailedNote>::with_props(props)
        .hydratable(false)
        .render();
    futures_executor::block_on(render)
}

/// A few screens in a language of very long words.
fn long_words(words: &Words) -> Vec<Specimen> {
    const LONG: &str = " Donaudampfschifffahrtsgesellschaftskapitaen";
    let texts = words.write();
    let longer: Vec<String> = texts
        .into_iter()
        // Names and numbers are one word; what people read is not.
        .map(|text| {
            if text.contains(' ') && !text.contains(", ") {
                text + LONG
            } else {
                text
            }
        })
        .collect();
    let Ok(words) = Words::read(content::questionnaire(), &longer.join("\n")) else {
        return Vec::new();
    };
    let wanted = [
        "start",
        "question-thoughts-self",
        "question-days-self",
        "review",
        "help-emergency",
        "result-withdrawal-check",
    ];
    let states = states()
        .into_iter()
        .filter(|(name, _)| wanted.contains(&name.as_str()));
    states
        .map(|(name, model)| Specimen {
            name: format!("{name}-long-words"),
            html: draw(&words, model, Readiness::Running, "2026-11-22"),
        })
        .collect()
}

/// The static start screen: the same as the running one, waiting.
pub fn start(words: &Words) -> String {
    let model = Model::new(content::questionnaire());
    draw(words, model, Readiness::Static, "")
}

/// The names of all states and how they are reached.
fn states() -> Vec<(String, Model)> {
    let questionnaire = content::questionnaire();
    let mut states = vec![("start".to_owned(), Model::new(questionnaire))];
    for (name, answers) in [("self", EVERYTHING), ("someone-else", EVERYTHING_OTHER)] {
        let pages = (0_u16..).map(PageIndex).zip(questionnaire.pages);
        for (index, page) in pages {
            let mut model = with_answers(questionnaire, answers);
            model.show(Place::Page(index));
            states.push((format!("question-{}-{name}", page.id), model));
        }
    }
    let mut empty = Model::new(questionnaire);
    empty.show(Place::Page(PageIndex(1)));
    let open = empty.items_on(PageIndex(1));
    states.push(("question-right-now-empty".into(), empty.clone()));
    empty.notice = Some(Notice::Unanswered(open));
    states.push(("question-right-now-notice".into(), empty));
    for rule in questionnaire.rules {
        // A support card stands in place and never takes over the screen.
        let interrupts = rule.then.alert >= Alert::ContactFirst;
        let Some(help) = rule.then.help.filter(|_| interrupts) else {
            continue;
        };
        let mut model = Model::new(questionnaire);
        model.show(Place::Help(vec![help]));
        let name = format!("help-{}", help.0);
        if !states.iter().any(|(known, _)| *known == name) {
            states.push((name, model));
        }
    }
    let mut review = with_answers(questionnaire, EVERYTHING);
    review.show(Place::Review);
    states.push(("review".into(), review));
    let mut gaps = with_answers(questionnaire, &[("substances", &["opioids"])]);
    gaps.show(Place::Review);
    states.push(("review-with-gaps".into(), gaps));
    for (name, answers) in results() {
        states.push((name.to_owned(), result_of(answers)));
    }
    let mut declined = Model::new(questionnaire);
    for item in questionnaire.items {
        declined.response.set(item.link_id, Answer::Declined);
    }
    choose(
        questionnaire,
        &mut declined.response,
        "substances",
        &["opioids"],
    );
    declined.show(Place::Result);
    states.push(("result-talk-first".into(), declined));
    states.extend(contact::states());
    states.extend(kept::states());
    states
}

fn result_of(answers: Vec<(&'static str, &'static [&'static str])>) -> Model {
    let mut model = with_answers(content::questionnaire(), &answers);
    model.show(Place::Result);
    model
}

/// A model with these answers; whatever else is asked is answered in the mildest way, but for who it
/// is about, which is left as it is.
fn with_answers(
    questionnaire: &'static Questionnaire,
    answers: &[(&'static str, &'static [&'static str])],
) -> Model {
    let mut model = Model::new(questionnaire);
    for (link_id, codes) in answers {
        choose(questionnaire, &mut model.response, link_id, codes);
    }
    for (index, item) in questionnaire.indexed_items() {
        if model.response.get(item.link_id).is_none() && model.shown().contains(&index) {
            update(&mut model, Msg::Chose(index, 0));
        }
    }
    model
}

fn choose(questionnaire: &Questionnaire, response: &mut Response, link_id: &str, codes: &[&str]) {
    let found = questionnaire
        .find(link_id)
        .and_then(|index| questionnaire.item(index));
    if let Some(item) = found {
        let places = codes.iter().filter_map(|code| item.place_of(code));
        let options = places.map(Options::only).fold(Options(0), Options::with);
        response.set(item.link_id, Answer::Chosen(options));
    }
}

fn draw(words: &Words, model: Model, readiness: Readiness, today: &'static str) -> String {
    let site = contact::site_around(&model);
    draw_at(words, model, site, readiness, today)
}

fn draw_at(
    words: &Words,
    model: Model,
    site: Site,
    readiness: Readiness,
    today: &'static str,
) -> String {
    let words = words.clone();
    let props = move || ScreenProps {
        words: Rc::new(words),
        model: Rc::new(model),
        site: Rc::new(site),
        readiness,
        today,
    };
    let render = ServerRenderer::<Screen>::with_props(props)
        .hydratable(false)
        .render();
    futures_executor::block_on(render)
}

#[derive(Clone, Properties)]
struct ScreenProps {
    words: Rc<Words>,
    model: Rc<Model>,
    site: Rc<Site>,
    readiness: Readiness,
    today: &'static str,
}

impl PartialEq for ScreenProps {
    /// A screen is drawn once.
    fn eq(&self, other: &ScreenProps) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

#[component(Screen)]
fn drawn(props: &ScreenProps) -> Html {
    let send = Callback::noop();
    screen(&View {
        model: &props.model,
        words: &props.words,
        site: &props.site,
        today: props.today,
        now: WeekMinute::of(5, 2, 0),
        readiness: props.readiness,
        send: &send,
    })
}

#[derive(Clone, PartialEq, Properties)]
struct NoteProps {
    words: Rc<Words>,
}

#[component(FailedNote)]
fn failed_note(props: &NoteProps) -> Html {
    let phrases = &props.words.phrases;
    html! {
        <div id="footing-failed" class="page-note" role="alert">
            <p><b>{ phrases.failed_what }</b>{ " " }{ phrases.failed_todo }</p>
            <button type="button" id="footing-retry" class="secondary">{ phrases.retry }</button>
        </div>
    }
}
