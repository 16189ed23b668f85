//! Compares the questions that paper says to skip, read as a person reads it, with those that the check asks
//! on screen.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use assessment::{Answer, GapPolicy, ItemIndex, Options, Response, ScoredAnswers};
use i18n::short_option;
use paper::page;
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;

use crate::markup::text;
use crate::sheets::papers;
use crate::{condition_of, linked_questions, paper};

/// Condition of a question on paper: `None` means always asked; otherwise any clause is enough.
type Told = Option<Vec<Clause>>;

/// Some answers, and the questions they belong to.
struct Clause {
    answers: Vec<String>,
    how: How,
    questions: BTreeSet<usize>,
}

/// How to read the answers of a clause.
enum How {
    These,
    OrAfter,
    OtherThan,
}

impl Clause {
    /// Parses one piece of a condition: answers in quotes, then questions as links.
    fn read(piece: &str) -> Clause {
        let plain = text(piece);
        let quoted = plain.split('“').skip(1);
        let answers: Vec<String> = quoted
            .map(|quoted| {
                quoted
                    .split_once('”')
                    .expect("every quote ends")
                    .0
                    .to_owned()
            })
            .collect();
        assert!(!answers.is_empty(), "{plain}");
        let own = &paper().own.paper;
        let how = if plain.contains(after(&own.or_after, "}")) {
            How::OrAfter
        } else if plain.contains(before(&own.other_than, "{")) {
            How::OtherThan
        } else {
            How::These
        };
        Clause {
            answers,
            how,
            questions: linked_questions(piece),
        }
    }

    /// Whether one of these boxes is checked.
    fn fits(&self, checked: &[BTreeSet<String>]) -> bool {
        self.questions.iter().any(|number| {
            let checked = &checked[*number];
            match self.how {
                How::These => self.answers.iter().any(|answer| checked.contains(answer)),
                How::OtherThan => checked.iter().any(|answer| !self.answers.contains(answer)),
                How::OrAfter => {
                    let boxes = boxes(*number);
                    let first = boxes.iter().position(|said| *said == self.answers[0]);
                    let first =
                        first.unwrap_or_else(|| panic!("{number} has no {:?}", self.answers));
                    boxes[first..].iter().any(|said| checked.contains(said))
                }
            }
        })
    }
}

fn after<'a>(phrase: &'a str, mark: &str) -> &'a str {
    phrase.rsplit_once(mark).expect("a place in the phrase").1
}

fn before<'a>(phrase: &'a str, mark: &str) -> &'a str {
    phrase.split_once(mark).expect("a place in the phrase").0
}

/// Returns the boxes of a question, in order.
fn boxes(number: usize) -> Vec<String> {
    let index = index_of(number);
    let words = &paper().words;
    let options = words.items[usize::from(index.0)].options.iter();
    let options = options.map(|said| short_option(said.0).to_owned());
    let open = [words.phrases.unsure, words.phrases.declined];
    options.chain(open.map(str::to_owned)).collect()
}

fn index_of(number: usize) -> ItemIndex {
    let order = &paper().order;
    let mut all = order.danger.iter().chain(&order.others);
    *all.nth(number - 1).unwrap()
}

/// Conditions of all questions by number. Index 0 is unused.
fn conditions() -> &'static [Told] {
    static CONDITIONS: OnceLock<Vec<Told>> = OnceLock::new();
    CONDITIONS.get_or_init(|| {
        let html = page(paper());
        let all = paper().questionnaire.items.len();
        let message =
            (1..=all).map(|number| condition_of(&html, number).map(|message| clauses(&message)));
        std::iter::once(None).chain(message).collect()
    })
}

/// Splits a condition into clauses. Each ends where the next one opens a quote.
fn clauses(message: &str) -> Vec<Clause> {
    let mut pieces: Vec<String> = Vec::new();
    let mut has_links = true;
    for piece in message.split_inclusive("</a>") {
        if piece.contains('“') && has_links {
            pieces.push(String::new());
        }
        has_links = piece.contains("<a ");
        pieces
            .last_mut()
            .expect("answers stand before questions")
            .push_str(piece);
    }
    pieces.iter().map(|piece| Clause::read(piece)).collect()
}

