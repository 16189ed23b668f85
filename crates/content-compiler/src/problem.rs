//! Problem in the content files, reported to their author.

use std::fmt;

/// Problem with its file and line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path, relative to the content folder.
    pub file: String,
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Text of one content file, to compute line numbers.
#[derive(Clone, Debug)]
pub struct Text {
    /// Path, relative to the content folder.
    pub file: String,
    /// Its text.
    pub body: String,
}

impl Text {
    /// Creates a problem at a byte offset.
    pub fn problem_at(&self, byte: usize, message: impl Into<String>) -> Problem {
        let before = self.body.bytes().take(byte);
        let line = before
            .filter(|byte| *byte == b'\n')
            .count()
            .saturating_add(1);
        Problem {
            file: self.file.clone(),
            line,
            message: message.into(),
        }
    }

    /// Creates a problem at the first line that contains `needle`, or at the first line of the
    /// file.
    pub fn problem_near(&self, needle: &str, message: impl Into<String>) -> Problem {
        self.problem_at(self.body.find(needle).unwrap_or(0), message)
    }
}
