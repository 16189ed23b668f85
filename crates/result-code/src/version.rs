//! Encodes the version date of a rule set as a number.

/// The first year that a code can represent.
const FIRST_YEAR: u32 = 2026;

/// Days per month in this encoding.
const DAYS: u32 = 31;

/// Months per year.
const MONTHS: u32 = 12;

/// Number of days that a code can distinguish: 44 years.
pub(crate) const NUMBERS: u32 = 1 << 14;

/// Encodes a date, as in 2026-11-28. An invalid date is zero.
pub(crate) fn number(day: &str) -> u32 {
    let mut parts = day.split('-').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = |least: u32| parts.next().unwrap_or(0).saturating_sub(least);
    let (year, month, day) = (next(FIRST_YEAR), next(1), next(1));
    let months = year.saturating_mul(MONTHS).saturating_add(month);
    let days = months.saturating_mul(DAYS).saturating_add(day);
    days.checked_rem(NUMBERS).unwrap_or(0)
}

/// Decodes a date.
pub(crate) fn day(number: u32) -> String {
    let months = number.checked_div(DAYS).unwrap_or(0);
    let year = months
        .checked_div(MONTHS)
        .unwrap_or(0)
        .saturating_add(FIRST_YEAR);
    let month = months.checked_rem(MONTHS).unwrap_or(0).saturating_add(1);
    let day = number.checked_rem(DAYS).unwrap_or(0).saturating_add(1);
    format!("{year}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_read_back() {
        for written in ["2026-01-01", "2026-11-28", "2027-02-28", "2060-12-31"] {
            assert_eq!(day(number(written)), written);
        }
        assert_eq!(day(number("no day")), "2026-01-01");
    }
}
