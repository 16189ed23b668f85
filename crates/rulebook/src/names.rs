//! Display names of questions, options, outputs and areas, in the words of the check.

use assessment::{
    AddOn, Alert, Dimension, FirstStep, Item, ItemIndex, LevelOfCare, Options, RiskRating, Scale,
    Track, Urgency, Value,
};
use i18n::Words;

use super::Rulebook;

impl Rulebook {
    /// Returns the short label of an item.
    pub(super) fn label(&self, index: ItemIndex) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        item.map_or("", |item| item.short)
    }

    /// Returns the question of an item, as the visitor reads it.
    pub(super) fn question(&self, index: ItemIndex) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        item.map_or("", |item| item.text.0)
    }

    /// Returns an option of an item, as the visitor reads it.
    pub(super) fn option(&self, index: ItemIndex, place: u8) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        let option = item.and_then(|item| item.options.get(usize::from(place)));
        option.map_or("", |option| option.0)
    }

    /// Returns an option without its examples, for conditions. The question itself shows the full text.
    pub(super) fn short_option(&self, index: ItemIndex, place: u8) -> &'static str {
        let option = self.option(index, place);
        i18n::short_option(option)
    }

    /// Joins options in quotes by "or" or "and".
    pub(super) fn quoted(&self, index: ItemIndex, options: Options, joined_by: &str) -> String {
        let quoted = options
            .indices()
            .map(|place| format!("“{}”", self.short_option(index, place)));
        joined(&quoted.collect::<Vec<_>>(), joined_by)
    }

    /// Names the options that an item counted as.
    pub(super) fn counted_as(&self, index: ItemIndex, value: Value) -> String {
        self.quoted(index, value.chosen, "and")
    }

    /// Names a scale, with its withdrawal track if it has one.
    pub(super) fn scale(&self, scale: Scale) -> String {
        match scale {
            Scale::Whole(dimension) => self.dimension(dimension).into(),
            Scale::StoppingDanger => self.track(Track::Danger),
            Scale::StoppingUnprescribed => {
                format!("{}, beyond a prescription", self.track(Track::Danger))
            }
            Scale::StoppingOpioid => self.track(Track::Opioid),
        }
    }

    /// Names a withdrawal track.
    pub(super) fn track(&self, track: Track) -> String {
        let area = self.dimension(Dimension::StoppingSafely);
        match track {
            Track::Danger => format!("{area}, danger track"),
            Track::Opioid => format!("{area}, opioid track"),
        }
    }

    /// Names an area of need.
    pub(super) fn dimension(&self, dimension: Dimension) -> &'static str {
        let place = Dimension::ALL.iter().position(|known| *known == dimension);
        let name = place.and_then(|place| self.words.dimensions.get(place));
        name.copied().unwrap_or_default()
    }

    /// Formats a rating as number and words.
    pub(super) fn rating(&self, rating: RiskRating) -> String {
        numbered(rating.rank(), nth(&self.words.ratings, rating.rank()))
    }

    /// Formats a level as number and words.
    pub(super) fn level(&self, level: LevelOfCare) -> String {
        let words = self.words.levels.get(level.code());
        numbered(level.rank(), words.map_or("", |words| words.name))
    }

    /// Formats a first step as number and words.
    pub(super) fn first_step(&self, step: FirstStep) -> String {
        numbered(step.rank(), step_words(&self.words, step))
    }

    /// Formats an alert as number and words.
    pub(super) fn alert(&self, alert: Alert) -> String {
        numbered(alert.rank(), alert_words(&self.words, alert))
    }

    /// Formats an urgency as number and words.
    pub(super) fn urgency(&self, urgency: Urgency) -> String {
        numbered(urgency.rank(), nth(&self.words.urgency, urgency.rank()))
    }

    /// Formats an add-on as code and words.
    pub(super) fn add_on(&self, add_on: AddOn) -> String {
        let place = AddOn::ALL.iter().position(|known| *known == add_on);
        let words = place.and_then(|place| self.words.add_ons.get(place));
        let title = words.map_or("", |words| words.title.0);
        format!("{} ({title})", add_on.code())
    }
}

/// Joins texts as a list: "a, b or c".
pub(super) fn joined(texts: &[String], by: &str) -> String {
    match texts.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} {by} {last}", others.join(", ")),
    }
}

/// Formats an ISO date in words: "November 21, 2026".
pub(super) fn day(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|month| month.parse::<usize>().ok());
    let month = month.and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => {
            format!("{month} {}, {year}", day.trim_start_matches('0'))
        }
        (None, _, _) | (_, None, _) | (_, _, None) => date.into(),
    }
}

/// Formats the id of a named condition or count as words.
pub(super) fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

/// Tells whether a rank is the highest of an item, so that no answer is worse.
pub(super) fn is_last(item: &Item, rank: u8) -> bool {
    item.most_careful()
        .last()
        .is_some_and(|place| item.rank_of_option(place) == rank)
}

fn numbered(rank: u8, words: &str) -> String {
    format!("{rank} ({words})")
}

fn nth(list: &[&'static str], rank: u8) -> &'static str {
    list.get(usize::from(rank)).copied().unwrap_or_default()
}

fn alert_words(words: &Words, alert: Alert) -> &'static str {
    match alert {
        Alert::None => words.phrases.alert_none,
        Alert::SupportCard => words.phrases.alert_card,
        Alert::ContactFirst => words.phrases.alert_contact,
        Alert::EmergencyNow => words.phrases.alert_emergency,
    }
}

fn step_words(words: &Words, step: FirstStep) -> &'static str {
    match step {
        FirstStep::None => words.phrases.step_none,
        FirstStep::WithdrawalCheck => words.phrases.step_check,
        FirstStep::WithdrawalCare => words.phrases.step_care,
        FirstStep::EmergencyDepartment => words.phrases.step_emergency,
    }
}
