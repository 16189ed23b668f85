//! Specimens of the check: every screen as a named state, for view tests, axe, gallery and static
//! page.

mod answers;

mod contact;

mod referrals;

mod saved;

mod sites;

mod standing;

mod static_pages;

use std::rc::Rc;

use yew::Callback;

use assessment::{Alert, Answer, Day, Options, PageIndex, Questionnaire, Response};
use i18n::Words;
use journey::{Model, Msg, Notice, OpenSections, Pace, PagePart, Screen, update};
use site::{Site, WeekMinute};

use crate::pseudo::pseudo_locale;
use crate::render;
use answers::{Answered, DAILY_DRINKING, DO_NOT_FIT, EVERYTHING, SOMEONE_ELSE, results, with};
use footing::ui::screen;
use footing::ui::{HostContext, Isolation};
use footing::ui::{Readiness, View};

/// A named state with its HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specimen {
    /// Name, also used in file names.
    pub name: String,
    /// HTML of the widget.
    pub html: String,
}

pub use sites::closed_results;
pub use static_pages::{after_start, failed, start};

/// A date before the rules are due for review.
const TODAY: &str = "2026-11-29";

/// Renders every state in one language.
pub fn all(words: &Words) -> Vec<Specimen> {
    let mut specimens = Vec::new();
    for (name, model) in states() {
        let html = draw(words, model, Readiness::Running, TODAY);
        specimens.push(Specimen { name, html });
    }
    let html = draw(words, named("result-iop"), Readiness::Running, "2028-01-01");
    specimens.push(Specimen {
        name: "result-past-review-date".into(),
        html,
    });
    for (name, props) in sites::results(words) {
        specimens.push(Specimen {
            name,
            html: props.draw(),
        });
    }
    let model = Model::new(content::questionnaire());
    let mut props = Drawing::of(words, model, Readiness::Running, TODAY);
    props.host.isolation = Isolation::Frame;
    specimens.push(Specimen {
        name: "start-in-a-frame-of-its-origin".into(),
        html: props.draw(),
    });
    let model = Model::new(content::questionnaire());
    let mut props = Drawing::of(words, model, Readiness::Running, TODAY);
    props.site = Rc::new(sites::center());
    specimens.push(Specimen {
        name: "start-of-a-site".into(),
        html: props.draw(),
    });
    specimens.push(Specimen {
        name: "start-static".into(),
        html: start(words),
    });
    let failed = format!("{}{}", failed(words), start(words));
    specimens.push(Specimen {
        name: "start-failed".into(),
        html: failed,
    });
    specimens.extend(in_pseudo_locale(words));
    specimens
}

/// Renders a journey on a page without settings of a site, as on this day.
pub fn journey(words: &Words, model: &Model, today: &str) -> String {
    let mut props = Drawing::of(words, model.clone(), Readiness::Running, today);
    props.model = Rc::new(model.clone());
    props.site = Rc::default();
    props.draw()
}

fn named(wanted: &str) -> Model {
    let answers = results().into_iter().find(|(name, _)| *name == wanted);
    result_of(answers.map(|(_, answers)| answers).unwrap_or_default())
}

/// Renders some screens in the pseudo-locale, to test the layout.
fn in_pseudo_locale(words: &Words) -> Vec<Specimen> {
    let Some(words) = pseudo_locale(words) else {
        return Vec::new();
    };
    let wanted = [
        "start",
        "question-thoughts-self",
        "question-use-self",
        "review",
        "help-emergency",
        "result-withdrawal-check",
    ];
    let states = states()
        .into_iter()
        .filter(|(name, _)| wanted.contains(&name.as_str()));
    states
        .map(|(name, model)| Specimen {
            name: format!("{name}-pseudo-locale"),
            html: draw(&words, model, Readiness::Running, TODAY),
        })
        .collect()
}

