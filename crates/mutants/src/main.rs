//! Mutation testing of rules and questions: checks that a story or the rulebook detects each
//! mutant. `cargo xtask mutants --only data` runs it and writes the report to `target/mutants/`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::ExitCode;
use std::time::Instant;

use assessment::{Evaluation, GapPolicy, Questionnaire, ScoredAnswers, assess};
use proof::Proof;
use proof::mutants::{Mistake, Mutant, MutantChange, mutants};
use rulebook::Rulebook;
use vignettes::Vignette;

use command_support::failure::Failure;
use command_support::terminal::{complain, say};
use command_support::workspace::Workspace;

/// Results of all mutants.
struct DataOutcome {
    results: Vec<(Mutant, Fate)>,
    seconds: u64,
}

/// Result of one mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    /// This story has a different result.
    CaughtByStory(String),
    /// No story differs, but the method page, whose diff clinicians read, does.
    CaughtByPage,
    /// Equivalent mutant: every output and rating is the same for every response.
    Equivalent,
    /// The mutant differs, but nothing detects it.
    Survived,
}

fn main() -> ExitCode {
    match report() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

/// Tests every mutant, writes the report, and fails if one survived.
fn report() -> Result<(), Failure> {
    let workspace = Workspace::find()?;
    let outcome = run(&workspace)?;
    let folder = workspace.mutants();
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(folder.join("data.txt"), outcome.report()))
        .map_err(|error| {
            Failure::work(
                format!("{} cannot be written: {error}.", folder.display()),
                "Make room there, then run this again.",
            )
        })?;
    say(outcome.summary());
    if outcome.survivors().is_empty() {
        return Ok(());
    }
    Err(Failure::work(
        "The tests did not notice every mistake in the rules or questions.",
        "Read the report, and write a story for each that is listed as unnoticed.",
    ))
}

fn read_rulebook(workspace: &Workspace) -> Result<Rulebook, Failure> {
    Rulebook::read(&workspace.content(), &workspace.vignettes()).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::work(
            format!("Content or stories have mistakes.\n{}", lines.join("\n")),
            "Mend these lines in crates/content/ or tests/vignettes/, then run this again.",
        )
    })
}

/// Tests every mutant.
fn run(workspace: &Workspace) -> Result<DataOutcome, Failure> {
    let begin = Instant::now();
    let questionnaire = content::questionnaire();
    let stories = vignettes::read(questionnaire, &workspace.vignettes()).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::work(
            format!("The stories have mistakes.\n{}", lines.join("\n")),
            "Mend them, then run this again.",
        )
    })?;
    say("Working out what the rules make of every set of answers.");
    let bench = Bench::new(questionnaire, stories, read_rulebook(workspace)?);
    let all = mutants(questionnaire);
    say(format_args!(
        "Trying {} mistakes in rules and questions.",
        all.len()
    ));
    let mut results = Vec::new();
    for (position, mutant) in all.into_iter().enumerate() {
        if position > 0 && position % 500 == 0 {
            say(format_args!(
                "{position} tried, {} s.",
                begin.elapsed().as_secs()
            ));
        }
        let fate = bench.fate(&mutant);
        results.push((mutant, fate));
    }
    Ok(DataOutcome {
        results,
        seconds: begin.elapsed().as_secs(),
    })
}

/// Everything that mutants are compared with.
struct Bench {
    questionnaire: &'static Questionnaire,
    stories: Vec<(Vignette, Evaluation)>,
    proof: Proof,
    rulebook: Rulebook,
    page: String,
}

impl Bench {
    fn new(
        questionnaire: &'static Questionnaire,
        stories: Vec<Vignette>,
        rulebook: Rulebook,
    ) -> Bench {
        let evaluated = stories.into_iter().map(|story| {
            let scored = ScoredAnswers::read(questionnaire, &story.response, GapPolicy::PerItem);
            let evaluation = Evaluation::of(questionnaire, scored);
            (story, evaluation)
        });
        Bench {
            questionnaire,
            stories: evaluated.collect(),
            proof: Proof::of(questionnaire),
            page: page(&rulebook),
            rulebook,
        }
    }

    fn fate(&self, mutant: &Mutant) -> Fate {
        if let Some(story) = self.story_against(mutant) {
            return Fate::CaughtByStory(story);
        }
        if self.is_the_same(mutant) {
            return Fate::Equivalent;
        }
        let mut rulebook = self.rulebook.clone();
        rulebook.questionnaire = mutant.of(self.questionnaire);
        if page(&rulebook) == self.page {
            Fate::Survived
        } else {
            Fate::CaughtByPage
        }
    }

