//! Named conditions and counts, compiled separately, so that the rulebook can print rules with
//! their names.

use super::logic::{LoadedFile, Logic};
use super::problem::Text;
use super::rules::RuleCompiler;
use super::schema::RulesFile;
use assessment::{Condition, Questionnaire};

/// Named condition.
#[derive(Clone, Debug)]
pub struct Term {
    /// Name in the rule files.
    pub id: String,
    /// The condition it names.
    pub means: Condition,
}

/// Named list of conditions to count.
#[derive(Clone, Debug)]
pub struct Count {
    /// Name in the rule files.
    pub id: String,
    /// The conditions, one point each.
    pub of: &'static [Condition],
}

/// All named conditions and counts of the rules.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Named conditions, in the order of the files.
    pub terms: Vec<Term>,
    /// Named lists to count, in the order of the files.
    pub counts: Vec<Count>,
}

impl Terms {
    /// Compiles each name as the condition of a generated rule, after all others.
    pub fn of(logic: &Logic, questionnaire: &Questionnaire) -> Terms {
        let bodies = || logic.rules.iter().map(|file| &file.body);
        let terms: Vec<&str> = bodies()
            .flat_map(|body| &body.definition)
            .map(|definition| definition.id.get_ref().as_str())
            .collect();
        let counts: Vec<&str> = bodies()
            .flat_map(|body| &body.count)
            .map(|count| count.id.get_ref().as_str())
            .collect();
        let of_terms = terms
            .iter()
            .map(|id| lone_rule(id, &format!("is = \"{id}\"")));
        let of_counts = counts
            .iter()
            .map(|id| lone_rule(id, &format!("count = \"{id}\", at_least = 1")));
        let body: String = of_terms.chain(of_counts).collect();
        let Ok(read) = toml::from_str::<RulesFile>(&body) else {
            return Terms::default();
        };
        let extra = LoadedFile {
            text: Text {
                file: "terms".into(),
                body,
            },
            body: read,
        };
        let mut problems = Vec::new();
        let mut compiler = RuleCompiler::new(questionnaire.items, &logic.rules, &mut problems);
        for file in &logic.rules {
            compiler.file(file);
        }
        compiler.file(&extra);
        let rules = compiler.finish();
        let mut compiled = rules
            .iter()
            .skip(questionnaire.rules.len())
            .map(|rule| rule.when);
        let terms = terms.into_iter().zip(compiled.by_ref());
        let terms = terms.map(|(id, means)| Term {
            id: id.into(),
            means,
        });
        let terms = terms.collect();
        let counts = counts.into_iter().zip(compiled);
        let counts = counts.filter_map(|(id, condition)| match condition {
            Condition::CountAtLeast(_, of) => Some(Count { id: id.into(), of }),
            Condition::AnsweredAtLeast(..)
            | Condition::AnsweredAnyOf(..)
            | Condition::AnyUnknown(_)
            | Condition::RatingAtLeast(..)
            | Condition::RuleFired(_)
            | Condition::All(_)
            | Condition::Any(_) => None,
        });
        Terms {
            terms,
            counts: counts.collect(),
        }
    }
}

fn lone_rule(id: &str, when: &str) -> String {
    format!(
        "[[rule]]\nid = \"{id}\"\nwhen = {{ {when} }}\nthen = {{}}\nrationale = \"\"\n\
         evidence = \"\"\nreviewed = \"none\"\n"
    )
}
