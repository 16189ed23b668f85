//! The browser tests, engine by engine.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::step::{Step, longer};
use super::tally::Tally;
use crate::apt::Java;
use crate::browser::{Browser, OtherEngines};
use crate::command_line::Extent;
use crate::release::{self, Layout};
use crate::tools;
use crate::wasm2js;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;

/// A browser engine as `FOOTING_ENGINE` names it, and the step of its tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Engine {
    /// Name in the variable and in the list of what cannot be tested.
    pub name: &'static str,
    /// Name of the step.
    pub step: &'static str,
}

/// Browser tests that a round of `soak` runs: walks, faults, and the attacks of `src/docs/attacks.md`.
const SOAKED: [&str; 9] = [
    "random_walk",
    "faults",
    "meddling",
    "impatience",
    "privacy",
    "settings",
    "embedding",
    "embed_fuzzing",
    "contact_send",
];

/// Steps of the walk through the page in one round of `soak`.
const BROWSER_STEPS: u32 = 3_000;

/// Runs the whole suite.
pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    step: "Browser tests",
};

/// Run the core, or all they can.
pub const OTHERS: [Engine; 2] = [
    Engine {
        name: "firefox",
        step: "Browser tests in Firefox",
    },
    Engine {
        name: "webkit",
        step: "Browser tests in WebKitGTK",
    },
];

/// What the browser tests need, found or made.
#[derive(Debug)]
pub struct BrowserTests<'a> {
    workspace: &'a Workspace,
    browser: Browser,
    java: Java,
    others: OtherEngines,
    variables: BTreeMap<&'static str, std::path::PathBuf>,
    impossible: Impossible,
}

impl<'a> BrowserTests<'a> {
    /// Installs what is missing, and makes what the tests compare the page with.
    pub fn prepare(workspace: &'a Workspace) -> Result<Self, Failure> {
        Ok(Self {
            workspace,
            browser: Browser::ensure()?,
            java: Java::ensure()?,
            others: OtherEngines::ensure(workspace)?,
            variables: [
                ("FOOTING_NPM", tools::for_tests(workspace)?),
                ("FOOTING_NPM_FRAMEWORKS", tools::frameworks(workspace)?),
                ("FOOTING_SAME_CORE", wasm2js::SAME_CORE.compile(workspace)?),
                ("FOOTING_RELEASE", release::write(workspace, Layout::Plain)?),
                (
                    "FOOTING_RELEASE_PINNED",
                    release::write(workspace, Layout::Pinned)?,
                ),
            ]
            .into(),
            impossible: Impossible::read(&workspace.root().join("tests/e2e/impossible.toml"))?,
        })
    }

    /// Runs the tests of one engine.
    pub fn run(&self, engine: Engine, extent: Extent) -> Tally {
        if extent == Extent::All {
            for limit in self.impossible.of(engine) {
                terminal::say(format_args!(
                    "Left out, as its driver cannot: {} ({} tests).",
                    limit.what,
                    limit.tests.len()
                ));
            }
        }
        let arguments = self.impossible.arguments(engine, extent);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        self.step(engine, &arguments).run()
    }

    /// Runs the walk and the faults in Chromium, from a seed.
    pub fn soak(&self, seed: u64) -> Tally {
        let mut arguments = vec!["test", "--package", "e2e"];
        for test in SOAKED {
            arguments.extend(["--test", test]);
        }
        let mut step = self.step(CHROMIUM, &arguments);
        step.command.envs(longer(seed, BROWSER_STEPS));
        step.run()
    }

    fn step(&self, engine: Engine, arguments: &[&str]) -> Step {
        let mut step = Step::libtest(self.workspace, engine.step, arguments);
        self.browser.tell(self.workspace, &mut step.command);
        self.java.tell(&mut step.command);
        self.others.tell(&mut step.command);
        step.command
            .env("FOOTING_ENGINE", engine.name)
            .envs(&self.variables);
        step
    }
}

