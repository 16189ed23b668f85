//! Coverage of rules by stories.

use assessment::{Questionnaire, RuleId, assess};

use super::Vignette;

/// Rule with the stories that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// The rule.
    pub rule: RuleId,
    /// Stories that name the rule under `fired`, and in which it fires.
    pub told_by: Vec<&'a Vignette>,
    /// Every story in which it fires, named or not.
    pub fires_in: Vec<&'a Vignette>,
}

/// Lists every rule, in evaluation order, with the stories that cover it.
pub fn coverage<'a>(questionnaire: &Questionnaire, vignettes: &'a [Vignette]) -> Vec<Coverage<'a>> {
    let empty = |rule| Coverage {
        rule,
        told_by: Vec::new(),
        fires_in: Vec::new(),
    };
    let rules = questionnaire.rules.iter().map(|rule| rule.id);
    let mut coverage: Vec<Coverage<'a>> = rules.map(empty).collect();
    for vignette in vignettes {
        let fired = assess(questionnaire, &vignette.response).fired;
        for row in coverage.iter_mut().filter(|row| fired.contains(&row.rule)) {
            row.fires_in.push(vignette);
            if vignette.expect.fired.contains(&row.rule) {
                row.told_by.push(vignette);
            }
        }
    }
    coverage
}
