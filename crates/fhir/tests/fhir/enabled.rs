//! Enable conditions as another FHIR renderer evaluates them: the same questions as on our screens.

use std::collections::BTreeSet;

use assessment::{Answer, GapPolicy, ItemIndex, ItemKind, LinkId, Response, ScoredAnswers};
use content::questionnaire;
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};
use proptest::prelude::{ProptestConfig, proptest};
use proptest::test_runner::RngSeed;
use serde_json::Value;

use crate::sheets::papers;
use crate::{code, extension, items, options, text, written};

const EXPRESSION: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

/// An enable condition, parsed from the written Questionnaire.
enum When {
    Always,
    /// `enableWhen` with any of these answers: link id and code.
    Flat(Vec<(String, String)>),
    Expression(Path),
}

impl When {
    fn of(item: &Value) -> When {
        let flat = item["enableWhen"].as_array();
        let expression = extension(item, EXPRESSION);
        assert!(
            flat.is_none() || expression.is_none(),
            "{}: told twice",
            item["linkId"]
        );
        if let Some(conditions) = flat {
            assert!(!conditions.is_empty());
            assert_eq!(item["enableBehavior"], "any");
            let answers = conditions.iter().map(|condition| {
                assert_eq!(condition["operator"], "=");
                let coding = &condition["answerCoding"];
                let data_absent = [ASKED_UNKNOWN, ASKED_DECLINED].contains(&text(&coding["code"]));
                let system = if data_absent {
                    DATA_ABSENT_REASON.to_owned()
                } else {
                    option_system(questionnaire().url)
                };
                assert_eq!(coding["system"], system);
                (
                    text(&condition["question"]).into(),
                    text(&coding["code"]).into(),
                )
            });
            return When::Flat(answers.collect());
        }
        assert_eq!(item.get("enableBehavior"), None);
        match expression {
            None => When::Always,
            Some(expression) => {
                let expression = &expression["valueExpression"];
                assert_eq!(expression["language"], "text/fhirpath");
                When::Expression(Path::read(text(&expression["expression"])))
            }
        }
    }

    /// Every answer the condition reads: link id and code.
    fn answers(&self) -> BTreeSet<(String, String)> {
        match self {
            When::Always => BTreeSet::new(),
            When::Flat(answers) => answers.iter().cloned().collect(),
            When::Expression(path) => {
                let mut found = BTreeSet::new();
                path.collect(&mut found);
                found
            }
        }
    }

    fn holds(&self, given: &BTreeSet<(String, String)>) -> bool {
        match self {
            When::Always => true,
            When::Flat(answers) => answers.iter().any(|answer| given.contains(answer)),
            When::Expression(path) => path.holds(given),
        }
    }
}

/// Strict parser for the subset of FHIRPath that the export writes.
enum Path {
    Answered(String, Vec<String>),
    AtLeast(Vec<Path>, usize),
    Not(Box<Path>),
    All(Vec<Path>),
    Any(Vec<Path>),
}

impl Path {
    fn read(text: &str) -> Path {
        let mut reader = Reader(text);
        let path = reader.path();
        assert_eq!(reader.0, "", "more than an expression in {text}");
        path
    }

    fn holds(&self, given: &BTreeSet<(String, String)>) -> bool {
        match self {
            Path::Answered(question, codes) => codes
                .iter()
                .any(|code| given.contains(&(question.clone(), code.clone()))),
            Path::AtLeast(of, least) => {
                of.iter().filter(|path| path.holds(given)).count() >= *least
            }
            Path::Not(path) => !path.holds(given),
            Path::All(of) => of.iter().all(|path| path.holds(given)),
            Path::Any(of) => of.iter().any(|path| path.holds(given)),
        }
    }

    fn collect(&self, into: &mut BTreeSet<(String, String)>) {
        match self {
            Path::Answered(question, codes) => {
                into.extend(codes.iter().map(|code| (question.clone(), code.clone())));
            }
            Path::Not(path) => path.collect(into),
            Path::AtLeast(of, _) | Path::All(of) | Path::Any(of) => {
                of.iter().for_each(|path| path.collect(into));
            }
        }
    }
}

struct Reader<'a>(&'a str);

