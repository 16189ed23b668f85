//! Calendar days.

use std::fmt;

use super::questionnaire::Questionnaire;

/// A day from 1970 to 9999, such as 2026-11-25.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Parses an ISO 8601 date. Returns `None` if there is no such day.
    pub fn read(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !is_whole || parts.next().is_some() {
            return None;
        }
        let day = Day {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        let is_there = day.year >= 1970
            && (1..=12).contains(&day.month)
            && (1..=day.days_of_month()).contains(&day.day);
        is_there.then_some(day)
    }

    /// Returns the day this many days later.
    pub fn plus(self, days: u16) -> Day {
        (0..days).fold(self, |day, _| day.next())
    }

    fn next(self) -> Day {
        let Day { year, month, day } = self;
        if day < self.days_of_month() {
            Day {
                day: day.saturating_add(1),
                ..self
            }
        } else if month < 12 {
            Day {
                year,
                month: month.saturating_add(1),
                day: 1,
            }
        } else {
            Day {
                year: year.saturating_add(1),
                month: 1,
                day: 1,
            }
        }
    }

    fn days_of_month(self) -> u8 {
        let year = self.year;
        let leaps =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match self.month {
            2 if leaps => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

impl Questionnaire {
    /// Whether the rules are past their review date. Unknown without today's date.
    pub fn is_overdue(&self, today: Option<Day>) -> bool {
        let due = Day::read(self.review_by);
        today.zip(due).is_some_and(|(today, due)| today > due)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, day } = self;
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}
