//! Adds to the page that trunk is building what comes from the content: the words beside the module,
//! the static start screen from the same words and the same screen as the running page, the bench for
//! reviewers and the setup page, the questions on paper, the check as JavaScript alone, and what each page may load: its
//! policy, and what its files have to hold.

mod companion;
mod demo;
mod files;
mod generated;
mod hosting;
mod integrity;
mod minify;
mod stamp;
mod without_wasm;

use std::path::{Path, PathBuf};

use site::hosting::{CLOSED, POLICIES};

use crate::digests::Digests;
use crate::serve::Addresses;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use files::Files;
use generated::Generated;
use integrity::integrity;

/// Adds the words, the static start screen, other modules and the paper form to the page in
/// `TRUNK_STAGING_DIR`.
pub fn page(workspace: &Workspace) -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::input(
            "TRUNK_STAGING_DIR is not set.",
            "Trunk runs this command by itself: use `cargo xtask build` or `cargo xtask serve`.",
        )
    })?;
    let generated = Generated::write(workspace)?;
    generated.copy_site(&staging)?;
    let file = staging.join("index.html");
    let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
    let names = Names::find(&staging)?;
    let body = generated.fragment("start")?;
    let profile = Profile::named(std::env::var("TRUNK_PROFILE").ok().as_deref());
    let without_wasm = without_wasm::add(workspace, &staging, profile)?;
    minify::shrink(workspace, &staging, profile)?;
    let files = Files::find(&staging, &names, without_wasm)?;
    let head = head(&staging, &names, &files)?;
    let html = vouched(&staging, &filled(&html, &head, &body)?, &names.style)?;
    write(&file, &html)?;
    for page in companion::COMPANIONS {
        companion::add(page, workspace, &staging, profile, &names.style, &generated)?;
    }
    protect(&staging)?;
    name_build(&staging)?;
    match Addresses::from_environment() {
        Some(addresses) => demo::add(workspace, &staging, &addresses),
        None => Ok(()),
    }
}

/// Where the page says which build it is.
const BUILD: &str = "<build>";

/// Names the build in the page: one digest for every file but the page itself and what a site changes.
fn name_build(staging: &Path) -> Result<(), Failure> {
    let digests = Digests::of(staging).map_err(|error| unwritten(staging, &error))?;
    let file = staging.join("index.html");
    let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
    let build = digests.without(&["index.html", "site.json"]).whole();
    write(&file, &html.replacen(BUILD, &build, 1))
}

/// What the start needs, each file with what it has to hold. `start.js` loads the rest by itself, and
/// is told the same of it.
fn head(staging: &Path, names: &Names, files: &Files) -> Result<String, Failure> {
    let Names { module, wasm, .. } = names;
    let words = "words/en.json";
    let holds = |name: &str| Ok::<String, Failure>(integrity(&read(&staging.join(name))?));
    Ok(format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{wasm}\" />\n    \
         <link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{words}\" />\n    \
         <script type=\"module\" src=\"./leave.js\" integrity=\"{leave}\"></script>\n    \
         <script type=\"module\" src=\"./embedded.js\" integrity=\"{embedded}\"></script>\n    \
         <script type=\"module\" src=\"./inspect.js\" integrity=\"{inspect}\"></script>\n    \
         <script type=\"module\" src=\"./load.js\" integrity=\"{load}\"></script>\n    \
         <script type=\"module\" src=\"./progress.js\" integrity=\"{progress}\"></script>\n    \
         <script type=\"module\" src=\"./seal.js\" integrity=\"{seal}\"></script>\n    \
         <script type=\"module\" src=\"./settings.js\" integrity=\"{settings}\"></script>\n    \
         <script type=\"module\" src=\"./{module}\" integrity=\"{program}\"></script>\n    \
         <script type=\"module\" id=\"footing-files\" src=\"./start.js\" integrity=\"{start}\" \
         {named} data-closed=\"{closed}\" data-build=\"{BUILD}\"></script>",
        leave = holds("leave.js")?,
        embedded = holds("embedded.js")?,
        inspect = holds("inspect.js")?,
        load = holds("load.js")?,
        progress = holds("progress.js")?,
        seal = holds("seal.js")?,
        settings = holds("settings.js")?,
        program = holds(module)?,
        start = holds("start.js")?,
        named = files.attributes(),
        closed = CLOSED,
    ))
}

/// The page with its style sheet held to what it was built with.
fn vouched(staging: &Path, html: &str, style: &str) -> Result<String, Failure> {
    let plain = format!("href=\"./{style}\"");
    if !html.contains(&plain) {
        return Err(Failure::work(
            "Trunk did not link the style sheet where it was expected.",
            "Run `cargo xtask build` again; if it stays so, check the pins in Trunk.toml.",
        ));
    }
    let holds = integrity(&read(&staging.join(style))?);
    let vouched = format!("{plain} integrity=\"{holds}\" crossorigin=\"anonymous\"");
    Ok(html.replacen(&plain, &vouched, 1))
}

/// Puts into every page its policy, and writes beside them the headers that say the same.
fn protect(staging: &Path) -> Result<(), Failure> {
    for policy in POLICIES {
        let file = staging.join(policy.page);
        let html = std::fs::read_to_string(&file).map_err(|error| unwritten(&file, &error))?;
        let protected = policy.put_into(&html).ok_or_else(|| {
            Failure::work(
                format!("{} does not begin with its character set.", policy.page),
                "Put <meta charset=\"utf-8\" /> first in its head: the policy comes after it.",
            )
        })?;
        write(&file, &protected)?;
    }
    hosting::add(staging)
}

/// What the names of the module and its glue begin with: the name of the binary in Cargo.toml.
const MODULE: &str = "widget-";

/// What the name of the style sheet begins with.
const STYLE: &str = "widget-";

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
        let module = find(&|name| name.starts_with(MODULE) && name.ends_with(".js"));
        let wasm = find(&|name| name.starts_with(MODULE) && name.ends_with(".wasm"));
        let style = find(&|name| name.starts_with(STYLE) && name.ends_with(".css"));
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

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| unwritten(file, &error))
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
