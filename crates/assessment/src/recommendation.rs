//! What a set of answers comes to.

use std::collections::BTreeSet;

use super::advice::AdviceIndex;
use super::evaluation::{Bases, Evaluation};
use super::guidance::{Guidance, guidance};
use super::headline::{Gaps, Headline, headline, shows};
use super::output::{AddOn, Alert, FirstStep, LevelOfCare, Outputs, Urgency};
use super::questionnaire::{ItemIndex, LinkId, Questionnaire};
use super::range::Range;
use super::rating::{Dimension, Ratings, RiskRating};
use super::reason::{Reason, items_read_directly, reasons};
use super::response::Response;
use super::rule::{HelpId, RuleId, RuleIndex};
use super::scored_answers::{GapPolicy, Missing, ScoredAnswers};

/// A suggestion of where to start, with everything behind it.
///
/// It carries the versions it was made with, so that rule, source and version travel together.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// The first line.
    pub headline: Headline,
    /// What needs help now.
    pub alert: Alert,
    /// What comes before treatment.
    pub first_step: FirstStep,
    /// How much treatment; nothing under 18, where no adult level is ever shown.
    pub level: Option<LevelOfCare>,
    /// The level the rules came to, before the under-18 rule hides it. For tests and reviewers.
    pub computed_level: LevelOfCare,
    /// The level that usually follows; only after a first step or inpatient care.
    pub next_level: Option<LevelOfCare>,
    /// How soon.
    pub urgency: Urgency,
    /// How serious each area is.
    pub ratings: Ratings,
    /// What to add.
    pub add_ons: BTreeSet<AddOn>,
    /// Every medical sign that was chosen, in the order asked. Each is named on the result (V14).
    pub signs: Vec<Sign>,
    /// What to tell beside it, in order, each with its stable name. It changes nothing else.
    pub advice: Vec<(AdviceIndex, &'static str)>,
    /// Help screens and cards with how urgent each is, the most urgent first.
    pub help: Vec<(HelpId, Alert)>,
    /// The rules that set each output, with the answers they rest on.
    pub reasons: Vec<Reason>,
    /// Every rule that fired, in order.
    pub fired: Vec<RuleId>,
    /// Items that were shown and have no definite answer.
    pub unanswered: Vec<(LinkId, Missing)>,
    /// Whether so much is open that talking with a person comes first (V12).
    pub talk_first: bool,
    /// Whether to warn against stopping suddenly and alone (V03).
    pub do_not_stop_alone: bool,
    /// What changes the words around it, never the result itself.
    pub guidance: Guidance,
    /// The mildest and the most careful reading, where answers are missing.
    pub range: Option<Range>,
    /// The version of items and rules.
    pub version: &'static str,
}

/// A medical sign that was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The item it is an option of.
    pub item: LinkId,
    /// The index of that item.
    pub index: ItemIndex,
    /// Its index among the options.
    pub option: u8,
    /// Its stable name.
    pub code: &'static str,
}

