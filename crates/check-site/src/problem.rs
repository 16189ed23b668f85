//! One thing to mend in a settings file.

/// What is wrong, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How many bytes stand before it.
    pub at: usize,
    /// What happened.
    pub happened: String,
    /// What to do now.
    pub advice: String,
    /// Who found it.
    pub by: By,
}

/// Who found a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The reader that the page has, too: the page leaves the value out.
    Reader,
    /// This command alone: the page takes the value as it is.
    Command,
}

/// Writes each problem with its place, in the order of the places.
pub fn messages(name: &str, text: &str, problems: &[Problem]) -> Vec<String> {
    let mut sorted: Vec<&Problem> = problems.iter().collect();
    sorted.sort_by_key(|problem| problem.at);
    let lines = sorted.into_iter().map(|problem| {
        let (line, column) = location(text, problem.at);
        let Problem {
            happened, advice, ..
        } = problem;
        format!("{name}:{line}:{column}: {happened} {advice}")
    });
    lines.collect()
}

/// Line and column, both from 1, the column in characters.
fn location(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::location;

    #[test]
    fn columns_count_characters() {
        assert_eq!(location("", 0), (1, 1));
        assert_eq!(location("{\n  \"é\": 1", 7), (2, 5));
        assert_eq!(location("a\nb", 2), (2, 1));
    }
}
