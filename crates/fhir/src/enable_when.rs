//! When an item is asked, in FHIR: `enableWhen` where a plain list of answers says it, and else the
//! expression extension of Structured Data Capture, in FHIRPath.

use serde_json::{Value, json};

use super::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};
use assessment::{Condition, DisplayCondition, Item, ItemIndex, ItemKind, Options, Questionnaire};

const ENABLE_WHEN_EXPRESSION: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

/// When an item is asked.
pub(super) enum EnableWhen {
    /// When any of these holds.
    AnyOf(Vec<Value>),
    /// When an expression is true.
    Expression(Value),
}

/// Writes when an item is asked; nothing where it always is.
pub(super) fn enable_when(
    questionnaire: &Questionnaire,
    own: ItemIndex,
    item: &Item,
) -> Option<EnableWhen> {
    let when = item.enable_when?;
    let writer = Writer { questionnaire, own };
    let mut answers = Vec::new();
    if writer.flat(&when, &mut answers) {
        let conditions = answers.iter();
        let conditions =
            conditions.flat_map(|(index, options)| writer.conditions(*index, *options));
        return Some(EnableWhen::AnyOf(conditions.collect()));
    }
    Some(EnableWhen::Expression(json!({
        "url": ENABLE_WHEN_EXPRESSION,
        "valueExpression": {
            "language": "text/fhirpath",
            "expression": writer.display(&when),
        },
    })))
}

struct Writer<'a> {
    questionnaire: &'a Questionnaire,
    own: ItemIndex,
}