/// Suggests a level of care, and says why.
///
/// Items the person was never asked count for nothing, even if an earlier answer to them is still there.
/// An item that was asked and left empty counts as its unsure option. No answers can make it fail.
///
/// ```
/// use assessment::{Alert, Answer, Options, Response, assess};
///
/// let questionnaire = content::questionnaire();
/// let right_now = questionnaire.find("right-now").and_then(|index| questionnaire.item(index));
/// let right_now = right_now.expect("the first question of every check");
/// let chest_pain = right_now.option_index("chest-pain").expect("one of its options");
///
/// let mut response = Response::default();
/// response.set(right_now.link_id, Answer::Chosen(Options::only(chest_pain)));
/// assert_eq!(assess(questionnaire, &response).alert, Alert::EmergencyNow);
/// ```
pub fn assess(questionnaire: &Questionnaire, response: &Response) -> Recommendation {
    let as_given = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    let asked = without_hidden(questionnaire, response, &as_given);
    let evaluation = Evaluation::of(questionnaire, as_given);
    let unanswered = unanswered(questionnaire, &evaluation);
    let talk_first =
        questions_open(questionnaire, &evaluation) >= usize::from(questionnaire.talk_first.from);
    let gaps = Gaps {
        many_open: talk_first,
        care_stands: talk_first && care_stands_when_mild(questionnaire, &asked),
    };
    let range = (!unanswered.is_empty()).then(|| Range::of(questionnaire, &asked));
    let guidance = guidance(questionnaire, &evaluation, gaps);
    let under_18 = guidance.under_18;
    let bases = Bases::of(questionnaire, &evaluation);
    let Outputs {
        alert,
        first_step,
        level,
        urgency,
    } = evaluation.outputs;
    let follows = first_step > FirstStep::None || level == LevelOfCare::MedicalInpatient;

    Recommendation {
        headline: headline(questionnaire, &evaluation, gaps),
        alert,
        first_step,
        level: (!under_18).then_some(level),
        computed_level: level,
        next_level: (follows && !under_18).then_some(evaluation.next_level),
        urgency,
        ratings: evaluation.ratings,
        advice: advice(questionnaire, &evaluation, gaps),
        signs: signs(questionnaire, &evaluation),
        help: help(questionnaire, &evaluation, gaps),
        reasons: reasons(questionnaire, &evaluation, &bases),
        fired: evaluation
            .fired(questionnaire)
            .map(|(_, rule)| rule.id)
            .collect(),
        unanswered,
        talk_first,
        do_not_stop_alone: guidance.do_not_stop_alone,
        guidance,
        range,
        version: questionnaire.version,
        add_ons: evaluation.add_ons,
    }
}

/// Whether withdrawal care around the clock stands even with every gap at its mildest (V12).
fn care_stands_when_mild(questionnaire: &Questionnaire, asked: &Response) -> bool {
    let scored = ScoredAnswers::read(questionnaire, asked, GapPolicy::MildestKeepingRules);
    Evaluation::of(questionnaire, scored).outputs.first_step >= FirstStep::WithdrawalCare
}

/// The answers to what is asked. Another reading of a gap may ask more; what was said there before
/// counts for nothing then too.
pub(super) fn without_hidden(
    questionnaire: &Questionnaire,
    response: &Response,
    scored: &ScoredAnswers,
) -> Response {
    let mut asked = response.clone();
    for (index, item) in questionnaire.indexed_items() {
        if !scored.get(index).shown {
            asked.clear(item.link_id);
        }
    }
    asked
}

/// The red flags of a set of answers that is still being filled in: rules that carry help, the most urgent
/// first. A flag whose answers already raise a more urgent one gives way to it. What has not been
/// reached counts as its mildest option.
pub fn red_flags(
    questionnaire: &Questionnaire,
    response: &Response,
    reached: &BTreeSet<LinkId>,
) -> Vec<RedFlag> {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::SoFar(reached));
    let evaluation = Evaluation::of(questionnaire, scored);
    raised(questionnaire, &evaluation)
}

/// The items that are asked, given what has been answered and reached so far.
pub fn shown(
    questionnaire: &Questionnaire,
    response: &Response,
    reached: &BTreeSet<LinkId>,
) -> BTreeSet<ItemIndex> {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::SoFar(reached));
    let indexed = questionnaire.indexed_items().map(|(index, _)| index);
    // Inserted one by one: collecting would bring a sort into the module for nothing.
    let mut shown = BTreeSet::new();
    shown.extend(indexed.filter(|index| scored.get(*index).shown));
    shown
}

/// A rule that fired and carries help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// How urgent.
    pub alert: Alert,
    /// The rule.
    pub rule: RuleIndex,
    /// The help screen or card.
    pub help: HelpId,
    /// The items it reads by itself.
    pub items: BTreeSet<ItemIndex>,
}

