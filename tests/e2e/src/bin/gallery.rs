//! Takes a picture of every screen, and writes one page to look through them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "without browser or page there is nothing to show, and the message says why"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use e2e::{
    Demo, Environment, Host, Scheme, Scripts, Server, Session, Site, Size, Specimens, Stage,
    pictures_of,
};

const SIZES: [Size; 3] = [Size::PHONE, Size::TABLET, Size::LAPTOP];
/// The screens the README shows, as they meet the eye on a phone.
const README: [&str; 3] = ["start", "question-mind-self", "result-withdrawal-check"];

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
        .into_iter()
        .chain(Host::ALL.map(Host::name))
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
    /// Takes the pictures of a screen.
    fn take(&self, session: &Session, name: &str, folder: &Path) {
        let Some(page) = name.strip_prefix(HOST) else {
            session.visit(&self.specimens.url(name));
            return each_stage(name, folder, |stage| {
                session.set(stage);
                session.picture()
            });
        };
        session.visit(&self.demo.url(page));
        wait_for_checks(session);
        each_stage(name, folder, |stage| {
            session.set(stage);
            session.see_all(stage.size);
            session.glimpse()
        });
    }
}

fn host_of(name: &str) -> Option<Host> {
    let page = name.strip_prefix(HOST)?;
    Host::ALL.into_iter().find(|host| host.name() == page)
}

/// Takes the pictures of a page of somebody else, in a browser of its own.
fn take_host(host: Host, name: &str, folder: &Path) {
    let visit = host.show(Site::Second);
    let session = &visit.session;
    // Over a slow line it is the waiting that is looked at.
    if host != Host::Slow {
        wait_for_checks(session);
    }
    if host.is_framed() {
        session.leave_frame();
    }
    // The check takes room on paper as it does in a window.
    session.set(Stage {
        size: Size::LAPTOP,
        scheme: Scheme::Dark,
    });
    let sheets = (host == Host::Printed).then(|| sheets(&session.print()));
    if let Some(sheets) = &sheets {
        session.visit(&sheets.url("/printed.html"));
    }
    each_stage(name, folder, |stage| {
        session.set(stage);
        session.see_all(stage.size);
        session.glimpse()
    });
}

/// The sheets of paper, side by side in a page.
fn sheets(printed: &[u8]) -> Server {
    let mut page =
        String::from("<!doctype html><title>Printed</title><body style='background: gray'>");
    for sheet in pictures_of(printed) {
        let _ = write!(
            page,
            "<img alt='' src='data:image/png;base64,{}'> ",
            BASE64.encode(sheet)
        );
    }
    let pages = [("/printed.html".to_owned(), page)].into();
    Server::with_pages(&Environment::read().dist, pages)
}

/// Waits until every check that stands in the page is there.
fn wait_for_checks(session: &Session) {
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

fn each_stage(name: &str, folder: &Path, picture: impl Fn(Stage) -> Vec<u8>) {
    for stage in stages() {
        write(&folder.join(file(name, stage)), &picture(stage));
    }
}

/// Takes pictures until no screen is waiting.
fn take(shown: &Shown<'_>, waiting: &Mutex<Vec<&str>>, folder: &Path) {
    let mut session = None;
    loop {
        let Some(name) = waiting.lock().unwrap().pop() else {
            return;
        };
        if let Some(host) = host_of(name) {
            // There may be only so many browsers, and this takes one of its own.
            session = None;
            take_host(host, name, folder);
        } else {
            let session = session.get_or_insert_with(|| Session::start(Scripts::On));
            shown.take(session, name, folder);
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
