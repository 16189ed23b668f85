//! Display names of questions, options, outputs and areas, as on the page.

use assessment::{
    AddOn, Alert, Dimension, FirstStep, Item, ItemIndex, LevelOfCare, Options, RiskRating, Scale,
    Track, Urgency, Value,
};
use i18n::Words;

use super::Rulebook;

impl Rulebook {
    /// The short label of an item.
    pub(super) fn label(&self, index: ItemIndex) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        item.map_or("", |item| item.short)
    }

    /// The question text of an item, as shown to the person.
    pub(super) fn question(&self, index: ItemIndex) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        item.map_or("", |item| item.text.0)
    }

    /// An option text of an item, as shown to the person.
    pub(super) fn option(&self, index: ItemIndex, place: u8) -> &'static str {
        let item = self.words.items.get(usize::from(index.0));
        let option = item.and_then(|item| item.options.get(usize::from(place)));
        option.map_or("", |option| option.0)
    }

    /// An option without its examples, for conditions; the question itself shows the full text.
    pub(super) fn short_option(&self, index: ItemIndex, place: u8) -> &'static str {
        let option = self.option(index, place);
        i18n::short_option(option)
    }

    /// Options in quotes, joined by "or" or "and".
    pub(super) fn quoted(&self, index: ItemIndex, options: Options, joined_by: &str) -> String {
        let quoted = options
            .indices()
            .map(|place| format!("“{}”", self.short_option(index, place)));
        joined(&quoted.collect::<Vec<_>>(), joined_by)
    }

    /// The option that an item counted as.
    pub(super) fn counted_as(&self, index: ItemIndex, value: Value) -> String {
        self.quoted(index, value.chosen, "and")
    }

    /// A scale; for a withdrawal scale, the track.
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

    /// A withdrawal track.
    pub(super) fn track(&self, track: Track) -> String {
        let area = self.dimension(Dimension::StoppingSafely);
        match track {
            Track::Danger => format!("{area}, danger track"),
            Track::Opioid => format!("{area}, opioid track"),
        }
    }

    /// An area of need.
    pub(super) fn dimension(&self, dimension: Dimension) -> &'static str {
        let place = Dimension::ALL.iter().position(|known| *known == dimension);
        let name = place.and_then(|place| self.words.dimensions.get(place));
        name.copied().unwrap_or_default()
    }

    /// A rating as number and label.
    pub(super) fn rating(&self, rating: RiskRating) -> String {
        numbered(rating.rank(), nth(&self.words.ratings, rating.rank()))
    }

    /// A level as number and label.
    pub(super) fn level(&self, level: LevelOfCare) -> String {
        let words = self.words.levels.get(level.code());
        numbered(level.rank(), words.map_or("", |words| words.name))
    }

    /// A first step as number and label.
    pub(super) fn first_step(&self, step: FirstStep) -> String {
        numbered(step.rank(), step_words(&self.words, step))
    }

    /// An alert as number and label.
    pub(super) fn alert(&self, alert: Alert) -> String {
        numbered(alert.rank(), alert_words(&self.words, alert))
    }

    /// An urgency as number and label.
    pub(super) fn urgency(&self, urgency: Urgency) -> String {
        numbered(urgency.rank(), nth(&self.words.urgency, urgency.rank()))
    }

    /// An add-on as code and label.
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

/// Formats a date: "21 November 2026".
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
            format!("{} {month} {year}", day.trim_start_matches('0'))
        }
        (None, _, _) | (_, None, _) | (_, _, None) => date.into(),
    }
}

/// Formats the id of a term as text.
pub(super) fn spoken(id: &str) -> String {
    id.replace('-', " ")
}

/// Whether this is the highest rank of an item.
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
