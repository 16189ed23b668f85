//! Compiles the modules of the pages other than the check, and combines each page with its module.
//!
//! Trunk's constraints: it takes one application with `data-type="main"` and always builds it (the default
//! is the package whose Cargo.toml is next to `index.html`), and its hook runs after that. So Trunk runs
//! cargo and wasm-bindgen for the check, and [`compile`] does the same for the other pages with the same tools and
//! target folder, so that the crates are compiled once. After that, all three pages take the same path: [`optimize`]
//! makes the modules smaller, [`add`] finds the files through the manifest, writes their tags with digests, and fills
//! the template. The page that Trunk writes itself is not used.

use std::path::{Path, PathBuf};
use std::process::Command;

use site::hosting::manifest::FILES;
use site::hosting::{Inline, Page, Source};
use site::{LANGUAGES, Language};

use super::generated::Generated;
use super::optimize;
use super::stamp::stamp;
use super::tags::Tags;
use super::{inline, read, shell, unwritten, write};
use crate::manifest::Served;
use crate::tools;
use crate::trunk::{Profile, TARGET, standard_library};
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

/// The name of the check's module.
const CHECK: &str = "widget";

/// What compiles the module of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compiler {
    /// Trunk; already done when the hook runs.
    Trunk,
    /// This hook.
    Hook {
        /// The name of the package and its binary.
        package: &'static str,
        /// Description for progress messages.
        what: &'static str,
    },
}

/// Each page with the compiler of its module, and the name of its prerendered HTML fragment from the
/// package `pages`.
const PAGES: [(Page, Compiler, &str); 3] = [
    (Page::Check, Compiler::Trunk, "start"),
    (
        Page::Workbench,
        Compiler::Hook {
            package: "workbench",
            what: "the bench for reviewers",
        },
        "workbench",
    ),
    (
        Page::Setup,
        Compiler::Hook {
            package: "setup",
            what: "the setup page for site owners",
        },
        "setup",
    ),
];

/// Writes every page with a module into `staging`.
pub fn add(
    workspace: &Workspace,
    staging: &Path,
    profile: Profile,
    generated: &Generated,
) -> Result<(), Failure> {
    let template = shell::template(workspace)?;
    let mut inline = Inline::default();
    for (page, compiler, fragment) in PAGES {
        if let Compiler::Hook { package, what } = compiler {
            terminal::say(format!(
                "Adding {what}: {} with a module of its own.",
                page.file()
            ));
            compile(package, workspace, profile)?.place(package, staging)?;
        }
        let languages: &[Language] = match page {
            Page::Check => &LANGUAGES,
            Page::Workbench | Page::Setup => &LANGUAGES[..1],
        };
        let bodies = languages
            .iter()
            .map(|language| generated.fragment(fragment, language))
            .collect::<Result<Vec<String>, Failure>>()?;
        let served = Served::read(staging)?;
        // The same style and script for all languages: the policy names them by their digests.
        let (style, script) = match page {
            Page::Check => (
                inline::style(staging, &served, &bodies.concat())?,
                inline::script(workspace, profile)?,
            ),
            Page::Workbench | Page::Setup => Default::default(),
        };
        for (language, body) in languages.iter().zip(bodies) {
            let tags = Tags {
                page,
                language,
                staging,
                served: &served,
                inline: &inline,
            };
            let tags = tags.html()?;
            // What is read is parsed before the tags of what comes later, which the browser's preload scanner
            // finds anywhere: on a slow phone they would hold up the first paint.
            let (in_head, in_body) = match page {
                Page::Check => (style.clone(), format!("{body}\n    {tags}{script}")),
                Page::Workbench | Page::Setup => (tags, body),
            };
            let html = shell::filled(&template, page, language, &in_head, &in_body)?;
            let name = match page {
                Page::Check => language.page,
                Page::Workbench | Page::Setup => page.file(),
            };
            write(&staging.join(name), &html)?;
            if page == Page::Check {
                inline = inline::digests(&html);
            }
        }
    }
    Ok(())
}

/// The files compiled from a package.
struct Made {
    script: PathBuf,
    wasm: PathBuf,
}

impl Made {
    /// Optimizes both files into a folder, and returns the name by which the module exports its memory.
    fn optimized(&self, workspace: &Workspace, folder: &Path) -> Result<(Made, String), Failure> {
        let optimized = optimize::optimize(workspace, &self.script, &self.wasm, folder)?;
        let made = Made {
            script: optimized.script,
            wasm: optimized.wasm,
        };
        Ok((made, optimized.memory))
    }

    /// Copies both files, with the hash of the module in their names.
    fn place(&self, name: &str, staging: &Path) -> Result<(), Failure> {
        let hash = stamp(&read(&self.wasm)?);
        copy(&self.script, &staging.join(format!("{name}-{hash}.js")))?;
        copy(&self.wasm, &staging.join(format!("{name}-{hash}_bg.wasm")))
    }
}

/// Compiles a package, runs wasm-bindgen and, for visitors, optimizes the module.
fn compile(name: &str, workspace: &Workspace, profile: Profile) -> Result<Made, Failure> {
    let mut cargo = workspace.cargo(&["build", "--package", name, "--target", TARGET]);
    let folder = match profile {
        Profile::Development => "debug",
        Profile::Release => {
            cargo.args(["--release", "--locked"]);
            standard_library::include(&mut cargo);
            "release"
        }
    };
    // Trunk's own cargo has exited by now, which released its lock on the target folder.
    program::run(&mut cargo)?;
    let target = workspace.target()?;
    let compiled = target
        .join(TARGET)
        .join(folder)
        .join(format!("{name}.wasm"));
    let output = target.join(name).join(folder);

    let mut bindgen = Command::new(tools::wasm_bindgen(workspace)?);
    bindgen.args(["--target=web", "--no-typescript", "--out-name", name]);
    program::run(bindgen.arg("--out-dir").arg(&output).arg(&compiled))?;
    // wasm-bindgen could also write JS snippets of crates; none of ours has any.
    let made = Made {
        script: output.join(format!("{name}.js")),
        wasm: output.join(format!("{name}_bg.wasm")),
    };
    match profile {
        Profile::Development => Ok(made),
        Profile::Release => Ok(made.optimized(workspace, &output)?.0),
    }
}

/// Optimizes the module of the check that Trunk has built, with its glue, and returns the name by which it exports its
/// memory. Development builds leave both as they are.
pub fn optimize_check(
    workspace: &Workspace,
    staging: &Path,
    profile: Profile,
) -> Result<String, Failure> {
    let served = Served::read(staging)?;
    let built = FILES
        .iter()
        .filter(|file| file.source == Source::Trunk && file.name.fixed().is_none())
        .filter_map(|file| Some(staging.join(served.one(file)?)));
    let with_ending = |ending: &str| {
        let mut built = built.clone();
        built.find(|file| file.extension().is_some_and(|found| found == ending))
    };
    let (Profile::Release, Some(script), Some(wasm)) =
        (profile, with_ending("js"), with_ending("wasm"))
    else {
        // A missing file fails the build later, with advice.
        return Ok(optimize::MEMORY.to_owned());
    };
    let built = Made { script, wasm };
    let (made, memory) = built.optimized(workspace, &workspace.target()?.join(CHECK))?;
    for file in [&built.script, &built.wasm] {
        std::fs::remove_file(file).map_err(|error| unwritten(file, &error))?;
    }
    made.place(CHECK, staging)?;
    Ok(memory)
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(from, to).map_err(|error| unwritten(to, &error))?;
    Ok(())
}
