//! Error type of the commands.

use std::fmt;

/// Error of a command in two halves: what happened, and what to do now.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    blame: Blame,
    happened: String,
    advice: String,
}

/// Kind of a failure; scripts distinguish them by the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blame {
    /// Invalid input, or a missing program.
    Input,
    /// The work itself failed: a build, a test, a budget.
    Work,
}

impl Failure {
    /// Failure because of invalid input or a missing program.
    pub fn input(happened: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            blame: Blame::Input,
            happened: happened.into(),
            advice: advice.into(),
        }
    }

    /// Failure of the work itself.
    pub fn work(happened: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            blame: Blame::Work,
            happened: happened.into(),
            advice: advice.into(),
        }
    }

    /// Failure with a list: a first line, then one line for each mistake.
    pub fn mistakes<T: fmt::Display>(summary: &str, mistakes: &[T], advice: &str) -> Self {
        let lines = mistakes.iter().map(|mistake| format!("\n{mistake}"));
        Self::work(format!("{summary}{}", lines.collect::<String>()), advice)
    }

    /// Failure with a list of mistakes in content files.
    pub fn content<T: fmt::Display>(summary: &str, problems: &[T], advice: &str) -> Self {
        let located = problems
            .iter()
            .map(|problem| format!("crates/content/{problem}"));
        Self::mistakes(summary, &located.collect::<Vec<_>>(), advice)
    }

    /// Exit code: 2 for invalid input or a missing program, 1 for failed work.
    pub fn exit_code(&self) -> u8 {
        match self.blame {
            Blame::Input => 2,
            Blame::Work => 1,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "error: {}\n{}", self.happened, self.advice)
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_has_problem_and_then_advice() {
        let failure = Failure::input("Port 8080 is taken.", "Choose another.");
        assert_eq!(
            failure.to_string(),
            "error: Port 8080 is taken.\nChoose another."
        );
    }

    #[test]
    fn every_mistake_in_the_content_has_a_line_with_its_place() {
        let problems = ["rules/floors.toml:3: one", "rules/floors.toml:9: two"];
        assert_eq!(
            Failure::content("The content has mistakes.", &problems, "Mend them.").to_string(),
            "error: The content has mistakes.\ncrates/content/rules/floors.toml:3: one\n\
             crates/content/rules/floors.toml:9: two\nMend them."
        );
    }

    #[test]
    fn input_exits_with_2_and_work_with_1() {
        assert_eq!(Failure::input("", "").exit_code(), 2);
        assert_eq!(Failure::work("", "").exit_code(), 1);
    }
}
