//! Takes screenshots of every screen, and of each kind of screen in every language; writes an index page and
//! contact sheets of them.

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
    Demo, Environment, Host, OTHER_LANGUAGES, Scheme, Scripts, Server, Session, Site, Size,
    Specimens, Viewport, is_checked_in_other_languages, pictures_of,
};

const SIZES: [Size; 3] = [Size::PHONE, Size::TABLET, Size::LAPTOP];
/// Screens that the README shows, as phone screenshots.
const README: [&str; 3] = ["start", "question-mind-self", "result-withdrawal-check"];

const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

/// Same as the limit of concurrent browsers.
const BROWSERS: usize = 2;

/// Takes screenshots of every screen in three viewports, light and dark, and contact sheets of them.
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
    let servers = Servers {
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
        .chain(&specimens.closed_results)
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

    let queue = Mutex::new(names.clone());
    std::thread::scope(|scope| {
        for _ in 0..BROWSERS.min(names.len()) {
            scope.spawn(|| take_all(&servers, &queue, &folder));
        }
    });

    if let Some(readme) = readme {
        take_readme(&specimens, &readme);
    }
    let complete: Vec<&str> = known
        .into_iter()
        .filter(|name| has_all_pictures(&folder, name))
        .collect();
    let page = index(&complete);
    write(&folder.join("index.html"), page.as_bytes());
    if only.is_none() {
        let screens = complete.iter().filter(|name| !name.starts_with(HOST));
        sheets(&folder, &screens.copied().collect::<Vec<_>>());
        for locale in OTHER_LANGUAGES {
            in_language(locale, &folder.join(locale), &demo);
        }
    }
    let pictures = names.len() * SIZES.len() * SCHEMES.len();
    println!(
        "{pictures} pictures of {} screens; look through them in {}",
        names.len(),
        folder.join("index.html").display()
    );
}

/// Takes the screenshots of each kind of screen in one language, with their index page and contact sheets.
fn in_language(locale: &str, folder: &Path, demo: &Demo) {
    clear(folder);
    std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let specimens = Specimens::serve_in(&Environment::read().dist, locale);
    let servers = Servers {
        specimens: &specimens,
        demo,
    };
    let names = specimens.names.iter().map(String::as_str);
    let names: Vec<&str> = names
        .filter(|name| is_checked_in_other_languages(name))
        .collect();
    let queue = Mutex::new(names.clone());
    std::thread::scope(|scope| {
        for _ in 0..BROWSERS {
            scope.spawn(|| take_all(&servers, &queue, folder));
        }
    });
    write(&folder.join("index.html"), index(&names).as_bytes());
    sheets(folder, &names);
}

/// Writes a contact sheet for each viewport: the tops of all screens, side by side.
fn sheets(folder: &Path, names: &[&str]) {
    let session = Session::start(Scripts::On);
    for viewport in viewports() {
        let pictures = names.iter().map(|name| {
            let picture = folder.join(file(name, viewport));
            let picture = std::fs::read(&picture)
                .unwrap_or_else(|error| panic!("{}: {error}", picture.display()));
            format!(
                "<figure><img alt='' src='data:image/png;base64,{}'><figcaption>{name}</figcaption></figure>",
                BASE64.encode(picture)
            )
        });
        let page = SHEET.replace("<!-- pictures -->", &pictures.collect::<String>());
        let pages = [("/sheet.html".to_owned(), page)].into();
        let server = Server::with_pages(&Environment::read().dist, pages);
        session.visit(&server.url("/sheet.html"));
        session.set(Viewport {
            size: Size::LAPTOP,
            scheme: Scheme::Light,
        });
        let sheet = session.full_page_screenshot();
        write(&folder.join(file("sheet", viewport)), &sheet);
    }
}

/// Page of a contact sheet.
const SHEET: &str = "<!doctype html><title>Contact sheet</title><style>
    body { display: grid; grid-template-columns: repeat(8, 1fr); gap: 8px; margin: 8px; font: 11px sans-serif }
    figure { margin: 0 }
    img { display: block; width: 100%; height: 300px; object-fit: cover; object-position: top; border: 1px solid gray }
    figcaption { overflow-wrap: anywhere }
    </style><!-- pictures -->";

/// Name prefix of host pages.
const HOST: &str = "host-";

/// Servers of all screens.
struct Servers<'a> {
    specimens: &'a Specimens,
    demo: &'a Demo,
}

