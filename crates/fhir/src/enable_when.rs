//! Serializes display conditions for FHIR: `enableWhen` where a list of answers is enough,
//! otherwise the `enableWhenExpression` extension of Structured Data Capture (SDC), in FHIRPath.

use serde_json::{Value, json};

use super::{ASKED_DECLINED, ASKED_UNKNOWN, DATA_ABSENT_REASON, option_system};
use assessment::{Condition, DisplayCondition, Item, ItemIndex, ItemKind, Options, Questionnaire};

const ENABLE_WHEN_EXPRESSION: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression";

/// The condition that enables an item.
pub(super) enum EnableWhen {
    /// `enableWhen` conditions with `enableBehavior` "any".
    AnyOf(Vec<Value>),
    /// `enableWhenExpression` extension.
    Expression(Value),
}

/// Serializes the condition that enables an item; `None` if it is always enabled.
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
    /// Collects the answers that enable the item. Returns whether any one of them is enough.
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

    /// Conditions on other items that raise this item's rank to at least `rank`. The item being
    /// written and later ones are excluded: a condition may only read earlier items.
    fn bounds(&self, item: &Item, rank: u8) -> impl Iterator<Item = Condition> + use<> {
        let own = self.own;
        let bounds = item.raised_by.iter();
        let bounds = bounds.filter(move |bound| bound.to >= rank && bound.item < own);
        bounds.map(|bound| Condition::AnsweredAtLeast(bound.item, bound.from))
    }

    /// One `enableWhen` condition per option. Where a missing answer counts as one of the options,
    /// its data-absent code enables the item too.
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
            // The content compiler rejects conditions on outputs here.
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
                    // The rank of a multiple-choice item is the number of choices.
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
                let ones = list
                    .iter()
                    .map(|one| format!("iif({}, 1, 0)", self.condition(one)));
                format!("({} >= {least})", join(ones, " + "))
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

    /// FHIRPath that selects the chosen ones of these options and applies a function to them.
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

/// The options of an item with this rank or a higher one.
fn at_least(item: &Item, rank: u8) -> Options {
    let indices = item.all_options().indices();
    indices
        .filter(|index| item.rank_of_option(*index) >= rank)
        .map(Options::only)
        .fold(Options(0), Options::with)
}

/// The codes of these options, and the data-absent codes that count as one of them.
fn codes(item: &Item, options: Options) -> Vec<&'static str> {
    let indices = options.indices();
    let mut codes: Vec<&'static str> = indices
        .filter_map(|index| item.options.get(usize::from(index)).copied())
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
