//! Finds the missing answers that would narrow a result's range most.

use super::output::Outputs;
use super::questionnaire::{Item, ItemIndex, Options, Questionnaire};
use super::range::Range;
use super::recommendation::without_hidden;
use super::response::{Answer, Response};
use super::scored_answers::{GapPolicy, ScoredAnswers};
use super::sensitivity::evaluate;

/// Finds at most two unanswered items that would narrow the range most, the better first.
/// Compares items by their worst case: the answer that leaves the range widest.
pub fn most_informative_gaps(questionnaire: &Questionnaire, response: &Response) -> Vec<ItemIndex> {
    let mut response = response.clone();
    let mut items = Vec::new();
    while items.len() < 2 {
        let width = width(range(questionnaire, &response));
        let scored = evaluate(questionnaire, &response).scored;
        let mut best: Option<(u32, u32, ItemIndex, Options)> = None;
        for (index, _) in scored.missing() {
            let Some(item) = questionnaire.item(index).filter(|item| item.rated) else {
                continue;
            };
            let (mut widest, mut sum, mut worst) = (0, 0, item.mildest());
            for to in answers(item) {
                let mut answered = response.clone();
                answered.set(item.link_id, Answer::Chosen(to));
                let left = self::width(range(questionnaire, &answered));
                sum += left;
                if left > widest {
                    (widest, worst) = (left, to);
                }
            }
            let average = sum / u32::try_from(answers(item).len().max(1)).unwrap_or(1);
            let better = best.is_none_or(|(best_widest, best_average, ..)| {
                (widest, average) < (best_widest, best_average)
            });
            if better && average < width {
                best = Some((widest, average, index, worst));
            }
        }
        let Some((_, _, index, worst)) = best else {
            break;
        };
        items.push(index);
        if let Some(item) = questionnaire.item(index) {
            response.set(item.link_id, Answer::Chosen(worst));
        }
    }
    items
}

/// Answers to try: each option by itself.
fn answers(item: &Item) -> Vec<Options> {
    let indices = (0..32).take(item.options.len());
    indices.map(Options::only).collect()
}

fn range(questionnaire: &Questionnaire, response: &Response) -> Range {
    let scored = ScoredAnswers::read(questionnaire, response, GapPolicy::PerItem);
    Range::of(
        questionnaire,
        &without_hidden(questionnaire, response, &scored),
    )
}

/// Distance between the two ends of a range: the sum of rank differences over the four outputs.
fn width(range: Range) -> u32 {
    let steps = |outputs: Outputs| {
        u32::from(outputs.alert.rank())
            + u32::from(outputs.first_step.rank())
            + u32::from(outputs.level.rank())
            + u32::from(outputs.urgency.rank())
    };
    steps(range.most_careful).saturating_sub(steps(range.mildest))
}