impl Servers<'_> {
    /// Takes the screenshots of a screen.
    fn take(&self, session: &Session, name: &str, folder: &Path) {
        let Some(page) = name.strip_prefix(HOST) else {
            session.visit(&self.specimens.url(name));
            return each_viewport(name, folder, |viewport| {
                session.set(viewport);
                if name.ends_with("-closed") && viewport.scheme == Scheme::Light {
                    let height = session.height_above_foot();
                    println!("{height:>6} px high at {} px: {name}", viewport.size.width);
                }
                session.full_page_screenshot()
            });
        };
        session.visit(&self.demo.url(page));
        wait_for_checks(session);
        each_viewport(name, folder, |viewport| {
            session.set(viewport);
            session.fit_window_to_page(viewport.size);
            session.screenshot()
        });
    }
}

fn host_of(name: &str) -> Option<Host> {
    let page = name.strip_prefix(HOST)?;
    Host::ALL.into_iter().find(|host| host.name() == page)
}

/// Takes the screenshots of a host page in its own browser.
fn take_host(host: Host, name: &str, folder: &Path) {
    let visit = host.show(Site::Second);
    let session = &visit.session;
    // On a slow connection the loading state is the subject.
    if host != Host::Slow {
        wait_for_checks(session);
    }
    if host.is_framed() {
        session.leave_frame();
    }
    // The printed check keeps the size it has in the window.
    session.set(Viewport {
        size: Size::LAPTOP,
        scheme: Scheme::Dark,
    });
    let printout = (host == Host::Printed).then(|| serve_printout(&session.print()));
    if let Some(printout) = &printout {
        session.visit(&printout.url("/printed.html"));
    }
    each_viewport(name, folder, |viewport| {
        session.set(viewport);
        session.fit_window_to_page(viewport.size);
        session.screenshot()
    });
}

/// Serves the printed pages side by side.
fn serve_printout(printed: &[u8]) -> Server {
    let mut page =
        String::from("<!doctype html><title>Printed</title><body style='background: gray'>");
    for png in pictures_of(printed) {
        let _ = write!(
            page,
            "<img alt='' src='data:image/png;base64,{}'> ",
            BASE64.encode(png)
        );
    }
    let pages = [("/printed.html".to_owned(), page)].into();
    Server::with_pages(&Environment::read().dist, pages)
}

/// Waits until every inline check of the page has loaded.
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

fn each_viewport(name: &str, folder: &Path, picture: impl Fn(Viewport) -> Vec<u8>) {
    for viewport in viewports() {
        write(&folder.join(file(name, viewport)), &picture(viewport));
    }
}

/// Takes screenshots until the queue is empty.
fn take_all(servers: &Servers<'_>, queue: &Mutex<Vec<&str>>, folder: &Path) {
    let mut session = None;
    loop {
        let Some(name) = queue.lock().unwrap().pop() else {
            return;
        };
        if let Some(host) = host_of(name) {
            // The host page needs its own browser, so this one is closed first.
            session = None;
            take_host(host, name, folder);
        } else {
            let session = session.get_or_insert_with(|| Session::start(Scripts::On));
            servers.take(session, name, folder);
        }
    }
}

/// Takes the README's screenshots.
fn take_readme(specimens: &Specimens, folder: &Path) {
    std::fs::create_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let session = Session::start(Scripts::On);
    for name in README {
        session.visit(&specimens.url(name));
        session.set(Viewport {
            size: Size::PHONE,
            scheme: Scheme::Light,
        });
        write(&folder.join(format!("{name}.png")), &session.screenshot());
    }
}

fn viewports() -> impl Iterator<Item = Viewport> {
    SIZES
        .into_iter()
        .flat_map(|size| SCHEMES.map(|scheme| Viewport { size, scheme }))
}

fn file(name: &str, viewport: Viewport) -> String {
    format!(
        "{name}-{}-{}.png",
        viewport.size.width,
        viewport.scheme.name()
    )
}

fn has_all_pictures(folder: &Path, name: &str) -> bool {
    viewports().all(|viewport| folder.join(file(name, viewport)).is_file())
}

/// Deletes old screenshots, so that no removed screen is shown.
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

/// HTML index of all screenshots. Names are file names, so they need no escaping.
fn index(names: &[&str]) -> String {
    let mut contents = String::new();
    let mut screens = String::new();
    for name in names {
        let _ = writeln!(contents, "<li><a href=\"#{name}\">{name}</a></li>");
        let _ = write!(screens, "<section id=\"{name}\">\n<h2>{name}</h2>\n<div>\n");
        for viewport in viewports() {
            let (file, scheme) = (file(name, viewport), viewport.scheme.name());
            let Size { width, height } = viewport.size;
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
