//! The files of all subjects, by path on the server.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use command_support::failure::Failure;
use command_support::program;
use content::questionnaire;
use e2e::words;
use maud::{DOCTYPE, html};
use serde_json::Value;
use walkdir::WalkDir;

use crate::form;
use crate::subject::Subject;

/// The questions, as a peer's script imports them.
const FORM: &str = "form.json";

/// Contents by path, such as `/footing/index.html`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Folders and programs that the pages are made from.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Folder of the built check.
    pub dist: PathBuf,
    /// The peers' `node_modules` (`xtask/npm/bench`).
    pub peers: PathBuf,
    /// The `node_modules` with LForms (`xtask/npm/test`).
    pub lforms: PathBuf,
    /// The esbuild program.
    pub esbuild: PathBuf,
}

impl Sources {
    /// Reads the environment variables that `cargo xtask bench` sets.
    pub fn read() -> Result<Sources, Failure> {
        Ok(Sources {
            dist: variable("FOOTING_DIST")?,
            peers: variable("FOOTING_NPM_BENCH")?,
            lforms: variable("FOOTING_NPM")?,
            esbuild: variable("FOOTING_ESBUILD")?,
        })
    }

    /// Makes every page. Libraries are bundled and minified, as for a real site.
    pub fn make(&self) -> Result<Files, Failure> {
        let mut files = Files::new();
        self.footing(&mut files)?;
        let words = words();
        self.library(
            &mut files,
            Subject::SurveyJs,
            include_str!("../pages/surveyjs.js"),
            &[(FORM, &form::surveyjs(questionnaire(), words).to_string())],
        )?;
        self.library(
            &mut files,
            Subject::Preact,
            include_str!("../pages/preact.js"),
            &[
                (FORM, &form::preact(questionnaire(), words).to_string()),
                ("preact.css", include_str!("../pages/preact.css")),
            ],
        )?;
        self.lforms(&mut files)?;
        let plain = plain_page();
        files.insert(index(Subject::PlainHtml), plain.into_bytes());
        let host = include_str!("../pages/host.html");
        files.insert(index(Subject::FootingInAFrame), host.into());
        Ok(files)
    }

    /// Version of a peer's package.
    pub fn version(&self, package: &str) -> Result<String, Failure> {
        let folder = if package == "lforms" {
            &self.lforms
        } else {
            &self.peers
        };
        let manifest = read(&folder.join(package).join("package.json"))?;
        let manifest: Value = serde_json::from_slice(&manifest).unwrap_or_default();
        let version = manifest.get("version").and_then(Value::as_str);
        Ok(version.unwrap_or("of unknown version").to_owned())
    }

    fn footing(&self, files: &mut Files) -> Result<(), Failure> {
        for entry in WalkDir::new(&self.dist).into_iter().flatten() {
            let Ok(name) = entry.path().strip_prefix(&self.dist) else {
                continue;
            };
            if entry.file_type().is_file() {
                let name = name.to_string_lossy().replace('\\', "/");
                let path = format!("{}{name}", Subject::Footing.path());
                files.insert(path, read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Bundles the page of a library with the files that its script imports.
    fn library(
        &self,
        files: &mut Files,
        subject: Subject,
        script: &str,
        beside: &[(&str, &str)],
    ) -> Result<(), Failure> {
        for (name, bytes) in self.bundle(script, beside)? {
            files.insert(format!("{}{name}", subject.path()), bytes);
        }
        let page = include_str!("../pages/library.html").replace("{title}", subject.title());
        files.insert(index(subject), page.into_bytes());
        Ok(())
    }

    /// LForms is published as a built component, minified by its makers.
    fn lforms(&self, files: &mut Files) -> Result<(), Failure> {
        const BUILT: [&str; 6] = [
            "webcomponent/styles.css",
            "webcomponent/assets/lib/zone.min.js",
            "webcomponent/runtime.js",
            "webcomponent/polyfills.js",
            "webcomponent/main.js",
            "fhir/R4/lformsFHIR.min.js",
        ];
        let folder = Subject::LForms.path();
        for built in BUILT {
            let file = self.lforms.join("lforms/dist/lforms").join(built);
            let name = built.rsplit('/').next().unwrap_or(built);
            files.insert(format!("{folder}{name}"), read(&file)?);
        }
        let form = fhir::questionnaire(questionnaire(), words()).to_string();
        let page = include_str!("../pages/lforms.js");
        for (name, bytes) in self.bundle(page, &[(FORM, &form)])? {
            files.insert(format!("{folder}{name}"), bytes);
        }
        let page = include_str!("../pages/lforms.html");
        files.insert(index(Subject::LForms), page.into());
        Ok(())
    }

    /// Bundles and minifies a script with the files that it imports, into `page.js` and perhaps `page.css`.
    fn bundle(&self, script: &str, beside: &[(&str, &str)]) -> Result<Files, Failure> {
        let folder = tempfile::tempdir().map_err(|error| unwritten(Path::new("/tmp"), &error))?;
        let write = |name: &str, text: &str| {
            let file = folder.path().join(name);
            std::fs::write(&file, text).map_err(|error| unwritten(&file, &error))
        };
        write("page.js", script)?;
        for (name, text) in beside {
            write(name, text)?;
        }
        let made = folder.path().join("made");
        let mut esbuild = Command::new(&self.esbuild);
        esbuild
            .current_dir(folder.path())
            .env("NODE_PATH", &self.peers)
            .args([
                "page.js",
                "--bundle",
                "--minify",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
                "--legal-comments=none",
                "--define:process.env.NODE_ENV=\"production\"",
                "--log-level=warning",
            ])
            .arg(format!("--outdir={}", made.display()));
        program::run(&mut esbuild)?;
        let mut bundle = Files::new();
        for name in ["page.js", "page.css"] {
            let file = made.join(name);
            if file.is_file() {
                bundle.insert(name.to_owned(), read(&file)?);
            }
        }
        Ok(bundle)
    }
}

/// The first question as a form in plain HTML.
fn plain_page() -> String {
    let words = words();
    let asked = questionnaire().items.iter().zip(&words.items).next();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { (words.phrases.start_title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="icon" href="data:,";
            }
            body {
                h1 { (words.phrases.start_title) }
                @if let Some((item, said)) = asked {
                    form {
                        fieldset {
                            legend { (said.text.0) }
                            @for (code, text) in item.options.iter().zip(&said.options) {
                                p { label { input type="radio" name=(item.link_id.0) value=(code); " " (text.0) } }
                            }
                        }
                        button { (words.phrases.continue_) }
                    }
                }
            }
        }
    }
    .into_string()
}

fn index(subject: Subject) -> String {
    format!("{}index.html", subject.path())
}

pub(crate) fn variable(name: &str) -> Result<PathBuf, Failure> {
    let value = std::env::var_os(name).filter(|value| !value.is_empty());
    value.map(PathBuf::from).ok_or_else(|| {
        Failure::input(
            format!("{name} is not set."),
            "Run `cargo xtask bench`, which builds the page, finds the tools, and sets it.",
        )
    })
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).map_err(|error| {
        Failure::work(
            format!("{} cannot be read: {error}.", file.display()),
            "Run `cargo xtask bench` again, which builds the page and installs what is missing.",
        )
    })
}

fn unwritten(file: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be written: {error}.", file.display()),
        "Make room there, then run this again.",
    )
}
