//! Recommendation: the result of an assessment.

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
use super::sorted_set::SortedSet;

/// Suggested starting point with its reasons.
///
/// It carries the version of items and rules, so that a copy names the rules it came from.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// First line of the result.
    pub headline: Headline,
    /// Urgency of signs that need help now.
    pub alert: Alert,
    /// First step before treatment.
    pub first_step: FirstStep,
    /// Level of care; `None` under 18, where no adult level is ever shown.
    pub level: Option<LevelOfCare>,
    /// Level computed by the rules, before it is hidden under 18. For tests and reviewers.
    pub computed_level: LevelOfCare,
    /// Level that usually follows; only after a first step or inpatient care.
    pub next_level: Option<LevelOfCare>,
    /// How soon.
    pub urgency: Urgency,
    /// Risk rating of each dimension.
    pub ratings: Ratings,
    /// Add-ons.
    pub add_ons: SortedSet<AddOn>,
    /// Every chosen medical sign, in display order. Each is named on the result (V14).
    pub signs: Vec<Sign>,
    /// Advice beside the result, in order, each with its stable id. It changes no output.
    pub advice: Vec<(AdviceIndex, &'static str)>,
    /// Help screens and cards with their alert, the most urgent first.
    pub help: Vec<(HelpId, Alert)>,
    /// Rules that set each output, with the answers they depend on.
    pub reasons: Vec<Reason>,
    /// Every fired rule, in order.
    pub fired: Vec<RuleId>,
    /// Items that were shown and have no definite answer.
    pub unanswered: Vec<(LinkId, Missing)>,
    /// Whether so many answers are missing that talking with a person comes first (V12).
    pub talk_first: bool,
    /// Whether to warn against stopping suddenly and alone (V03).
    pub do_not_stop_alone: bool,
    /// Changes to the words around the result, never to the result itself.
    pub guidance: Guidance,
    /// Mildest and most careful outputs, where answers are missing.
    pub range: Option<Range>,
    /// The version of items and rules.
    pub version: &'static str,
}

/// Chosen medical sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Item that it is an option of.
    pub item: LinkId,
    /// The index of that item.
    pub index: ItemIndex,
    /// Index of the option.
    pub option: u8,
    /// Code of the option.
    pub code: &'static str,
}

/// Evaluates a response: suggests a level of care, with reasons.
///
/// Answers to hidden items are ignored, even if one was given earlier. An item that was asked and
/// not answered counts as its unsure option. No answers can make it fail.
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
    let follows = first_step > FirstStep::None || level >= LevelOfCare::MedicalInpatient;

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

/// Tells whether 24-hour withdrawal care is suggested even with every gap at its mildest (V12).
fn care_stands_when_mild(questionnaire: &Questionnaire, asked: &Response) -> bool {
    let scored = ScoredAnswers::read(questionnaire, asked, GapPolicy::MildestKeepingRules);
    Evaluation::of(questionnaire, scored).outputs.first_step >= FirstStep::WithdrawalCare
}

/// Removes answers to hidden items. A different gap policy may enable more items; earlier answers
/// to those must not count either.
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

/// Lists the red flags of an incomplete response: fired rules with a help screen, the most urgent
/// first. A flag whose items all raise a more urgent flag is omitted. Items that have not been
/// reached count as their mildest option.
pub fn red_flags(
    questionnaire: &Questionnaire,
    response: &Response,
    reached: &SortedSet<LinkId>,
) -> Vec<RedFlag> {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::SoFar(reached));
    let evaluation = Evaluation::of(questionnaire, scored);
    raised(questionnaire, &evaluation)
}

/// Lists the items that are asked, given the answers and the items reached so far.
pub fn shown(
    questionnaire: &Questionnaire,
    response: &Response,
    reached: &SortedSet<LinkId>,
) -> SortedSet<ItemIndex> {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::SoFar(reached));
    let indexed = questionnaire.indexed_items().map(|(index, _)| index);
    // Extends instead of collecting: `collect` would add sort code to the wasm module.
    let mut shown = SortedSet::new();
    shown.extend(indexed.filter(|index| scored.get(*index).shown));
    shown
}

/// Fired rule with a help screen or card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// Its alert.
    pub alert: Alert,
    /// The rule.
    pub rule: RuleIndex,
    /// The help screen or card.
    pub help: HelpId,
    /// Items that it reads directly.
    pub items: SortedSet<ItemIndex>,
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
        let mut pairs = questionnaire.gives_way.iter();
        !pairs.any(|(gives, to)| *gives == flag.help && is_shown(*to))
    });
    flags
}

/// Lists the help screens and cards to show, without duplicates. Where many answers are missing,
/// one card replaces those that depend on unanswered items only (V12).
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
    // Items asked on the result page are not gaps in the result.
    let named = |(index, missing)| {
        let item = questionnaire.item(index)?;
        (!questionnaire.is_after_result(item)).then_some((item.link_id, missing))
    };
    evaluation.scored.missing().filter_map(named).collect()
}

/// Counts distinct unanswered questions that count toward talk-first (V12).
fn questions_open(questionnaire: &Questionnaire, evaluation: &Evaluation) -> usize {
    let items = evaluation
        .scored
        .missing()
        .filter_map(|(index, _)| questionnaire.item(index));
    let counted = |question: &&str| questionnaire.talk_first.questions.contains(question);
    let mut questions = SortedSet::new();
    questions.extend(items.map(|item| item.question()).filter(counted));
    questions.len()
}

/// Lists every chosen medical sign, in display order (evidence file, C.1).
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