impl Writer<'_> {
    /// Collects the answers of which any one is enough; tells whether the condition is no more than that.
    fn flat(&self, condition: &DisplayCondition, answers: &mut Vec<(ItemIndex, Options)>) -> bool {
        match condition {
            DisplayCondition::Holds(condition) => self.flat_condition(condition, answers),
            DisplayCondition::Any(list) => list.iter().all(|one| self.flat(one, answers)),
            DisplayCondition::All([one]) => self.flat(one, answers),
            DisplayCondition::All(_)
            | DisplayCondition::None(_)
            | DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => false,
        }
    }

    fn flat_condition(
        &self,
        condition: &Condition,
        answers: &mut Vec<(ItemIndex, Options)>,
    ) -> bool {
        match condition {
            Condition::AnsweredAnyOf(index, options) => {
                answers.push((*index, *options));
                true
            }
            Condition::AnsweredAtLeast(index, rank) => {
                let Some(item) = self.questionnaire.item(*index) else {
                    return false;
                };
                if item.kind == ItemKind::ChooseMany && *rank > 1 {
                    return false;
                }
                answers.push((*index, at_least(item, *rank)));
                let mut bounds = self.bounds(item, *rank);
                bounds.all(|bound| self.flat_condition(&bound, answers))
            }
            Condition::Any(list) => list.iter().all(|one| self.flat_condition(one, answers)),
            Condition::All([one]) => self.flat_condition(one, answers),
            Condition::All(_)
            | Condition::CountAtLeast(..)
            | Condition::AnyUnknown(_)
            | Condition::RatingAtLeast(..)
            | Condition::RuleFired(_) => false,
        }
    }

    /// Answers elsewhere that make an item at least so much by arithmetic. An item's own answers never
    /// decide whether it is asked.
    fn bounds(&self, item: &Item, rank: u8) -> impl Iterator<Item = Condition> + use<> {
        let own = self.own;
        let bounds = item.raised_by.iter();
        let bounds = bounds.filter(move |bound| bound.to >= rank && bound.item < own);
        bounds.map(|bound| Condition::AnsweredAtLeast(bound.item, bound.from))
    }

    /// One condition per answer. Where a missing answer counts as one of them, the standing answer for it
    /// opens the item too.
    fn conditions(&self, index: ItemIndex, options: Options) -> Vec<Value> {
        let Some(other) = self.questionnaire.item(index) else {
            return Vec::new();
        };
        let condition = |system: &str, code: &str| {
            json!({
                "question": other.link_id.0,
                "operator": "=",
                "answerCoding": { "system": system, "code": code },
            })
        };
        let own = option_system(self.questionnaire.url);
        let codes = codes(other, options).into_iter();
        codes
            .map(|code| match code {
                ASKED_UNKNOWN | ASKED_DECLINED => condition(DATA_ABSENT_REASON, code),
                code => condition(&own, code),
            })
            .collect()
    }

    fn display(&self, condition: &DisplayCondition) -> String {
        match condition {
            DisplayCondition::Holds(condition) => self.condition(condition),
            DisplayCondition::All(list) => join(list.iter().map(|one| self.display(one)), " and "),
            DisplayCondition::Any(list) => join(list.iter().map(|one| self.display(one)), " or "),
            DisplayCondition::None(list) => {
                format!(
                    "({}).not()",
                    join(list.iter().map(|one| self.display(one)), " or ")
                )
            }
            // The compiler lets no condition for a question read outputs.
            DisplayCondition::Reached(_)
            | DisplayCondition::OnlyFrom(..)
            | DisplayCondition::Completeness(_) => "false".to_owned(),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::AnsweredAnyOf(index, options) => self.answered(*index, *options),
            Condition::AnsweredAtLeast(index, rank) => {
                let Some(item) = self.questionnaire.item(*index) else {
                    return "false".to_owned();
                };
                let own = match item.kind {
                    // Of several choices, the rank is how many were made.
                    ItemKind::ChooseMany if *rank > 1 => {
                        format!(
                            "({} >= {rank})",
                            self.chosen(*index, at_least(item, 1), "count")
                        )
                    }
                    ItemKind::ChooseOne | ItemKind::ChooseMany | ItemKind::Scale => {
                        self.answered(*index, at_least(item, *rank))
                    }
                };
                let bounds = self.bounds(item, *rank);
                let all = std::iter::once(own).chain(bounds.map(|bound| self.condition(&bound)));
                join(all, " or ")
            }
            Condition::CountAtLeast(least, list) => {
                let points = list
                    .iter()
                    .map(|one| format!("iif({}, 1, 0)", self.condition(one)));
                format!("({} >= {least})", join(points, " + "))
            }
            Condition::All(list) => join(list.iter().map(|one| self.condition(one)), " and "),
            Condition::Any(list) => join(list.iter().map(|one| self.condition(one)), " or "),
            Condition::AnyUnknown(_) | Condition::RatingAtLeast(..) | Condition::RuleFired(_) => {
                "false".to_owned()
            }
        }
    }

    fn answered(&self, index: ItemIndex, options: Options) -> String {
        self.chosen(index, options, "exists")
    }

    /// The answers among these options, with a function that weighs them.
    fn chosen(&self, index: ItemIndex, options: Options, function: &str) -> String {
        let Some(other) = self.questionnaire.item(index) else {
            return "false".to_owned();
        };
        let codes = codes(other, options);
        let codes: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
        format!(
            "%resource.item.where(linkId = '{}').answer.value.code.where($this in ({})).{function}()",
            other.link_id.0,
            codes.join(" | ")
        )
    }
}

/// The options at which an item has this rank or more.
fn at_least(item: &Item, rank: u8) -> Options {
    let places = item.all_options().indices();
    places
        .filter(|location| item.rank_of_option(*location) >= rank)
        .map(Options::only)
        .fold(Options(0), Options::with)
}

/// The codes of these options, and of the standing answers that count as one of them.
fn codes(item: &Item, options: Options) -> Vec<&'static str> {
    let places = options.indices();
    let mut codes: Vec<&'static str> = places
        .filter_map(|location| item.options.get(usize::from(location)).copied())
        .collect();
    if options.has(item.unsure_as.option) {
        codes.push(ASKED_UNKNOWN);
    }
    if options.has(item.unsure_as.skipped) {
        codes.push(ASKED_DECLINED);
    }
    codes
}

fn join(parts: impl Iterator<Item = String>, with: &str) -> String {
    let parts: Vec<String> = parts.collect();
    match parts.as_slice() {
        [one] => one.clone(),
        _ => format!("({})", parts.join(with)),
    }
}
