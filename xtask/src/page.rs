//! Adds to the page that trunk is building what comes from the content: the words beside the module,
//! the static start screen from the same words and the same screen as the running page, and the bench
//! for reviewers.

mod workbench;

use std::path::{Path, PathBuf};

use footing::content::author;
use footing::ui::specimens;

use crate::content::{words_json, words_of};
use crate::failure::Failure;
use crate::workspace::Workspace;

/// Adds the words, the static start screen and the bench to the page in `TRUNK_STAGING_DIR`.
pub fn page(workspace: &Workspace) -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::input(
            "TRUNK_STAGING_DIR is not set.",
            "Trunk runs this command by itself: use `cargo xtask build` or `cargo xtask serve`.",
        )
    })?;
    let folder = staging.join("words");
    write_folder(&folder)?;
    for locale in author::locales(&workspace.content()) {
        let words = words_of(workspace, &locale)?;
        write(&folder.join(format!("{locale}.json")), &words_json(&words)?)?;
    }
    let file = staging.join("index.html");
    let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
    let words = words_of(workspace, "en")?;
    let names = Names::find(&staging)?;
    // Hidden until start.js finds that the questions do not load.
    let failed = specimens::failed(&words).replacen("<div ", "<div hidden ", 1);
    let body = format!(
        "<noscript><p class=\"page-note\">{}</p></noscript>\n    {failed}\n    \
         <div id=\"footing\">{}</div>",
        words.phrases.needs_scripts,
        specimens::start(&words),
    );
    let head = format!(
        "<link rel=\"modulepreload\" href=\"./{module}\" />\n    \
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{wasm}\" />\n    \
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"./words/en.json\" />\n    \
         <script type=\"module\" id=\"footing-files\" src=\"./start.js\" data-module=\"./{module}\" \
         data-wasm=\"./{wasm}\" data-words=\"./words/en.json\"></script>",
        module = names.module,
        wasm = names.wasm,
    );
    write(&file, &filled(&html, &head, &body)?)?;
    workbench::add(workspace, &staging, &names.style, &words)
}

/// The names trunk gave the module, its glue and the style sheet.
struct Names {
    module: String,
    wasm: String,
    style: String,
}

impl Names {
    fn find(staging: &Path) -> Result<Names, Failure> {
        let entries = std::fs::read_dir(staging).map_err(|error| unwritten(staging, &error))?;
        let names: Vec<String> = entries
            .flatten()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        let find = |is: &dyn Fn(&str) -> bool| names.iter().find(|name| is(name)).cloned();
        let module = find(&|name| name.starts_with("footing-") && name.ends_with(".js"));
        let wasm = find(&|name| name.starts_with("footing-") && name.ends_with(".wasm"));
        let style = find(&|name| name.starts_with("widget-") && name.ends_with(".css"));
        module
            .zip(wasm)
            .zip(style)
            .map(|((module, wasm), style)| Names {
                module,
                wasm,
                style,
            })
            .ok_or_else(|| {
                Failure::work(
                    "Trunk did not write the module and the style sheet where they were expected.",
                    "Run `cargo xtask build` again; if it stays so, check the pins in Trunk.toml.",
                )
            })
    }
}

const HEAD: &str = "<!-- footing:head -->";
const START: &str = "<!-- footing:start -->";

/// The page with its places filled, and without what trunk leaves behind.
fn filled(html: &str, head: &str, body: &str) -> Result<String, Failure> {
    if !html.contains(HEAD) || !html.contains(START) {
        return Err(Failure::work(
            format!("index.html has lost its places {HEAD} and {START}."),
            "Put both comments back: the words and the start screen go there.",
        ));
    }
    let kept = html.lines().filter(|line| !line.contains("data-trunk"));
    let kept: Vec<&str> = kept.collect();
    Ok(kept.join("\n").replace(HEAD, head).replace(START, body))
}

fn write_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| unwritten(file, &error))
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read or written: {error}.", path.display()),
        "Check the folder and its free space, then build again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_places_are_filled_and_trunks_leftovers_go() {
        let html = format!("<head>\n<link data-trunk rel=\"rust\" />\n{HEAD}\n</head>\n{START}");
        assert_eq!(filled(&html, "H", "B").unwrap(), "<head>\nH\n</head>\nB");
    }

    #[test]
    fn a_lost_place_is_an_error() {
        assert!(filled(HEAD, "H", "B").is_err());
    }
}
