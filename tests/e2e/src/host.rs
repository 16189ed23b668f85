//! Pages as there are, in which the check has to live.

use fantoccini::Locator;

use crate::browser::Scripts;
use crate::environment::Environment;
use crate::nginx::Nginx;
use crate::recorder::RECORDER;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::site::Site;
use crate::visit::{Check, Visit, host_page};

/// A kind of page that shows the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Its policy allows the check, its own pictures, and nothing inline.
    StrictPolicy,
    /// Its style sheet takes everything away from everything.
    HostileStyle,
    /// It reads from right to left.
    RightToLeft,
    /// The check stands in a column.
    Narrow,
    /// It lets in only what lets itself be let in.
    WalledOff,
    /// It stands in a frame itself.
    Framed,
    /// It stands in a frame that has no origin.
    Sandboxed,
    /// Frames of other sites may keep nothing.
    WithoutStorage,
    /// The check comes over a slow line.
    Slow,
    /// It is printed.
    Printed,
    /// Its editor takes unknown tags away.
    Stripped,
    /// Everything is recorded.
    Recorded,
    /// The check comes from its own origin, and everything is recorded.
    OwnOrigin,
}

/// The usual element, and something around it.
const BODY: &str =
    "<h1>A page of somebody else</h1><footing-check lazy='false'>{help}</footing-check>
     <p>Below the check.</p>{script}";

/// Headers of a page that lets in only what lets itself be let in.
const WALLS: [(&str, &str); 2] = [
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
];

impl Host {
    /// Every kind.
    pub const ALL: [Host; 13] = [
        Host::StrictPolicy,
        Host::HostileStyle,
        Host::RightToLeft,
        Host::Narrow,
        Host::WalledOff,
        Host::Framed,
        Host::Sandboxed,
        Host::WithoutStorage,
        Host::Slow,
        Host::Printed,
        Host::Stripped,
        Host::Recorded,
        Host::OwnOrigin,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Host::StrictPolicy => "strict-policy",
            Host::HostileStyle => "hostile-style",
            Host::RightToLeft => "right-to-left",
            Host::Narrow => "narrow",
            Host::WalledOff => "walled-off",
            Host::Framed => "framed",
            Host::Sandboxed => "sandboxed",
            Host::WithoutStorage => "without-storage",
            Host::Slow => "slow",
            Host::Printed => "printed",
            Host::Stripped => "stripped",
            Host::Recorded => "recorded",
            Host::OwnOrigin => "own-origin",
        }
    }

    /// Opens the page on `localhost` with the check on this site, or both on this site where it is their
    /// own origin, and looks at what holds the check.
    pub fn show(self, site: Site) -> Visit {
        let dist = &Environment::read().dist;
        let check = self.check(site);
        let page = check.fill(&self.page());
        let pages: Pages = if self.is_framed() {
            let around = host_page(&self.around());
            [
                ("/host.html".to_owned(), around),
                ("/inner.html".to_owned(), page),
            ]
            .into()
        } else {
            [("/host.html".to_owned(), page)].into()
        };
        let host = if self == Host::OwnOrigin {
            Server::of_check(site, dist, pages)
        } else if self == Host::WalledOff {
            Server::of_host(dist, pages, &WALLS)
        } else {
            Server::of_host(dist, pages, &[])
        };
        let session = if self == Host::WithoutStorage {
            Session::start_without_foreign_storage()
        } else {
            Session::start(Scripts::On)
        };
        let visit = Visit::begin(session, host, check);
        if self.is_framed() {
            visit.session.enter_frame();
        }
        visit
            .session
            .wait_for("the element", Locator::Css("footing-check:defined"));
        visit
    }

    /// Whether the page stands in a frame itself.
    pub fn is_framed(self) -> bool {
        matches!(self, Host::Framed | Host::Sandboxed)
    }

    fn check(self, site: Site) -> Check {
        const PARTNERS: &str = "http://localhost:*";
        let dist = &Environment::read().dist;
        if self == Host::OwnOrigin {
            Check::Beside
        } else if self == Host::WalledOff {
            Check::Behind(Nginx::for_partner(site, dist, PARTNERS))
        } else if self == Host::Slow {
            // As fast as 3G on a bad day.
            Check::Behind(Nginx::slow_for_partner(site, dist, PARTNERS, "50k"))
        } else {
            Check::open(site, Pages::default())
        }
    }

    fn around(self) -> String {
        let sandbox = if self == Host::Sandboxed {
            "sandbox='allow-scripts allow-forms'"
        } else {
            ""
        };
        format!(
            "<h1>Around it</h1><iframe title='inner' width='330' height='900' {sandbox} src='./inner.html'></iframe>"
        )
    }

    fn page(self) -> String {
        match self {
            Host::StrictPolicy => host_page(BODY).replace(
                "</head>",
                "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:;
                 script-src {site}; frame-src {site}; style-src 'none'\"></head>",
            ),
            Host::HostileStyle => host_page(&format!(
                "<style>* {{ all: unset !important }} html {{ font-size: 60px !important }}
                 div, iframe {{ display: none !important; opacity: 0; transform: rotate(9deg) }}</style>{BODY}"
            )),
            Host::RightToLeft => {
                host_page(BODY).replace("<html lang='en'>", "<html lang='ar' dir='rtl'>")
            }
            Host::Narrow => host_page(&format!(
                "<div style='width: 20rem; float: inline-end; border: 1px solid; padding: .5rem'>{BODY}</div>
                 <p>A column of its own beside it.</p>"
            )),
            Host::Stripped => host_page(&BODY.replace("footing-check lazy", "div data-footing data-lazy").replace("/footing-check", "/div")),
            Host::Recorded | Host::OwnOrigin => host_page(&format!("<script>{RECORDER}</script>{BODY}")),
            Host::WalledOff
            | Host::Framed
            | Host::Sandboxed
            | Host::WithoutStorage
            | Host::Slow
            | Host::Printed => host_page(BODY),
        }
    }
}
