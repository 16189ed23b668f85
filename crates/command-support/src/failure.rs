//! How a command says that it could not do its work.

use std::fmt;

/// What kept a command from its work, told in a pair: what happened, and what to do now.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    blame: Blame,
    happened: String,
    advice: String,
}

/// Where a failure comes from; scripts tell the two apart by the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blame {
    /// The command was asked for something it cannot do here: wrong input, or a program missing.
    Input,
    /// The command understood, tried, and it did not work: a build, a test, a budget.
    Work,
}

impl Failure {
    /// Blames what was asked for, or what is missing on this computer.
    pub fn input(happened: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            blame: Blame::Input,
            happened: happened.into(),
            advice: advice.into(),
        }
    }

    /// Blames the work itself.
    pub fn work(happened: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            blame: Blame::Work,
            happened: happened.into(),
            advice: advice.into(),
        }
    }

    /// Blames what the work rests on: a head line, then each mistake on a line of its own.
    pub fn mistakes<T: fmt::Display>(head: &str, mistakes: &[T], advice: &str) -> Self {
        let lines = mistakes.iter().map(|mistake| format!("\n{mistake}"));
        Self::work(format!("{head}{}", lines.collect::<String>()), advice)
    }

    /// Blames the content files: each mistake with its place in the project.
    pub fn content<T: fmt::Display>(head: &str, problems: &[T], advice: &str) -> Self {
        let located = problems
            .iter()
            .map(|problem| format!("crates/content/{problem}"));
        Self::mistakes(head, &located.collect::<Vec<_>>(), advice)
    }

    /// Answers with 2 for wrong input or a missing program, and with 1 for work that failed.
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
    fn tells_what_happened_and_then_what_to_do() {
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
