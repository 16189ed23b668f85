//! A visit to a page that shows the check.

use crate::browser::Scripts;
use crate::environment::Environment;
use crate::nginx::Nginx;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::site::Site;

/// The help lines that a site puts inside the element.
const HELP: &str = "<p id='help'>In danger? Call 911. <a href='tel:988'>988</a></p>";

/// Where the check is.
#[derive(Debug)]
pub enum Check {
    /// On another site, for pages of every origin.
    Open(Server),
    /// On another site, behind the headers that the build writes.
    Behind(Nginx),
    /// Beside the page that shows it.
    Beside,
}

/// A browser in a page of a host. What is around it lives as long.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub session: Session,
    /// What serves the page.
    pub host: Server,
    /// What serves the check.
    pub check: Check,
}

impl Check {
    /// On a site, for pages of every origin, with some files in place of its own.
    pub fn open(site: Site, files: Pages) -> Check {
        Check::Open(Server::of_check(site, &Environment::read().dist, files))
    }

    /// The address of one of its files, or what leads there from a page beside it.
    pub fn url(&self, path: &str) -> String {
        match self {
            Check::Open(server) => server.url(path),
            Check::Behind(nginx) => nginx.url(path),
            Check::Beside => format!(".{path}"),
        }
    }

    /// Fills in what a page says in braces: `{help}`, the help lines of its site; `{script}`, the tag
    /// that brings the check; `{embed}`, the address in it; `{site}`, the check's origin.
    pub fn fill(&self, page: &str) -> String {
        page.replace("{script}", "<script async src='{embed}'></script>")
            .replace("{embed}", &self.url("/embed.js"))
            .replace("{site}", &self.url(""))
            .replace("{help}", HELP)
    }
}

impl Visit {
    /// To a page with this body, which [`Check::fill`] completes; the check is on another site.
    pub fn to(body: &str) -> Visit {
        Visit::with(Check::open(Site::Second, Pages::default()), body)
    }

    /// The same with the check at a place of its own.
    pub fn with(check: Check, body: &str) -> Visit {
        Visit::with_files(check, body, Pages::default())
    }

    /// The same with files beside the page.
    pub fn with_files(check: Check, body: &str, files: Pages) -> Visit {
        let mut pages = files;
        pages.insert("/host.html".into(), host_page(&check.fill(body)));
        let dist = &Environment::read().dist;
        let host = match check {
            Check::Open(_) | Check::Behind(_) => Server::of_host(dist, pages, &[]),
            Check::Beside => Server::of_check(Site::Localhost, dist, pages),
        };
        Visit::begin(Session::start(Scripts::On), host, check)
    }

    /// Opens the page.
    pub(crate) fn begin(session: Session, host: Server, check: Check) -> Visit {
        session.visit(&host.url("/host.html"));
        Visit {
            session,
            host,
            check,
        }
    }

    /// Opens the page anew.
    pub fn again(&self) {
        self.session.visit(&self.host.url("/host.html"));
    }

    /// Runs through the first check of the page once that is ready, and comes out of its frame.
    pub fn run(&self) {
        self.session.embedded_ready();
        self.session.run_embedded();
        self.session.leave_frame();
    }

    /// Holds the page to having nothing to complain about.
    pub fn is_calm(&self) {
        let mut console = self.session.console();
        console.retain(|line| line.level == "SEVERE");
        assert!(console.is_empty(), "{console:?}");
    }

    /// Holds the console to having told this, and nothing to complain about.
    pub fn is_warned(&self, of: &str) {
        let console = self.session.console();
        let text = console.iter().any(|line| line.message.contains(of));
        let calm = console.iter().all(|line| line.level != "SEVERE");
        assert!(text && calm, "{console:?}");
    }

    /// Whether the console told this.
    pub fn was_told(&self, what: &str) -> bool {
        let console = self.session.console();
        console.iter().any(|line| line.message.contains(what))
    }
}

/// A page of a host.
pub fn host_page(body: &str) -> String {
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Host</title>
         <link rel='icon' href='data:,'></head><body>{body}</body></html>"
    )
}
