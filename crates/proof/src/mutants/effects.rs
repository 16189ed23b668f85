//! Mutants of effects.

use super::Mistake;
use assessment::{Alert, Effect, FirstStep, LevelOfCare, RiskRating, Rule, Scale, Track, Urgency};

/// Adds every mutant with one mistake in the effect of a rule.
pub fn of(rule: &Rule, add: &mut impl FnMut(Mistake, String, Rule)) {
    let then = rule.then;
    let mut effect =
        |mistake, what: String, then: Effect| add(mistake, what, Rule { then, ..*rule });
    for alert in near(Alert::ALL, then.alert) {
        let what = format!("alert {} is {}", then.alert.rank(), alert.rank());
        effect(Mistake::WrongEffect, what, Effect { alert, ..then });
    }
    for first_step in near(FirstStep::ALL, then.first_step) {
        let what = format!(
            "first step {} is {}",
            then.first_step.rank(),
            first_step.rank()
        );
        effect(Mistake::WrongEffect, what, Effect { first_step, ..then });
    }
    for level in near(LevelOfCare::ALL, then.level) {
        let what = format!("level {} is {}", then.level.rank(), level.rank());
        effect(Mistake::WrongEffect, what, Effect { level, ..then });
    }
    for urgency in near(Urgency::ALL, then.urgency) {
        let what = format!("urgency {} is {}", then.urgency.rank(), urgency.rank());
        effect(Mistake::WrongEffect, what, Effect { urgency, ..then });
    }
    for (position, (scale, rating)) in then.ratings.iter().enumerate() {
        let with = |changed: (Scale, RiskRating)| {
            let mut ratings = then.ratings.to_vec();
            if let Some(rated) = ratings.get_mut(position) {
                *rated = changed;
            }
            Effect {
                ratings: ratings.leak(),
                ..then
            }
        };
        for moved in near(&RiskRating::ALL, *rating) {
            let what = format!("{} at {} is {}", scale.code(), rating.rank(), moved.rank());
            effect(Mistake::WrongEffect, what, with((*scale, moved)));
        }
        for other in Scale::ALL.into_iter().filter(|other| other != scale) {
            let what = format!("rates {} instead of {}", other.code(), scale.code());
            effect(Mistake::SwappedDimension, what, with((other, *rating)));
        }
    }
    for (position, add_on) in then.add_ons.iter().enumerate() {
        let mut fewer = then.add_ons.to_vec();
        fewer.remove(position);
        let add_ons = fewer.leak();
        effect(
            Mistake::WrongEffect,
            format!("without {}", add_on.code()),
            Effect { add_ons, ..then },
        );
    }
    if let Some(help) = then.help {
        let what = format!("without help '{}'", help.0);
        effect(Mistake::WrongEffect, what, Effect { help: None, ..then });
    }
    if let Some(track) = then.track {
        let other = match track {
            Track::Danger => Track::Opioid,
            Track::Opioid => Track::Danger,
        };
        for track in [None, Some(other)] {
            let what = format!("track is {track:?}");
            effect(Mistake::WrongEffect, what, Effect { track, ..then });
        }
    }
    let flipped = Rule {
        counts_for_next_level: !rule.counts_for_next_level,
        ..*rule
    };
    // Below intensive outpatient the next level is outpatient anyway.
    if then.level > LevelOfCare::Outpatient {
        let what = format!(
            "counts for the level that follows: {}",
            flipped.counts_for_next_level
        );
        add(Mistake::WrongEffect, what, flipped);
    }
}

/// Neighbors of a value, one step lower and higher. The lowest value means "not set" and has none.
fn near<T: Copy + PartialEq>(all: &[T], value: T) -> Vec<T> {
    let position = all.iter().position(|other| *other == value).unwrap_or(0);
    if position == 0 {
        return Vec::new();
    }
    let around = [position.checked_sub(1), position.checked_add(1)];
    let around = around.into_iter().flatten();
    around
        .filter_map(|position| all.get(position).copied())
        .collect()
}
