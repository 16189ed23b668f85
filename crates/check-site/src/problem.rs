//! A problem in a settings file.

/// A problem: where, what happened, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Byte offset.
    pub at: usize,
    /// What happened.
    pub happened: String,
    /// What to do now.
    pub advice: String,
    /// Which check found it.
    pub by: By,
}

/// Which check found a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The page's own parser: the page ignores the value.
    Reader,
    /// An extra check of this command: the page accepts the value.
    Command,
}

/// Formats each problem with line and column, in order of position.
pub fn messages(name: &str, text: &str, problems: &[Problem]) -> Vec<String> {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem.at);
    let lines = sorted.into_iter().map(|problem| {
        let (line, column) = line_and_column(text, problem.at);
        let Problem {
            happened, advice, ..
        } = problem;
        format!("{name}:{line}:{column}: {happened} {advice}")
    });
    lines.collect()
}

/// Converts a byte offset to line and column, both from 1, the column in characters.
fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::line_and_column;

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_and_column("", 0), (1, 1));
        assert_eq!(line_and_column("{\n  \"é\": 1", 7), (2, 5));
        assert_eq!(line_and_column("a\nb", 2), (2, 1));
    }
}
