//! Adds the bench for reviewers to the page that trunk is building: a second module, which trunk
//! itself cannot make beside the first.

use std::path::{Path, PathBuf};
use std::process::Command;

use footing::content::words::Words;
use footing::workbench::specimens;

use super::stamp::stamp;
use super::{read, unwritten, write};
use crate::failure::Failure;
use crate::tools;
use crate::trunk::Profile;
use crate::workspace::Workspace;
use crate::{program, terminal};

const PAGE: &str = "workbench.html";
const HEAD: &str = "<!-- workbench:head -->";
const BODY: &str = "<!-- workbench:body -->";
const TARGET: &str = "wasm32-unknown-unknown";

/// Builds the bench's module into `staging`, and fills its page. `style` is the name of the style sheet
/// that it shares with the visitor's page.
pub fn add(
    workspace: &Workspace,
    staging: &Path,
    profile: Profile,
    style: &str,
    words: &Words,
) -> Result<(), Failure> {
    let made = module(workspace, profile)?;
    let name = stamp(&read(&made.wasm)?);
    let (module, wasm) = (
        format!("workbench-{name}.js"),
        format!("workbench-{name}_bg.wasm"),
    );
    copy(&made.script, &staging.join(&module))?;
    copy(&made.wasm, &staging.join(&wasm))?;

    let file = staging.join(PAGE);
    let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
    let head = format!(
        "<link rel=\"stylesheet\" href=\"./{style}\" />\n    \
         <link rel=\"stylesheet\" href=\"./workbench.css\" />\n    \
         <link rel=\"modulepreload\" href=\"./{module}\" />\n    \
         <script type=\"module\" id=\"workbench-files\" src=\"./workbench.js\" \
         data-module=\"./{module}\" data-wasm=\"./{wasm}\" data-words=\"./words/en.json\"></script>"
    );
    write(&file, &filled(&html, &head, &specimens::waiting(words))?)
}

/// What was made of the program.
struct Made {
    script: PathBuf,
    wasm: PathBuf,
}

/// Compiles the bench, joins it to the browser and, for visitors, makes it smaller: what trunk does for
/// the check, with the same tools and in the same target folder, so that the crates are compiled once.
fn module(workspace: &Workspace, profile: Profile) -> Result<Made, Failure> {
    terminal::say("Adding the bench for reviewers: workbench.html with a module of its own.");
    let mut cargo =
        workspace.cargo(&["build", "--quiet", "--bin", "workbench", "--target", TARGET]);
    let folder = match profile {
        Profile::Development => "debug",
        Profile::Release => {
            cargo.args(["--release", "--locked"]);
            "release"
        }
    };
    // Trunk's own cargo has ended by now, and with it its lock on the target folder.
    program::run(&mut cargo)?;
    let target = workspace.target()?;
    let compiled = target.join(TARGET).join(folder).join("workbench.wasm");
    let output = target.join("workbench").join(folder);

    let mut bindgen = Command::new(tools::wasm_bindgen(workspace)?);
    bindgen.args(["--target=web", "--no-typescript", "--out-name=workbench"]);
    program::run(bindgen.arg("--out-dir").arg(&output).arg(&compiled))?;
    // Beside these two files it would write scripts of crates that bring some; none of ours does.
    let made = Made {
        script: output.join("workbench.js"),
        wasm: output.join("workbench_bg.wasm"),
    };
    match profile {
        Profile::Development => Ok(made),
        Profile::Release => {
            let smaller = output.join("workbench_smaller.wasm");
            let mut optimise = Command::new(tools::wasm_opt_program(workspace)?);
            program::run(
                optimise
                    .arg("-Oz")
                    .arg(&made.wasm)
                    .arg("--output")
                    .arg(&smaller),
            )?;
            Ok(Made {
                wasm: smaller,
                ..made
            })
        }
    }
}

/// The page with its places filled.
fn filled(html: &str, head: &str, body: &str) -> Result<String, Failure> {
    if !html.contains(HEAD) || !html.contains(BODY) {
        return Err(Failure::work(
            format!("static/{PAGE} has lost its places {HEAD} and {BODY}."),
            "Put both comments back: the module and what stands there before it runs go there.",
        ));
    }
    Ok(html.replace(HEAD, head).replace(BODY, body))
}

fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    std::fs::copy(from, to).map_err(|error| unwritten(to, &error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_places_are_filled() {
        let html = format!("<head>{HEAD}</head><body>{BODY}</body>");
        let page = filled(&html, "H", "B").unwrap();
        assert_eq!(page, "<head>H</head><body>B</body>");
    }

    #[test]
    fn a_lost_place_is_an_error() {
        assert!(filled(HEAD, "H", "B").is_err());
        assert!(filled(BODY, "H", "B").is_err());
    }

    #[test]
    fn the_page_in_the_repository_has_both_places() {
        assert!(filled(include_str!("../../../static/workbench.html"), "", "").is_ok());
    }
}
