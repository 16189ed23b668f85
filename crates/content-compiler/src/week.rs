//! Schema of an example week in `levels.toml`, and its consistency checks.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Example week: seven entries for each part of the day, Monday first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekEntry {
    /// Mornings.
    pub morning: [Hours; 7],
    /// Afternoons.
    pub afternoon: [Hours; 7],
    /// Evenings.
    pub evening: [Hours; 7],
    /// Nights.
    pub night: [Night; 7],
}

/// Activity in one part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hours {
    /// Group session.
    Group,
    /// Individual session with a counselor.
    Individual,
    /// Family session.
    Family,
    /// Medical care.
    Medical,
    /// Free time.
    Free,
}

/// Where a night is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Night {
    /// At home.
    Home,
    /// At the program.
    Program,
}

impl WeekEntry {
    /// Encodes the four parts of the day as seven letters each; `ui` decodes them.
    pub fn letters(&self) -> [String; 4] {
        let of_hours = |part: &[Hours; 7]| part.iter().map(|hours| hours.letter()).collect();
        [
            of_hours(&self.morning),
            of_hours(&self.afternoon),
            of_hours(&self.evening),
            self.night.iter().map(|night| night.letter()).collect(),
        ]
    }

    /// Lists contradictions between the week and the figures of the level.
    pub fn mistakes(&self, figures: &BTreeMap<String, Vec<u32>>) -> Vec<String> {
        let count = |wanted: Hours| {
            let parts = [&self.morning, &self.afternoon, &self.evening];
            let found = parts
                .into_iter()
                .flatten()
                .filter(|hours| **hours == wanted);
            u32::try_from(found.count()).unwrap_or(u32::MAX)
        };
        let least = |name: &str| figures.get(name).and_then(|list| list.first()).copied();
        let mut mistakes = Vec::new();
        for (kind, name) in [
            (Hours::Group, "group_sessions_a_week_at_least"),
            (Hours::Individual, "individual_sessions_a_week_at_least"),
        ] {
            let (found, wanted) = (count(kind), least(name).unwrap_or(0));
            if found < wanted {
                mistakes.push(format!(
                    "the example week has {found} of {name}, which says {wanted}; add some."
                ));
            }
        }
        let sessions = count(Hours::Group)
            .saturating_add(count(Hours::Individual))
            .saturating_add(count(Hours::Family));
        let most = figures
            .get("sessions_a_week")
            .and_then(|list| list.iter().max());
        if most.is_some_and(|most| sessions > *most) {
            mistakes.push(format!(
                "the example week has {sessions} sessions, more than sessions_a_week; take some out."
            ));
        }
        let around_the_clock = figures.contains_key("hours_a_day_staffed");
        let nights = if around_the_clock {
            Night::Program
        } else {
            Night::Home
        };
        if self.night.iter().any(|night| *night != nights) {
            mistakes.push("the nights of the example week do not agree with the figures.".into());
        }
        mistakes
    }
}

impl Hours {
    fn letter(self) -> char {
        match self {
            Hours::Group => 'g',
            Hours::Individual => 'i',
            Hours::Family => 'f',
            Hours::Medical => 'm',
            Hours::Free => 'o',
        }
    }
}

impl Night {
    fn letter(self) -> char {
        match self {
            Night::Home => 'h',
            Night::Program => 'p',
        }
    }
}
