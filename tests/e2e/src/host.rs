//! Kinds of host pages in which the check has to work.

use fantoccini::Locator;

use crate::browser::Scripts;
use crate::environment::Environment;
use crate::nginx::Nginx;
use crate::recorder::RECORDER;
use crate::server::{Pages, Server};
use crate::session::Session;
use crate::site::Site;
use crate::visit::{Check, Visit, host_page};

/// Kind of host page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// CSP that allows the check and data images, and nothing inline.
    StrictPolicy,
    /// Style sheet that resets all styles with `!important`.
    HostileStyle,
    /// Right-to-left page.
    RightToLeft,
    /// The check is in a narrow column.
    Narrow,
    /// Cross-origin isolated page (COEP and COOP).
    WalledOff,
    /// The host page is in a frame itself.
    Framed,
    /// The host page is in a sandboxed frame with an opaque origin.
    Sandboxed,
    /// The browser blocks third-party storage.
    WithoutStorage,
    /// Slow connection to the check.
    Slow,
    /// The page is printed.
    Printed,
    /// Site editor that strips unknown tags.
    Stripped,
    /// A session recorder logs everything.
    Recorded,
    /// The check has the page's own origin, and a session recorder logs everything.
    OwnOrigin,
}

/// The usual element between a heading and a paragraph.
const BODY: &str =
    "<h1>A page of somebody else</h1><footing-check lazy='false'>{help}</footing-check>
     <p>Below the check.</p>{script}";

/// Headers that make a page cross-origin isolated.
const WALLS: [(&str, &str); 2] = [
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
];

impl Host {
    /// All kinds.
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

    /// Name in files of the gallery.
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

    /// Opens the host page on `localhost` with the check on `site`, or both on `site` for
    /// [`Host::OwnOrigin`], and enters the outer frame if there is one.
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
            Session::start_without_third_party_storage()
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

    /// Whether the host page is in a frame itself.
    pub fn is_framed(self) -> bool {
        matches!(self, Host::Framed | Host::Sandboxed)
    }

    fn check(self, site: Site) -> Check {
        const PARTNERS: &str = "http://localhost:*";
        let dist = &Environment::read().dist;
        if self == Host::OwnOrigin {
            Check::SameOrigin
        } else if self == Host::WalledOff {
            Check::Nginx(Nginx::for_partner(site, dist, PARTNERS))
        } else if self == Host::Slow {
            // About slow 3G.
            Check::Nginx(Nginx::slow_for_partner(site, dist, PARTNERS, "50k"))
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
