//! The access log of the server under load.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::statistics::median;

/// `log_format` of nginx that [`AccessLog::read`] reads: status, bytes with headers, path.
pub const FORMAT: &str = "$status $bytes_sent $request_uri";

/// A client that left before the answer ended, as all do at the end of a run.
const LEFT: u16 = 499;

/// What was answered, by path.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AccessLog {
    /// Bytes of an answer by path, headers included: the median, because a run cuts off its last answers.
    pub bytes: BTreeMap<String, f64>,
    /// Answers with another status than the expected one.
    pub unexpected: usize,
}

impl AccessLog {
    /// Reads a log of answers that should all have one status.
    pub fn read(text: &str, expected: u16) -> AccessLog {
        let mut answers: BTreeMap<String, Vec<f64>> = BTreeMap::new();
        let mut unexpected = 0;
        for line in text.lines() {
            match answer(line) {
                Some((status, bytes, path)) if status == expected => {
                    answers.entry(path.to_owned()).or_default().push(bytes);
                }
                Some((LEFT, ..)) => {}
                _ => unexpected += 1,
            }
        }
        let answers = answers.into_iter();
        AccessLog {
            bytes: answers
                .filter_map(|(path, bytes)| Some((path, median(&bytes)?)))
                .collect(),
            unexpected,
        }
    }

    /// Bytes of a whole visit: one answer for each path.
    pub fn bytes_per_visit(&self) -> f64 {
        self.bytes.values().sum()
    }
}

fn answer(line: &str) -> Option<(u16, f64, &str)> {
    let mut words = line.split(' ');
    let status = words.next()?.parse().ok()?;
    let bytes = words.next()?.parse().ok()?;
    Some((status, bytes, words.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_has_one_answer_of_each_file() {
        let log =
            "200 100 /\n200 5000 /a.wasm\n200 100 /\n200 5000 /a.wasm\n200 12 /a.wasm\n499 0 /\n";
        let log = AccessLog::read(log, 200);
        assert_eq!(log.bytes["/a.wasm"], 5000.0);
        assert_eq!(log.bytes_per_visit(), 5100.0);
        assert_eq!(log.unexpected, 0);
    }

    #[test]
    fn another_status_counts_and_adds_no_bytes() {
        let log = AccessLog::read("304 90 /\n200 100 /\n404 50 /gone\nnoise\n", 304);
        assert_eq!(log.bytes_per_visit(), 90.0);
        assert_eq!(log.unexpected, 3);
    }
}
