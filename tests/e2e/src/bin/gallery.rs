//! Takes a picture of every screen, and writes one page to look through them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "without browser or page there is nothing to show, and the message says why"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use e2e::{Demo, Environment, Scheme, Scripts, Session, Size, Specimens, Stage};

const SIZES: [Size; 3] = [Size::PHONE, Size::TABLET, Size::LAPTOP];
/// The screens the README shows, as they meet the eye on a phone.
const README: [&str; 3] = [
    "start",
    "question-perception-self",
    "result-withdrawal-check",
];

const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

/// As many as there may be browsers at the same time.
const BROWSERS: usize = 2;

/// Takes a picture of every screen, in three sizes, light and dark.
#[derive(Debug, Parser)]
#[command(name = "gallery")]
struct CommandLine {
    /// The folder for the pictures
    folder: PathBuf,
    /// The folder for the README's pictures; none are taken without it
    #[arg(long, value_name = "FOLDER")]
    readme: Option<PathBuf>,
    /// Renders this screen alone
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
}

fn main() {
    let CommandLine {
        folder,
        readme,
        only,
    } = CommandLine::parse();
    let specimens = Specimens::serve(&Environment::read().dist);
    let demo = Demo::serve();
    let shown = Shown {
        specimens: &specimens,
        demo: &demo,
    };
    let hosts: Vec<String> = Demo::NAMES
        .iter()
        .chain(&Demo::HOSTS)
        .map(|name| format!("{HOST}{name}"))
        .collect();
    let known: Vec<&str> = specimens
        .names
        .iter()
        .chain(&hosts)
        .map(String::as_str)
        .collect();
    let wanted = |name: &&str| only.as_ref().is_none_or(|only| only == name);
    let names: Vec<&str> = known.iter().copied().filter(wanted).collect();
    if names.is_empty() {
        let message = format!("no screen has this name; there are: {}", known.join(", "));
        CommandLine::command()
            .error(ErrorKind::InvalidValue, message)
            .exit();
    }
    if only.is_none() {
        clear(&folder);
    }
    std::fs::create_dir_all(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));

    let waiting = Mutex::new(names.clone());
    std::thread::scope(|scope| {
        for _ in 0..BROWSERS.min(names.len()) {
            scope.spawn(|| take(&shown, &waiting, &folder));
        }
    });

    if let Some(readme) = readme {
        glimpse(&specimens, &readme);
    }
    let taken: Vec<&str> = known
        .into_iter()
        .filter(|name| is_there(&folder, name))
        .collect();
    let page = index(&taken);
    write(&folder.join("index.html"), page.as_bytes());
    let pictures = names.len() * SIZES.len() * SCHEMES.len();
    println!(
        "{pictures} pictures of {} screens; look through them in {}",
        names.len(),
        folder.join("index.html").display()
    );
}

/// What the names of pages begin with that show the check.
const HOST: &str = "host-";

/// Where everything is.
struct Shown<'a> {
    specimens: &'a Specimens,
    demo: &'a Demo,
}

impl Shown<'_> {
    /// Opens a screen, and waits until all of it is there.
    fn open(&self, session: &Session, name: &str) {
        let Some(host) = name.strip_prefix(HOST) else {
            return session.visit(&self.specimens.url(name));
        };
        session.visit(&self.demo.url(host));
        session.wait_until("every check in the page", || {
            session.read(
                "const checks = [...document.querySelectorAll('footing-check:defined')]
                     .filter((check) => ['inline', null].includes(check.mode));
                 const waits = checks.find((check) => check.lastElementChild?.checkVisibility());
                 waits?.scrollIntoView();
                 if (!waits) scrollTo(0, 0);
                 return checks.length > 0 && !waits",
            )
        });
    }
}

/// Takes pictures until no screen is waiting.
fn take(shown: &Shown<'_>, waiting: &Mutex<Vec<&str>>, folder: &Path) {
    let session = Session::start(Scripts::On);
    loop {
        let Some(name) = waiting.lock().unwrap().pop() else {
            return;
        };
        shown.open(&session, name);
        for stage in stages() {
            session.set(stage);
            let picture = if name.starts_with(HOST) {
                session.see_all(stage);
                session.glimpse()
            } else {
                session.picture()
            };
            write(&folder.join(file(name, stage)), &picture);
        }
    }
}

/// Takes the README's pictures.
fn glimpse(specimens: &Specimens, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let session = Session::start(Scripts::On);
    for name in README {
        session.visit(&specimens.url(name));
        session.set(Stage {
            size: Size::PHONE,
            scheme: Scheme::Light,
        });
        write(&folder.join(format!("{name}.png")), &session.glimpse());
    }
}

fn stages() -> impl Iterator<Item = Stage> {
    SIZES
        .into_iter()
        .flat_map(|size| SCHEMES.map(|scheme| Stage { size, scheme }))
}

fn file(name: &str, stage: Stage) -> String {
    format!("{name}-{}-{}.png", stage.size.width, stage.scheme.name())
}

fn is_there(folder: &Path, name: &str) -> bool {
    stages().all(|stage| folder.join(file(name, stage)).is_file())
}

/// Takes yesterday's pictures away, so that no screen is shown that is gone.
fn clear(folder: &Path) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    let files = entries.flatten().map(|entry| entry.path());
    for picture in files.filter(|file| file.extension().is_some_and(|extension| extension == "png"))
    {
        std::fs::remove_file(&picture)
            .unwrap_or_else(|error| panic!("{}: {error}", picture.display()));
    }
}

fn write(file: &Path, bytes: &[u8]) {
    std::fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// The page to look through. Names are those of files, so nothing in them is markup.
fn index(names: &[&str]) -> String {
    let mut contents = String::new();
    let mut screens = String::new();
    for name in names {
        let _ = writeln!(contents, "<li><a href=\"#{name}\">{name}</a></li>");
        let _ = write!(screens, "<section id=\"{name}\">\n<h2>{name}</h2>\n<div>\n");
        for stage in stages() {
            let (file, scheme) = (file(name, stage), stage.scheme.name());
            let Size { width, height } = stage.size;
            let _ = writeln!(
                screens,
                "<figure><a href=\"{file}\"><img src=\"{file}\" alt=\"{name}\" loading=\"lazy\"></a>\
                 <figcaption>{width} × {height}, {scheme}</figcaption></figure>"
            );
        }
        screens.push_str("</div>\n</section>\n");
    }
    include_str!("gallery.html")
        .replace("<!-- contents -->", &contents)
        .replace("<!-- screens -->", &screens)
}
