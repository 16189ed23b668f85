//! Adds pages with a module of their own to the page that trunk is building: the bench for reviewers
//! and the setup page. Trunk itself cannot make a second module beside the first.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::generated::Generated;
use super::stamp::stamp;
use super::{read, unwritten, write};
use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};

const TARGET: &str = "wasm32-unknown-unknown";

/// A page beside the check, with its program and its style sheet of the same name.
#[derive(Clone, Copy)]
pub struct Companion {
    name: &'static str,
    what: &'static str,
}

/// Every one of them.
pub const COMPANIONS: [Companion; 2] = [
    Companion {
        name: "workbench",
        what: "the bench for reviewers",
    },
    Companion {
        name: "setup",
        what: "the setup page for site owners",
    },
];

/// Builds the page's module into `staging`, and fills the page. `style` is the name of the style sheet
/// that it shares with the visitor's page.
pub fn add(
    companion: Companion,
    workspace: &Workspace,
    staging: &Path,
    profile: Profile,
    style: &str,
    generated: &Generated,
) -> Result<(), Failure> {
    let Companion { name, .. } = companion;
    let made = module(companion, workspace, profile)?;
    let hash = stamp(&read(&made.wasm)?);
    let (module, wasm) = (
        format!("{name}-{hash}.js"),
        format!("{name}-{hash}_bg.wasm"),
    );
    copy(&made.script, &staging.join(&module))?;
    copy(&made.wasm, &staging.join(&wasm))?;

    let file = staging.join(format!("{name}.html"));
    let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
    let head = format!(
        "<link rel=\"stylesheet\" href=\"./{style}\" />\n    \
         <link rel=\"stylesheet\" href=\"./companion.css\" />\n    \
         <link rel=\"stylesheet\" href=\"./{name}.css\" />\n    \
         <link rel=\"modulepreload\" href=\"./{module}\" />\n    \
         <script type=\"module\" id=\"companion-files\" src=\"./companion.js\" \
         data-module=\"./{module}\" data-wasm=\"./{wasm}\" data-words=\"./words/en.json\"></script>"
    );
    let body = generated.fragment(name)?;
    write(&file, &filled(name, &html, &head, &body)?)
}

/// What was made of the program.
struct Made {
    script: PathBuf,
    wasm: PathBuf,
}

/// Compiles the program, joins it to the browser and, for visitors, makes it smaller: what trunk does for
/// the check, with the same tools and in the same target folder, so that the crates are compiled once.
fn module(companion: Companion, workspace: &Workspace, profile: Profile) -> Result<Made, Failure> {
    let Companion { name, what, .. } = companion;
    terminal::say(format!(
        "Adding {what}: {name}.html with a module of its own."
    ));
    let mut cargo = workspace.cargo(&["build", "--package", name, "--target", TARGET]);
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
    let compiled = target
        .join(TARGET)
        .join(folder)
        .join(format!("{name}.wasm"));
    let output = target.join(name).join(folder);

    let mut bindgen = Command::new(tools::wasm_bindgen(workspace)?);
    bindgen.args(["--target=web", "--no-typescript", "--out-name", name]);
    program::run(bindgen.arg("--out-dir").arg(&output).arg(&compiled))?;
    // Beside these two files it would write scripts of crates that bring some; none of ours does.
    let made = Made {
        script: output.join(format!("{name}.js")),
        wasm: output.join(format!("{name}_bg.wasm")),
    };
    match profile {
        Profile::Development => Ok(made),
        Profile::Release => {
            let smaller = output.join(format!("{name}_smaller.wasm"));
            let mut optimize = Command::new(tools::wasm_opt_program(workspace)?);
            program::run(
                optimize
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
fn filled(name: &str, html: &str, head: &str, body: &str) -> Result<String, Failure> {
    let (head_place, body_place) = (
        format!("<!-- {name}:head -->"),
        format!("<!-- {name}:body -->"),
    );
    if !html.contains(&head_place) || !html.contains(&body_place) {
        return Err(Failure::work(
            format!("static/{name}.html has lost its places {head_place} and {body_place}."),
            "Put both comments back: the module and what stands there before it runs go there.",
        ));
    }
    Ok(html.replace(&head_place, head).replace(&body_place, body))
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
        let html = "<head><!-- x:head --></head><body><!-- x:body --></body>";
        let page = filled("x", html, "H", "B").unwrap();
        assert_eq!(page, "<head>H</head><body>B</body>");
    }

    #[test]
    fn a_lost_place_is_an_error() {
        assert!(filled("x", "<!-- x:head -->", "H", "B").is_err());
        assert!(filled("x", "<!-- x:body -->", "H", "B").is_err());
    }

    #[test]
    fn the_pages_in_the_repository_have_both_places() {
        let workspace = Workspace::find().unwrap();
        for Companion { name, .. } in COMPANIONS {
            let page = workspace.root().join(format!("static/{name}.html"));
            let html = std::fs::read_to_string(page).unwrap();
            assert!(filled(name, &html, "", "").is_ok(), "{name}");
        }
    }
}