/// Builds the models of all states, by name.
fn states() -> Vec<(String, Model)> {
    let questionnaire = content::questionnaire();
    let mut states = vec![("start".to_owned(), Model::new(questionnaire))];
    let other = with(EVERYTHING, SOMEONE_ELSE);
    for (name, answers) in [("self", EVERYTHING), ("someone-else", &other)] {
        states.extend(pages(name, answers));
    }
    // With one substance, the most common case.
    let wanted = ["use", "stopping", "symptoms"].map(|page| format!("question-{page}-drinking"));
    let drinking = pages("drinking", DAILY_DRINKING).into_iter();
    states.extend(drinking.filter(|(name, _)| wanted.contains(name)));
    let do_not_fit = pages("do-not-fit", DO_NOT_FIT).into_iter();
    states.extend(do_not_fit.filter(|(name, _)| name.starts_with("question-use-")));
    let mut empty = Model::new(questionnaire);
    empty.show(Screen::Page(PageIndex(1).into()));
    let open = empty.items_on(PageIndex(1));
    states.push(("question-right-now-empty".into(), empty.clone()));
    empty.notice = Some(Notice::Unanswered(open));
    states.push(("question-right-now-notice".into(), empty));
    for rule in questionnaire.rules {
        // A support card is shown inline and never takes over the screen.
        let interrupts = rule.then.alert >= Alert::ContactFirst;
        let Some(help) = rule.then.help.filter(|_| interrupts) else {
            continue;
        };
        let mut model = Model::new(questionnaire);
        model.show(Screen::Help(vec![help]));
        let name = format!("help-{}", help.0);
        if !states.iter().any(|(known, _)| *known == name) {
            states.push((name, model));
        }
    }
    let mut review = with_answers(questionnaire, EVERYTHING);
    review.show(Screen::Review);
    states.push(("review".into(), review));
    let mut gaps = with_answers(questionnaire, &[("substances", &["opioids"])]);
    gaps.show(Screen::Review);
    states.push(("review-with-gaps".into(), gaps));
    for (name, answers) in results() {
        states.push((name.to_owned(), result_of(answers)));
    }
    states.extend(paces());
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
    declined.show(Screen::Result);
    declined.sections = OpenSections::ALL;
    states.push(("result-talk-first".into(), declined));
    states.extend(standing::states());
    states.extend(contact::states());
    states.extend(saved::states());
    states
}

/// Every page of questions before the result, in all its parts, with these answers.
fn pages(name: &str, answers: &[Answered]) -> Vec<(String, Model)> {
    let questionnaire = content::questionnaire();
    let pages = (0_u16..).map(PageIndex).zip(questionnaire.pages);
    let asked = pages.filter(|(_, page)| !page.after_result);
    let states = asked.flat_map(|(index, page)| {
        let mut model = with_answers(questionnaire, answers);
        // What comes later is not answered yet.
        let later = questionnaire.items.iter().filter(|item| item.page > index);
        later.for_each(|item| model.response.clear(item.link_id));
        let count = model.parts(index).len().max(1);
        (0_u8..).take(count).map(move |part| {
            let mut model = model.clone();
            model.show(Screen::Page(PagePart { page: index, part }));
            let number = (part > 0).then(|| format!("-{}", part.saturating_add(1)));
            let name = format!("question-{}-{name}{}", page.id, number.unwrap_or_default());
            (name, model)
        })
    });
    states.collect()
}

/// One result for every pace.
fn paces() -> Vec<(String, Model)> {
    let answers = results()
        .into_iter()
        .find(|(name, _)| *name == "result-iop");
    let answers = answers.map_or_else(Vec::new, |(_, answers)| answers);
    let paces = Pace::ALL.into_iter();
    let states = paces.map(|pace| {
        let mut model = result_of(answers.clone());
        update(&mut model, Msg::Pace(pace));
        (format!("result-pace-{}", pace.code()), model)
    });
    states.collect()
}

fn result_of(answers: Vec<Answered>) -> Model {
    let mut model = with_answers(content::questionnaire(), &answers);
    model.show(Screen::Result);
    model.sections = OpenSections::ALL;
    model
}

/// A model with these answers, and the mildest answer to every other item before the result.
fn with_answers(questionnaire: &'static Questionnaire, answers: &[Answered]) -> Model {
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
        let indices = codes.iter().filter_map(|code| item.option_index(code));
        let options = indices.map(Options::only).fold(Options(0), Options::with);
        response.set(item.link_id, Answer::Chosen(options));
    }
}

fn draw(words: &Words, model: Model, readiness: Readiness, today: &str) -> String {
    Drawing::of(words, model, readiness, today).draw()
}

#[derive(Clone)]
struct Drawing {
    words: Rc<Words>,
    model: Rc<Model>,
    site: Rc<Site>,
    host: HostContext,
    readiness: Readiness,
    today: Option<Day>,
}

impl Drawing {
    fn of(words: &Words, mut model: Model, readiness: Readiness, today: &str) -> Drawing {
        // A Saturday at two in the night.
        model.now = WeekMinute::of(5, 2, 0);
        Drawing {
            words: Rc::new(words.clone()),
            site: Rc::new(contact::site_around(&model)),
            model: Rc::new(model),
            host: HostContext::default(),
            readiness,
            today: Day::read(today),
        }
    }

    fn draw(self) -> String {
        render(move || {
            screen(&View {
                model: &self.model,
                words: &self.words,
                site: &self.site,
                today: self.today,
                host: &self.host,
                readiness: self.readiness,
                send: &Callback::noop(),
            })
        })
    }
}