impl<'a> Reader<'a> {
    fn consume(&mut self, token: &str) -> bool {
        let rest = self.0.strip_prefix(token);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn expect(&mut self, token: &str) {
        assert!(self.consume(token), "expected {token} at {}", self.0);
    }

    fn until(&mut self, token: &str) -> &'a str {
        let (before, after) = self.0.split_once(token).expect("the expression goes on");
        self.0 = after;
        before
    }

    fn path(&mut self) -> Path {
        if self.consume("%resource.item.where(linkId = '") {
            let question = self.until("')").to_owned();
            self.expect(".answer.value.code.where($this in (");
            let codes = self.until("))").split(" | ");
            let codes = codes.map(|code| {
                let code = code
                    .strip_prefix('\'')
                    .and_then(|code| code.strip_suffix('\''));
                code.expect("a code in quotes").to_owned()
            });
            let codes = codes.collect();
            self.expect(".exists()");
            return Path::Answered(question, codes);
        }
        self.expect("(");
        if self.0.starts_with("(iif(") {
            self.expect("(");
            let mut of = Vec::new();
            while self.consume("iif(") {
                of.push(self.path());
                self.expect(", 1, 0)");
                self.consume(" + ");
            }
            self.expect(") >= ");
            return Path::AtLeast(of, self.until(")").parse().expect("a number"));
        }
        let mut of = vec![self.path()];
        let mut by = None;
        while !self.consume(")") {
            let word = if self.consume(" and ") { "and" } else { "or" };
            if word == "or" {
                self.expect(" or ");
            }
            assert!(
                by.is_none_or(|known| known == word),
                "and beside or without brackets"
            );
            by = Some(word);
            of.push(self.path());
        }
        let path = match by {
            Some("and") => Path::All(of),
            _ => Path::Any(of),
        };
        if self.consume(".not()") {
            return Path::Not(Box::new(path));
        }
        path
    }
}

#[test]
fn enable_conditions_use_existing_options_of_earlier_items() {
    let written = written();
    let mut earlier: Vec<&Value> = Vec::new();
    let (mut flat, mut expressions) = (0, 0);
    for (item, ours) in items(&written).zip(questionnaire().items) {
        let when = When::of(item);
        match (&when, ours.enable_when) {
            (When::Always, None) => {}
            (When::Flat(_), Some(_)) => flat += 1,
            (When::Expression(_), Some(_)) => expressions += 1,
            (When::Always, Some(_)) | (When::Flat(_) | When::Expression(_), None) => {
                panic!("{} is not asked when it should be", ours.link_id.0)
            }
        }
        for (question, answer) in when.answers() {
            let other = earlier.iter().find(|other| other["linkId"] == question);
            let other = other.unwrap_or_else(|| panic!("{}: {question}", ours.link_id.0));
            assert!(
                options(other).any(|option| code(option) == answer),
                "{}: {question} has no {answer}",
                ours.link_id.0
            );
        }
        earlier.push(item);
    }
    assert!(flat > 20 && expressions > 3, "{flat} and {expressions}");
}

/// Every renderer supports `enableWhen`, so the export prefers it wherever it is enough.
#[test]
fn expression_is_used_only_where_enable_when_is_not_enough() {
    let written = written();
    let form = |link_id: &str| {
        let item = items(&written).find(|item| item["linkId"] == link_id);
        match When::of(item.unwrap()) {
            When::Always => "always",
            When::Flat(_) => "flat",
            When::Expression(_) => "expression",
        }
    };
    for (link_id, expected) in [
        ("age", "always"),
        ("suicide-attempt", "always"),
        ("days-alcohol", "flat"),
        ("means-in-reach", "flat"),
        ("symptoms-danger", "flat"),
        ("much-time", "flat"),
        ("waking-danger", "expression"),
        ("supervised-detox", "expression"),
        ("longest-stretch", "expression"),
        ("earlier-treatment", "expression"),
    ] {
        assert_eq!(form(link_id), expected, "{link_id}");
    }
}

