//! Statistics of repeated measurements.

use serde::{Deserialize, Serialize};

/// Median and spread of some samples.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Middle sample, or the mean of the two in the middle.
    pub median: f64,
    /// Lower quartile, by nearest rank.
    pub low: f64,
    /// Upper quartile, by nearest rank.
    pub high: f64,
    /// All samples, in the order in which they were measured.
    pub samples: Vec<f64>,
}

impl Summary {
    /// Summarizes samples; `None` without any.
    pub fn of(samples: Vec<f64>) -> Option<Summary> {
        Some(Summary {
            median: median(&samples)?,
            low: percentile(&samples, 25)?,
            high: percentile(&samples, 75)?,
            samples,
        })
    }
}

/// Median of some samples; `None` without any.
pub fn median(samples: &[f64]) -> Option<f64> {
    let sorted = sorted(samples);
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(*lower, *upper))
}

/// Percentile by nearest rank: the smallest sample with at least this share of all at or below it.
pub fn percentile(samples: &[f64], percent: usize) -> Option<f64> {
    let sorted = sorted(samples);
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// Slope of the line that fits points best (least squares); `None` if all have the same x.
pub fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let count = points.iter().map(|_| 1.0).sum::<f64>();
    let mean_x = points.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = points.iter().map(|(_, y)| y).sum::<f64>() / count;
    let over: f64 = points
        .iter()
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    let under: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    (under > 0.0).then(|| over / under)
}

/// Exponent `k` of the power law `y = c·x^k` that fits points best; `None` if a value is not positive.
pub fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let are_positive = points.iter().all(|(x, y)| *x > 0.0 && *y > 0.0);
    let logarithms: Vec<(f64, f64)> = points.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    slope(&logarithms).filter(|_| are_positive)
}

fn sorted(samples: &[f64]) -> Vec<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, expected: f64) {
        assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?}");
    }

    #[test]
    fn median_is_the_middle_or_between_the_two_middle_ones() {
        near(median(&[3.0, 1.0, 2.0]), 2.0);
        near(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        near(median(&[7.0]), 7.0);
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn percentile_is_a_sample_by_nearest_rank() {
        let samples: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        near(percentile(&samples, 50), 10.0);
        near(percentile(&samples, 98), 20.0);
        near(percentile(&samples, 25), 5.0);
        near(percentile(&samples, 0), 1.0);
        assert_eq!(percentile(&[], 98), None);
    }

    #[test]
    fn slope_is_that_of_the_line() {
        near(slope(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]), 2.0);
        near(slope(&[(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)]), 0.0);
        assert_eq!(slope(&[(1.0, 1.0), (1.0, 2.0)]), None);
        assert_eq!(slope(&[]), None);
    }

    #[test]
    fn exponent_tells_linear_from_quadratic() {
        let power = |k: f64| [30.0_f64, 300.0, 3000.0].map(|x| (x, 5.0 * x.powf(k)));
        near(exponent(&power(1.0)), 1.0);
        near(exponent(&power(2.0)), 2.0);
        assert_eq!(exponent(&[(1.0, 0.0), (2.0, 1.0)]), None);
    }

    #[test]
    fn summary_keeps_every_sample() {
        let summary = Summary::of(vec![9.0, 1.0, 5.0, 7.0]).unwrap();
        assert_eq!((summary.median, summary.low, summary.high), (6.0, 1.0, 7.0));
        assert_eq!(summary.samples, [9.0, 1.0, 5.0, 7.0]);
        assert_eq!(Summary::of(Vec::new()), None);
    }
}
