//! Writes what a result depends on as JSON, as the command line prints it.

use serde_json::{Map, Value, json};

use assessment::{
    Alternative, ItemIndex, Options, Questionnaire, Recommendation, Response, answers_behind,
    most_informative_gaps, what_would_change,
};

/// Sets of changed answers larger than this are not looked for.
const LARGEST_SET: usize = 3;

/// Which reasons the result could do without, which answers would move the level, and which open
/// items would narrow the range most. Under 18, where no level is shown, none is told here either.
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
    let message = result.level.map(|_| {
        let message = what_would_change(questionnaire, response, LARGEST_SET);
        let written = |found: &[Alternative]| -> Vec<Value> {
            found
                .iter()
                .map(|one| alternative(questionnaire, one))
                .collect()
        };
        json!({ "lower": written(&message.lower), "raise": written(&message.raise) })
    });
    let clearer = most_informative_gaps(questionnaire, response);
    json!({
        "supporting": supporting.map(|reason| reason.rule.0).collect::<Vec<_>>(),
        "what_would_change": message,
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
