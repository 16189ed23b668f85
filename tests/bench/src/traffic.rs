//! What many visitors a day ask of a host, on paper.

use serde::{Deserialize, Serialize};

/// Visits in a day.
pub const VISITS: f64 = 1e6;

/// How much busier the busiest second is than the mean: an assumption, measured nowhere.
pub const PEAK: f64 = 10.0;

const SECONDS_IN_A_DAY: f64 = 86_400.0;

/// Traffic of a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Traffic {
    /// Requests of the day.
    pub requests: f64,
    /// Bytes of the day.
    pub bytes: f64,
}

impl Traffic {
    /// Traffic of [`VISITS`] visits.
    pub fn of(requests_per_visit: f64, bytes_per_visit: f64) -> Traffic {
        Traffic {
            requests: VISITS * requests_per_visit,
            bytes: VISITS * bytes_per_visit,
        }
    }

    /// Requests in a second, on the mean.
    pub fn mean_requests(&self) -> f64 {
        self.requests / SECONDS_IN_A_DAY
    }

    /// Requests in the busiest second.
    pub fn peak_requests(&self) -> f64 {
        self.mean_requests() * PEAK
    }

    /// Megabits in a second, on the mean.
    pub fn mean_megabits(&self) -> f64 {
        self.bytes * 8.0 / 1e6 / SECONDS_IN_A_DAY
    }

    /// Megabits in the busiest second.
    pub fn peak_megabits(&self) -> f64 {
        self.mean_megabits() * PEAK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_visits_are_spread_over_a_day_and_gathered_in_a_peak() {
        let traffic = Traffic::of(7.0, 324_000.0);
        assert_eq!(traffic.requests, 7e6);
        assert_eq!(traffic.bytes, 324e9);
        // 7 000 000 / 86 400, and 324 000 000 000 bytes = 2 592 000 megabits over 86 400 seconds.
        assert!((traffic.mean_requests() - 81.0185).abs() < 1e-3);
        assert!((traffic.peak_requests() - 810.185).abs() < 1e-2);
        assert!((traffic.mean_megabits() - 30.0).abs() < 1e-9);
        assert!((traffic.peak_megabits() - 300.0).abs() < 1e-9);
    }
}
