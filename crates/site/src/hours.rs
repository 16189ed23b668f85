//! Opening hours of a site.

/// Minute of the week in the site's time zone; Monday 00:00 is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeekMinute(pub u16);

/// Minutes per week.
const WEEK: u16 = 7 * 24 * 60;

/// Opening interval: someone answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Start, inclusive.
    pub from: WeekMinute,
    /// End, exclusive. At or before `from`, the interval wraps around the end of the week.
    pub until: WeekMinute,
}

/// Opening hours with their time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Name of the time zone, such as `America/New_York`.
    pub zone: String,
    /// Opening intervals, in display order.
    pub open: Vec<Opening>,
    /// Opening hours in the site's own words.
    pub words: String,
}

impl WeekMinute {
    /// Creates a minute of the week from the day (Monday 0 to Sunday 6) and the time of day.
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
    /// Tells whether the interval contains a minute.
    pub fn holds(self, now: WeekMinute) -> bool {
        if self.from < self.until {
            self.from <= now && now < self.until
        } else {
            self.from <= now || now < self.until
        }
    }
}

impl Hours {
    /// Tells whether someone answers at this minute.
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
    fn opening_wraps_around_the_end_of_the_week() {
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
    fn sunday_24_00_is_monday_00_00() {
        assert_eq!(WeekMinute::of(6, 24, 0), WeekMinute::of(0, 0, 0));
        assert_eq!(WeekMinute::of(7, 0, 0), None);
        assert_eq!(WeekMinute::of(0, 24, 1), None);
        assert_eq!(WeekMinute::of(0, 9, 60), None);
    }
}
