//! Compares a recommendation with the expectation of its story.

use std::collections::BTreeSet;

use assessment::{LevelOfCare, LinkId, Recommendation};

use super::Vignette;
use super::expectation::sign_name;

impl Vignette {
    /// Lists every difference between a recommendation and the expectation. Formats text only where
    /// something differs.
    pub fn differences(&self, recommendation: &Recommendation) -> Vec<String> {
        let expect = &self.expect;
        let found = recommendation;
        let mut differences = Vec::new();
        for (area, rating) in expect.ratings {
            let found = found.rating(area).rank();
            compare(
                &mut differences,
                area.code(),
                found,
                rating.rank(),
                u8::to_string,
            );
        }
        compare(
            &mut differences,
            "alert",
            found.alert,
            expect.alert,
            |alert| ranked(alert.rank(), alert.code()),
        );
        let (step, expected) = (found.first_step, expect.first_step);
        compare(&mut differences, "first_step", step, expected, |step| {
            ranked(step.rank(), step.code())
        });
        compare(&mut differences, "level", found.level, expect.level, level);
        let (next, expected) = (found.next_level, expect.next_level);
        compare(&mut differences, "next_level", next, expected, level);
        let (urgency, expected) = (found.urgency, expect.urgency);
        compare(&mut differences, "urgency", urgency, expected, |urgency| {
            ranked(urgency.rank(), urgency.code())
        });
        let (headline, expected) = (found.headline.code(), expect.headline.code());
        compare(&mut differences, "headline", headline, expected, |code| {
            (*code).to_owned()
        });
        for rule in &expect.fired {
            if !found.fired.contains(rule) {
                differences.push(format!("rule {} did not fire, and should", rule.0));
            }
        }
        for rule in &expect.not_fired {
            if found.fired.contains(rule) {
                differences.push(format!("rule {} fired, and should not", rule.0));
            }
        }
        let missing = expect.add_ons.iter();
        for add_on in missing.filter(|add_on| !found.add_ons.contains(add_on)) {
            differences.push(format!("add-on {} is missing", add_on.code()));
        }
        let more = found.add_ons.iter();
        for add_on in more.filter(|add_on| !expect.add_ons.contains(add_on)) {
            differences.push(format!("add-on {} is not expected", add_on.code()));
        }
        let named: BTreeSet<(LinkId, &'static str)> = found
            .signs
            .iter()
            .map(|sign| (sign.item, sign.code))
            .collect();
        for sign in expect.signs.difference(&named) {
            differences.push(format!("sign {} is missing", sign_name(sign)));
        }
        for sign in named.difference(&expect.signs) {
            differences.push(format!("sign {} is not expected", sign_name(sign)));
        }
        for advice in &expect.advice {
            if !found.advice.iter().any(|(_, id)| id == advice) {
                differences.push(format!("advice {advice} is missing"));
            }
        }
        differences
    }
}

fn compare<T: PartialEq>(
    differences: &mut Vec<String>,
    what: &str,
    found: T,
    expected: T,
    show: impl Fn(&T) -> String,
) {
    if found != expected {
        differences.push(format!(
            "{what} is {}, expected {}",
            show(&found),
            show(&expected)
        ));
    }
}

fn ranked(rank: u8, code: &str) -> String {
    format!("{rank} ({code})")
}

fn level(level: &Option<LevelOfCare>) -> String {
    level.map_or("not shown".into(), |level| {
        ranked(level.rank(), level.code())
    })
}