    /// Tells whether every output, rating and headline is the same for every response.
    fn is_the_same(&self, mutant: &Mutant) -> bool {
        let questionnaire = mutant.of(self.questionnaire);
        let changed = match mutant.change {
            MutantChange::Rule(index, _) => self.proof.with_rules(questionnaire.rules, index),
            MutantChange::Item(..) => Proof::of(&questionnaire),
            MutantChange::Headlines(headlines) => self.proof.with_headlines(headlines),
        };
        self.proof.same_outcome(&changed)
    }

    fn story_against(&self, mutant: &Mutant) -> Option<String> {
        let changed = mutant.of(self.questionnaire);
        let differs = |(story, evaluation): &&(Vignette, Evaluation)| {
            // Rules before the changed one are the same, so this shows whether the story can reach it.
            let meets = match mutant.change {
                MutantChange::Rule(index, rule) => {
                    evaluation.has_fired(index) || evaluation.holds(&rule.when)
                }
                MutantChange::Item(..) | MutantChange::Headlines(_) => true,
            };
            meets
                && !story
                    .differences(&assess(&changed, &story.response))
                    .is_empty()
        };
        self.stories
            .iter()
            .find(differs)
            .map(|(story, _)| story.name.clone())
    }
}

fn page(rulebook: &Rulebook) -> String {
    rulebook::page(rulebook)
}

impl DataOutcome {
    /// Mutants that survived.
    fn survivors(&self) -> Vec<&Mutant> {
        let survived = self
            .results
            .iter()
            .filter(|(_, fate)| *fate == Fate::Survived);
        survived.map(|(mutant, _)| mutant).collect()
    }

    /// Formats the counts, one line for each kind of mutation.
    fn summary(&self) -> String {
        let mut text = format!(
            "{:<55} {:>6} {:>9} {:>9} {:>6} {:>9}\n",
            "mistake", "made", "by story", "by page", "same", "unnoticed"
        );
        for mistake in Mistake::ALL {
            let of: Vec<&Fate> = self
                .results
                .iter()
                .filter(|(mutant, _)| mutant.mistake == mistake)
                .map(|(_, fate)| fate)
                .collect();
            line(&mut text, mistake.name(), &of);
        }
        let all: Vec<&Fate> = self.results.iter().map(|(_, fate)| fate).collect();
        line(&mut text, "all", &all);
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{} s.", self.seconds);
        text
    }

    /// Formats the counts, the surviving and equivalent mutants, and the number of mutants that each story
    /// detects first.
    fn report(&self) -> String {
        let mut text = format!(
            "Mistakes in rules and questions, version {}.\n\n",
            content::questionnaire().version
        );
        text.push_str(&self.summary());
        let mut list = |title: &str, fate: &Fate| {
            let _ = write!(text, "\n\n{title}\n");
            for (mutant, _) in self.results.iter().filter(|(_, found)| found == fate) {
                let _ = writeln!(text, "  {} ({})", mutant.name, mutant.mistake.name());
            }
        };
        list("Unnoticed:", &Fate::Survived);
        list(
            "The same questionnaire written differently (proved for every set of answers):",
            &Fate::Equivalent,
        );
        list(
            "No story notices, only the page that clinicians read:",
            &Fate::CaughtByPage,
        );
        let mut stories: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, fate) in &self.results {
            if let Fate::CaughtByStory(story) = fate {
                *stories.entry(story).or_default() += 1;
            }
        }
        text.push_str("\n\nFirst story to notice:\n");
        for (story, count) in stories {
            let _ = writeln!(text, "  {count:>5} {story}");
        }
        text
    }
}

fn line(text: &mut String, name: &str, fates: &[&Fate]) {
    let count = |of: &dyn Fn(&Fate) -> bool| fates.iter().filter(|fate| of(fate)).count();
    let stories = count(&|fate| matches!(fate, Fate::CaughtByStory(_)));
    let pages = count(&|fate| *fate == Fate::CaughtByPage);
    let same = count(&|fate| *fate == Fate::Equivalent);
    let survived = count(&|fate| *fate == Fate::Survived);
    let made = fates.len();
    let _ = writeln!(
        text,
        "{name:<55} {made:>6} {stories:>9} {pages:>9} {same:>6} {survived:>9}"
    );
}
