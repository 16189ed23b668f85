//! The copy that the recipes are performed on, and what one step leaves to the next.

use std::time::Instant;

use assessment::Day;
use command_support::workspace::Workspace;
use recipes::tree::Tree;
use recipes::{check, story};

/// The copy, with what the recipe at work has come to.
pub struct Trial {
    /// Where the edits are made.
    pub draft: Tree,
    /// Where commands are run. It becomes equal to the draft before, so that cargo builds only what differs
    /// from the run before.
    pub built: Tree,
    /// The story that the recipe at work began with.
    pub story: String,
    /// The version that every change here is told under: a day after the last.
    pub version: String,
    /// Ids that the recipe at work touches, for the list of changes.
    pub touches: Vec<&'static str>,
    begun: Instant,
    failed: Vec<String>,
}

/// The project that this test belongs to.
pub fn project() -> Workspace {
    let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    Workspace::at(&own.join("../..").canonicalize().unwrap())
}

impl Trial {
    pub fn begin() -> Trial {
        let folder = project().target().unwrap().join("recipes");
        let draft = Tree::copy(&project(), folder.join("draft"));
        let (last, _) = check::last_change(&draft);
        Trial {
            version: Day::read(&last).unwrap().plus(1).to_string(),
            draft,
            built: Tree::at(folder.join("tree")),
            story: String::new(),
            touches: Vec::new(),
            begun: Instant::now(),
            failed: Vec::new(),
        }
    }

    /// One line of progress.
    pub fn say(&self, what: &str) {
        println!("{:>4} s  {what}", self.begun.elapsed().as_secs());
    }

    /// Notes a step that cannot be performed.
    pub fn failed(&mut self, step: &str) {
        self.failed.push(step.to_owned());
    }

    /// Fails if a step could not be performed.
    pub fn must_have_worked(&self) {
        assert!(
            self.failed.is_empty(),
            "these cannot be performed as they are written, see above: {:#?}",
            self.failed
        );
    }

    /// Fails unless the build names this mistake, with file and line.
    pub fn must_be_named(&self, position: &str, what: &str) {
        let problems = check::problems(&self.draft);
        assert!(
            problems
                .iter()
                .any(|problem| problem.starts_with(position) && problem.contains(what)),
            "the build does not name {what:?} at {position}: {problems:#?}"
        );
    }

    /// Begins a recipe with a story that does not come out yet.
    pub fn tell(&mut self, about: &str, text: &str, touches: &[&'static str]) {
        self.story = story::write(&self.draft, about, text);
        self.touches = touches.to_vec();
    }

    /// Whether the story of the recipe comes out as it says.
    pub fn story_comes_out(&self) -> bool {
        let moved = story::moved(&self.draft);
        moved.iter().all(|(name, _)| *name != self.story)
    }
}

/// For a step that only names a later one, or a check that is run on the finished copy ([`crate::commands`]).
pub fn left_to_the_commands(_: &mut Trial) {}
