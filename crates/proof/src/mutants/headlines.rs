//! Mistakes in which headline is shown.

use super::conditions::displayed;
use assessment::{HeadlineEntry, Questionnaire};

/// Adds every list of headlines with one entry missing, before its turn, or with one mistake in when it
/// holds.
pub fn of(questionnaire: &Questionnaire, add: &mut impl FnMut(String, &'static [HeadlineEntry])) {
    let entries = questionnaire.headlines;
    for (place, entry) in entries.iter().enumerate() {
        let name = format!("headline {} ({})", place.saturating_add(1), entry.id);
        let mut fewer = entries.to_vec();
        fewer.remove(place);
        add(format!("{name}: is missing"), fewer.leak());
        if place > 0 {
            let mut swapped = entries.to_vec();
            swapped.swap(place.saturating_sub(1), place);
            add(format!("{name}: before its turn"), swapped.leak());
        }
        for (what, when) in displayed(questionnaire, &entry.when) {
            let mut changed = entries.to_vec();
            if let Some(entry) = changed.get_mut(place) {
                entry.when = when;
            }
            add(format!("{name}: {what}"), changed.leak());
        }
    }
}