/// Fills in the paper form with these answers. Returns the questions that the form does not say to skip.
fn filled_in(response: &Response) -> BTreeSet<ItemIndex> {
    let paper = paper();
    let phrases = &paper.words.phrases;
    let all = paper.questionnaire.items.len();
    let mut checked: Vec<BTreeSet<String>> = vec![BTreeSet::new(); all + 1];
    let mut asked = BTreeSet::new();
    for number in 1..=all {
        let fits = |message: &Vec<Clause>| message.iter().any(|clause| clause.fits(&checked));
        if conditions()[number]
            .as_ref()
            .is_some_and(|message| !fits(message))
        {
            continue;
        }
        let index = index_of(number);
        asked.insert(index);
        let item = paper.questionnaire.item(index).unwrap();
        let boxes = boxes(number);
        checked[number] = match response.get(item.link_id) {
            Some(Answer::Chosen(chosen)) => {
                let places = item.tidy(chosen).indices();
                places
                    .map(|place| boxes[usize::from(place)].clone())
                    .collect()
            }
            Some(Answer::Declined) => BTreeSet::from([phrases.declined.to_owned()]),
            // The instructions say that an open answer is most often read as "Not sure".
            Some(Answer::Unsure) | None => BTreeSet::from([phrases.unsure.to_owned()]),
        };
    }
    asked
}

fn on_screen(response: &Response) -> BTreeSet<ItemIndex> {
    let sheet = ScoredAnswers::read(&paper().questionnaire, response, GapPolicy::PerItem);
    let items = paper().questionnaire.indexed_items();
    let shown = items.filter(|(index, _)| sheet.get(*index).shown);
    shown.map(|(index, _)| index).collect()
}

fn names(items: impl Iterator<Item = ItemIndex>) -> Vec<&'static str> {
    let items = items.map(|index| paper().questionnaire.item(index).unwrap());
    items.map(|item| item.link_id.0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_128),
        ..ProptestConfig::default()
    })]

    /// Paper may ask more than the screen, but never less.
    #[test]
    fn nobody_who_is_asked_on_screen_is_told_to_skip_on_paper(paper in papers()) {
        let response = paper.response();
        let asked = filled_in(&response);
        let skipped = on_screen(&response).difference(&asked).copied().collect::<Vec<_>>();
        let skipped = names(skipped.into_iter());
        assert!(skipped.is_empty(), "{skipped:?} by {paper:?}");
    }
}

/// Tests every option of every question, with all other answers at their mildest.
#[test]
fn nobody_with_one_other_answer_is_told_to_skip_what_the_screen_asks() {
    for item in paper().questionnaire.items {
        for place in item.all_options().indices() {
            let mut response = mildest();
            response.set(item.link_id, Answer::Chosen(Options::only(place)));
            let asked = filled_in(&response);
            let skipped = on_screen(&response);
            let skipped = skipped.difference(&asked).copied();
            assert_eq!(names(skipped), [""; 0], "{}: {place}", item.link_id.0);
        }
    }
}

/// Where conditions must hold together, paper may ask more than the screen, but not for the mildest answers.
#[test]
fn who_uses_nothing_is_asked_on_paper_what_the_screen_asks() {
    let response = mildest();
    assert_eq!(
        names(filled_in(&response).into_iter()),
        names(on_screen(&response).into_iter())
    );
}

#[test]
fn every_condition_names_only_questions_above_and_stands_only_where_there_is_one() {
    let mut message = 0;
    for (number, clauses) in conditions().iter().enumerate().skip(1) {
        let item = paper().questionnaire.item(index_of(number)).unwrap();
        assert!(
            clauses.is_none() || item.enable_when.is_some(),
            "{} is always asked",
            item.link_id.0
        );
        for clause in clauses.iter().flatten() {
            message += 1;
            for other in &clause.questions {
                assert!(*other < number, "{number} waits for {other}");
                let boxes = boxes(*other);
                for answer in &clause.answers {
                    assert!(boxes.contains(answer), "{other} has no {answer}");
                }
            }
        }
    }
    assert!(message > 40, "{message}");
    let open = conditions().iter().flatten().count();
    let conditional = paper().questionnaire.items.iter();
    let conditional = conditional.filter(|item| item.enable_when.is_some());
    assert_eq!(open, conditional.count(), "each with a condition tells it");
}

fn mildest() -> Response {
    let mut response = Response::default();
    for item in paper().questionnaire.items {
        response.set(item.link_id, Answer::Chosen(item.mildest()));
    }
    response
}