/// `tests/e2e/impossible.toml`: what the driver of an engine cannot do, and the tests that need it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Impossible {
    limit: Vec<Limit>,
}

/// One thing that some drivers cannot do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    /// What cannot be done. The page `src/docs/browsers.md` has a row for it.
    what: String,
    /// Names of the engines.
    engines: Vec<String>,
    /// Names of the tests.
    tests: Vec<String>,
}

impl Impossible {
    fn read(file: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(file).map_err(|error| {
            Failure::work(
                format!("{} cannot be read: {error}.", file.display()),
                "Restore it from git, then run this again.",
            )
        })?;
        Self::parse(&text).map_err(|error| {
            Failure::input(
                format!("{} has a mistake: {error}", file.display()),
                "Mend the line it names, then run this again.",
            )
        })
    }

    fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// Arguments for cargo. Without a limit on its tests, an engine runs the whole package.
    fn arguments(&self, engine: Engine, extent: Extent) -> Vec<String> {
        let mut arguments: Vec<String> = ["test", "--package", "e2e", "--no-fail-fast"]
            .map(str::to_owned)
            .into();
        if engine == CHROMIUM {
            return arguments;
        }
        if extent == Extent::Core {
            arguments.extend(["--test", "engines"].map(str::to_owned));
            return arguments;
        }
        arguments.extend(["--", "--exact"].map(str::to_owned));
        for limit in self.of(engine) {
            let skipped = limit.tests.iter();
            arguments.extend(skipped.flat_map(|test| ["--skip".to_owned(), test.clone()]));
        }
        arguments
    }

    /// The limits of an engine.
    fn of(&self, engine: Engine) -> impl Iterator<Item = &Limit> {
        let is_its = move |limit: &&Limit| limit.engines.iter().any(|name| name == engine.name);
        self.limit.iter().filter(is_its)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../tests/e2e/impossible.toml");

    #[test]
    fn chromium_runs_everything_and_the_others_their_core() {
        let list = Impossible::parse(LIST).unwrap();
        for extent in [Extent::Core, Extent::All] {
            assert_eq!(
                list.arguments(CHROMIUM, extent),
                ["test", "--package", "e2e", "--no-fail-fast"]
            );
        }
        for engine in OTHERS {
            let core = list.arguments(engine, Extent::Core).join(" ");
            assert!(core.ends_with("--no-fail-fast --test engines"), "{core}");
        }
    }

    #[test]
    fn only_what_a_driver_cannot_do_is_left_out() {
        let list = "[[limit]]
            what = 'Print'
            engines = ['webkit']
            tests = ['prints']";
        let list = Impossible::parse(list).unwrap();
        let [firefox, webkit] = OTHERS.map(|engine| list.arguments(engine, Extent::All).join(" "));
        assert!(firefox.ends_with("-- --exact"), "{firefox}");
        assert!(webkit.ends_with("-- --exact --skip prints"), "{webkit}");
    }

    /// A name that no test has would leave nothing out, and hide that a test was renamed.
    #[test]
    fn every_test_that_is_left_out_exists_and_its_reason_is_written_down() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let page = std::fs::read_to_string(root.join("src/docs/browsers.md")).unwrap();
        let tests = root.join("tests/e2e/tests");
        let sources: Vec<String> = std::fs::read_dir(tests)
            .unwrap()
            .flatten()
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
            .collect();
        for limit in Impossible::parse(LIST).unwrap().limit {
            let row = format!("| {} |", limit.what);
            assert!(page.contains(&row), "browsers.md has no row '{row}'");
            for engine in &limit.engines {
                assert!(
                    OTHERS.iter().any(|other| other.name == engine),
                    "{engine} is no other engine"
                );
            }
            for test in &limit.tests {
                let name = format!("fn {test}(");
                let count = sources.iter().filter(|text| text.contains(&name)).count();
                assert_eq!(count, 1, "{count} files have a test {test}");
            }
        }
    }
}
