//! Visit to a host page with an embedded check.

use crate::browser::Scripts;
use crate::environment::Environment;
use crate::nginx::Nginx;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::site::Site;

/// Help lines that a site puts inside the element.
const HELP: &str = "<p id='help'>In danger? Call 911. <a href='tel:988'>988</a></p>";

/// Server of the check.
#[derive(Debug)]
pub enum Check {
    /// Another site, with CORS headers for every origin.
    Open(Server),
    /// Another site, with the headers that the build generates.
    Nginx(Nginx),
    /// The origin of the host page.
    SameOrigin,
    /// The same, and the policies of the check name that origin, as in the WordPress plugin.
    SameOriginNamed,
}

/// Browser on a host page, with the servers it needs.
#[derive(Debug)]
pub struct Visit {
    /// The browser.
    pub session: Session,
    /// Serves the host page.
    pub host: Server,
    /// Serves the check.
    pub check: Check,
}

impl Check {
    /// Serves the check on a site with CORS headers for every origin, with some files replaced.
    pub fn open(site: Site, files: Pages) -> Check {
        Check::Open(Server::of_check(site, &Environment::read().dist, files))
    }

    /// URL of a file of the check, relative on the origin of the host page.
    pub fn url(&self, path: &str) -> String {
        match self {
            Check::Open(server) => server.url(path),
            Check::Nginx(nginx) => nginx.url(path),
            Check::SameOrigin | Check::SameOriginNamed => format!(".{path}"),
        }
    }

    /// Fills in the placeholders of a page: `{help}`, the help lines; `{script}`, the tag that
    /// loads `embed.js`; `{embed}`, the URL of `embed.js`; `{site}`, the check's origin.
    pub fn fill(&self, page: &str) -> String {
        page.replace("{script}", "<script async src='{embed}'></script>")
            .replace("{embed}", &self.url("/embed.js"))
            .replace("{site}", &self.url(""))
            .replace("{help}", HELP)
    }
}

impl Visit {
    /// Opens a page with this body, completed by [`Check::fill`]. The check is on another site.
    pub fn to(body: &str) -> Visit {
        Visit::with(Check::open(Site::Second, Pages::default()), body)
    }

    /// Opens a page with this body and check.
    pub fn with(check: Check, body: &str) -> Visit {
        Visit::with_files(check, body, Pages::default())
    }

    /// Opens a page with this body and check, and serves additional files.
    pub fn with_files(check: Check, body: &str, files: Pages) -> Visit {
        let mut pages = files;
        pages.insert("/host.html".into(), host_page(&check.fill(body)));
        let dist = &Environment::read().dist;
        let host = match check {
            Check::Open(_) | Check::Nginx(_) => Server::of_host(dist, pages, &[]),
            Check::SameOrigin => Server::of_check(Site::Localhost, dist, pages),
            Check::SameOriginNamed => {
                Server::of_check_with_named_origin(Site::Localhost, dist, pages)
            }
        };
        Visit::begin(Session::start(Scripts::On), host, check)
    }

    /// Opens `/host.html`.
    pub(crate) fn begin(session: Session, host: Server, check: Check) -> Visit {
        session.visit(&host.url("/host.html"));
        Visit {
            session,
            host,
            check,
        }
    }

    /// Opens the host page again.
    pub fn reload(&self) {
        self.session.visit(&self.host.url("/host.html"));
    }

    /// Goes to the result of the first check and leaves its frame.
    pub fn run(&self) {
        self.session.wait_for_embedded();
        self.session.run_embedded();
        self.session.leave_frame();
    }

    /// Asserts that the console has no errors.
    pub fn assert_no_errors(&self) {
        let mut console = self.session.console();
        console.retain(|line| line.level == "SEVERE");
        assert!(console.is_empty(), "{console:?}");
    }

    /// Asserts that the console has this warning and no errors.
    pub fn assert_warned(&self, warning: &str) {
        let console = self.session.console();
        let warned = console.iter().any(|line| line.message.contains(warning));
        let no_errors = console.iter().all(|line| line.level != "SEVERE");
        assert!(warned && no_errors, "{console:?}");
    }

    /// Whether the console contains a text.
    pub fn console_contains(&self, text: &str) -> bool {
        let console = self.session.console();
        console.iter().any(|line| line.message.contains(text))
    }
}

/// HTML of a host page with this body.
pub fn host_page(body: &str) -> String {
    format!(
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Host</title>
         <link rel='icon' href='data:,'></head><body>{body}</body></html>"
    )
}