/// Other renderers must ask the same questions: a data-absent code enables what the option it
/// counts as enables.
#[test]
fn data_absent_codes_enable_the_same_items_as_their_option() {
    let written = written();
    let read: Vec<(&str, BTreeSet<(String, String)>)> = items(&written)
        .map(|item| (text(&item["linkId"]), When::of(item).answers()))
        .collect();
    let opens = |link_id: &str, answer: &str| -> BTreeSet<&str> {
        let wanted = (link_id.to_owned(), answer.to_owned());
        let of_it = read.iter().filter(|(_, answers)| answers.contains(&wanted));
        of_it.map(|(link_id, _)| *link_id).collect()
    };
    for item in questionnaire().items {
        let option = |option: u8| item.options[usize::from(option)];
        for (data_absent, counts_as) in [
            (ASKED_UNKNOWN, option(item.unsure_as.option)),
            (ASKED_DECLINED, option(item.unsure_as.skipped)),
        ] {
            assert_eq!(
                opens(item.link_id.0, data_absent),
                opens(item.link_id.0, counts_as),
                "{}",
                item.link_id.0
            );
        }
    }
    assert!(opens("substances", ASKED_UNKNOWN).contains("last-unknown"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_261_128),
        ..ProptestConfig::default()
    })]

    /// Evaluating the written conditions enables the same items as the check.
    #[test]
    fn other_renderers_enable_the_same_items(paper in papers()) {
        let mut response = paper.response();
        // Other renderers have no value for an empty item; on screen it counts as declined.
        for item in questionnaire().items {
            if response.get(item.link_id).is_none() {
                response.set(item.link_id, Answer::Declined);
            }
        }
        let scored = ScoredAnswers::read(questionnaire(), &response, GapPolicy::PerItem);
        let shown: Vec<&str> = questionnaire()
            .indexed_items()
            .filter(|(index, _)| scored.get(*index).shown)
            .map(|(_, item)| item.link_id.0)
            .collect();
        assert_eq!(asked(&response), shown, "{paper:?}");
    }
}

/// The items that another renderer would enable, in order, given these answers.
fn asked(response: &Response) -> Vec<&'static str> {
    let mut given: BTreeSet<(String, String)> = BTreeSet::new();
    let mut asked = Vec::new();
    for ((index, item), when) in questionnaire().indexed_items().zip(conditions()) {
        if when.holds(&given) {
            asked.push(item.link_id.0);
            let codes = codes(index, response.get(item.link_id));
            given.extend(codes.map(|code| (item.link_id.0.to_owned(), code)));
        }
    }
    asked
}

fn conditions() -> &'static [When] {
    static CONDITIONS: std::sync::OnceLock<Vec<When>> = std::sync::OnceLock::new();
    CONDITIONS.get_or_init(|| items(&written()).map(When::of).collect())
}

fn codes(index: ItemIndex, answer: Option<Answer>) -> impl Iterator<Item = String> {
    let item = questionnaire().item(index).unwrap();
    let codes: Vec<String> = match answer {
        None => Vec::new(),
        Some(Answer::Unsure) => vec![ASKED_UNKNOWN.into()],
        Some(Answer::Declined) => vec![ASKED_DECLINED.into()],
        Some(Answer::Chosen(chosen)) => {
            let chosen = item.tidy(chosen).indices();
            chosen
                .map(|option| item.options[usize::from(option)].into())
                .collect()
        }
    };
    codes.into_iter()
}

/// The mildest answers hide items that only a symptom enables; one symptom shows them.
#[test]
fn one_yes_enables_second_step_of_checklist() {
    let mut response = Response::default();
    for item in questionnaire().items {
        response.set(item.link_id, Answer::Chosen(item.mildest()));
    }
    let set = |response: &mut Response, link_id: &'static str, option: &str| {
        let item = questionnaire()
            .item(questionnaire().find(link_id).unwrap())
            .unwrap();
        assert_eq!(item.kind == ItemKind::ChooseMany, link_id == "substances");
        let option = item.option_index(option).unwrap();
        let chosen = assessment::Options::only(option);
        response.set(LinkId(link_id), Answer::Chosen(chosen));
    };
    set(&mut response, "substances", "cannabis");
    assert!(!asked(&response).contains(&"much-time"));
    set(&mut response, "strong-pull", "yes");
    assert!(asked(&response).contains(&"much-time"));
}
