//! When someone answers at the site.

/// A minute of the week in the site's time zone; Monday 00:00 is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekMinute(pub u16);

/// Minutes of a week.
const WEEK: u16 = 7 * 24 * 60;

/// One stretch of time in which someone answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// From this minute of the week on …
    pub from: WeekMinute,
    /// … until before this one. At or before `from` it runs over the end of the week.
    pub until: WeekMinute,
}

/// Opening hours with their time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The name of the time zone, such as `America/New_York`.
    pub zone: String,
    /// When someone answers, in the order it is shown.
    pub open: Vec<Opening>,
    /// The hours in words, as the site writes them.
    pub words: String,
}

impl WeekMinute {
    /// A minute of the week: the day from Monday 0 to Sunday 6, and the time of day.
    pub fn of(day: u8, hour: u8, minute: u8) -> Option<WeekMinute> {
        if day > 6 || hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
            return None;
        }
        let minutes = u16::from(day)
            .saturating_mul(24)
            .saturating_add(u16::from(hour))
            .saturating_mul(60)
            .saturating_add(u16::from(minute));
        Some(WeekMinute(minutes.checked_rem(WEEK).unwrap_or(0)))
    }
}

impl Opening {
    /// Whether a minute lies in it.
    pub fn holds(self, now: WeekMinute) -> bool {
        if self.from < self.until {
            self.from <= now && now < self.until
        } else {
            self.from <= now || now < self.until
        }
    }
}

impl Hours {
    /// Whether someone answers at this minute.
    pub fn is_open(&self, now: WeekMinute) -> bool {
        self.open.iter().any(|opening| opening.holds(now))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn at(day: u8, hour: u8, minute: u8) -> WeekMinute {
        WeekMinute::of(day, hour, minute).unwrap()
    }

    #[test]
    fn a_night_shift_over_the_end_of_the_week_is_one_stretch() {
        let night = Opening {
            from: at(6, 22, 0),
            until: at(0, 6, 0),
        };
        assert!(night.holds(at(6, 23, 59)));
        assert!(night.holds(at(0, 0, 0)));
        assert!(!night.holds(at(0, 6, 0)));
        assert!(!night.holds(at(6, 21, 59)));
    }

    #[test]
    fn midnight_at_the_end_of_sunday_is_the_start_of_monday() {
        assert_eq!(WeekMinute::of(6, 24, 0), WeekMinute::of(0, 0, 0));
        assert_eq!(WeekMinute::of(7, 0, 0), None);
        assert_eq!(WeekMinute::of(0, 24, 1), None);
        assert_eq!(WeekMinute::of(0, 9, 60), None);
    }
}
