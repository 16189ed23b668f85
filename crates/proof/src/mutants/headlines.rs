//! Mutants of headlines.

use super::conditions::displayed;
use assessment::{HeadlineEntry, Questionnaire};

/// Adds every list of headlines with one entry missing, moved up, or with one mistake in its
/// condition.
pub fn of(questionnaire: &Questionnaire, add: &mut impl FnMut(String, &'static [HeadlineEntry])) {
    let entries = questionnaire.headlines;
    for (position, entry) in entries.iter().enumerate() {
        let name = format!("headline {} ({})", position.saturating_add(1), entry.id);
        let mut fewer = entries.to_vec();
        fewer.remove(position);
        add(format!("{name}: is missing"), fewer.leak());
        if position > 0 {
            let mut swapped = entries.to_vec();
            swapped.swap(position.saturating_sub(1), position);
            add(format!("{name}: before its turn"), swapped.leak());
        }
        for (what, when) in displayed(questionnaire, &entry.when) {
            let mut changed = entries.to_vec();
            if let Some(entry) = changed.get_mut(position) {
                entry.when = when;
            }
            add(format!("{name}: {what}"), changed.leak());
        }
    }
}
