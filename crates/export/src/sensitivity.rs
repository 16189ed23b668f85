//! Serializes the sensitivity of a result to its answers as JSON for the command line.

use serde_json::{Map, Value, json};

use assessment::{
    Alternative, ItemIndex, Options, Questionnaire, Recommendation, Response, answers_behind,
    most_informative_gaps, what_would_change,
};

/// Maximum number of changed answers per alternative.
const LARGEST_SET: usize = 3;

/// Lists redundant reasons, answers that would change the level, and the missing answers that would
/// narrow the range most. Under 18 no level is shown, so no changes of it are listed.
pub fn sensitivity(
    questionnaire: &Questionnaire,
    response: &Response,
    result: &Recommendation,
) -> Value {
    let supporting = answers_behind(questionnaire, response, &result.reasons);
    let supporting = result
        .reasons
        .iter()
        .filter(|reason| supporting.contains(&reason.index));
    let changes = result.level.map(|_| {
        let changes = what_would_change(questionnaire, response, LARGEST_SET);
        let written = |found: &[Alternative]| -> Vec<Value> {
            found
                .iter()
                .map(|one| alternative(questionnaire, one))
                .collect()
        };
        json!({ "lower": written(&changes.lower), "raise": written(&changes.raise) })
    });
    let clearer = most_informative_gaps(questionnaire, response);
    json!({
        "supporting": supporting.map(|reason| reason.rule.0).collect::<Vec<_>>(),
        "what_would_change": changes,
        "clearer": clearer.into_iter().map(|index| link_id(questionnaire, index)).collect::<Vec<_>>(),
    })
}

fn alternative(questionnaire: &Questionnaire, alternative: &Alternative) -> Value {
    let mut changes = Map::new();
    for change in &alternative.changes {
        let to = options(questionnaire, change.item, change.to);
        changes.insert(link_id(questionnaire, change.item).to_owned(), to.into());
    }
    json!({
        "answers": changes,
        "level": { "rank": alternative.level.rank(), "code": alternative.level.code() },
    })
}

fn link_id(questionnaire: &Questionnaire, index: ItemIndex) -> &'static str {
    questionnaire.item(index).map_or("", |item| item.link_id.0)
}

fn options(questionnaire: &Questionnaire, index: ItemIndex, chosen: Options) -> Vec<&'static str> {
    let options = questionnaire
        .item(index)
        .map_or(&[][..], |item| item.options);
    let named = chosen
        .indices()
        .filter_map(|position| options.get(usize::from(position)));
    named.copied().collect()
}