fn raised(questionnaire: &Questionnaire, evaluation: &Evaluation) -> Vec<RedFlag> {
    let mut flags = Vec::new();
    for alert in Alert::ALL.iter().rev() {
        for (rule, found) in evaluation.fired(questionnaire) {
            if let Some(help) = found.then.help.filter(|_| found.then.alert == *alert) {
                let items = items_read_directly(evaluation, &found.when);
                flags.push(RedFlag {
                    alert: *alert,
                    rule,
                    help,
                    items,
                });
            }
        }
    }
    let all = flags.clone();
    flags.retain(|flag| {
        let more_urgent = |other: &&RedFlag| other.alert > flag.alert;
        !all.iter()
            .filter(more_urgent)
            .any(|other| flag.items.is_subset(&other.items))
    });
    let shown = flags.clone();
    let is_shown = |help: HelpId| shown.iter().any(|flag| flag.help == help);
    flags.retain(|flag| {
        let mut ways = questionnaire.gives_way.iter();
        !ways.any(|(gives, to)| *gives == flag.help && is_shown(*to))
    });
    flags
}

/// The help that was raised, each once. Where much is open, cards that rest on open answers alone fold
/// into one (V12).
fn help(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    gaps: Gaps,
) -> Vec<(HelpId, Alert)> {
    let talk_first = &questionnaire.talk_first;
    let is_open = |item: &ItemIndex| evaluation.scored.get(*item).missing.is_some();
    let mut screens: Vec<(HelpId, Alert)> = Vec::new();
    for flag in raised(questionnaire, evaluation) {
        let folds = gaps.many_open
            && talk_first.folded.contains(&flag.help)
            && flag.items.iter().all(is_open);
        let help = if folds {
            talk_first.folded_into
        } else {
            flag.help
        };
        if !screens.iter().any(|(known, _)| *known == help) {
            screens.push((help, flag.alert));
        }
    }
    screens
}

fn advice(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    gaps: Gaps,
) -> Vec<(AdviceIndex, &'static str)> {
    let indexed = (0..).map(AdviceIndex).zip(questionnaire.advice);
    let found = indexed.filter(|(_, advice)| shows(questionnaire, evaluation, gaps, &advice.when));
    found.map(|(index, advice)| (index, advice.id)).collect()
}

fn unanswered(questionnaire: &Questionnaire, evaluation: &Evaluation) -> Vec<(LinkId, Missing)> {
    // What is asked on the result is no gap in it.
    let named = |(index, missing)| {
        let item = questionnaire.item(index)?;
        (!questionnaire.is_after_result(item)).then_some((item.link_id, missing))
    };
    evaluation.scored.missing().filter_map(named).collect()
}

/// Counts the questions that matter for talking first and have no definite answer, each once (V12).
fn questions_open(questionnaire: &Questionnaire, evaluation: &Evaluation) -> usize {
    let items = evaluation
        .scored
        .missing()
        .filter_map(|(index, _)| questionnaire.item(index));
    let counted = |question: &&str| questionnaire.talk_first.questions.contains(question);
    let mut questions = BTreeSet::new();
    questions.extend(items.map(|item| item.question()).filter(counted));
    questions.len()
}

/// Every medical sign that was chosen, in the order asked (evidence file, C.1).
fn signs(questionnaire: &Questionnaire, evaluation: &Evaluation) -> Vec<Sign> {
    let mut signs = Vec::new();
    for (index, item) in questionnaire.indexed_items() {
        let chosen = evaluation.scored.get(index).chosen;
        for (option, code) in (0_u8..).zip(item.options) {
            if item.signs.has(option) && chosen.has(option) {
                signs.push(Sign {
                    item: item.link_id,
                    index,
                    option,
                    code,
                });
            }
        }
    }
    signs
}

impl Recommendation {
    /// The rating of one area.
    pub fn rating(&self, dimension: Dimension) -> RiskRating {
        self.ratings.of(dimension)
    }

    /// The four ordered outputs.
    pub fn outputs(&self) -> Outputs {
        Outputs {
            alert: self.alert,
            first_step: self.first_step,
            level: self.computed_level,
            urgency: self.urgency,
        }
    }
}
