//! Demo pages of a fictional center and partner, as `cargo xtask serve` shows them.

use std::path::Path;

use crate::environment::Environment;
use crate::server::{Pages, Server};
use crate::site::Site;

/// Servers of the demo pages and of the check on another site.
#[derive(Debug)]
pub struct Demo {
    /// Serves the check.
    pub check: Server,
    host: Server,
}

impl Demo {
    /// File stems of the pages.
    pub const NAMES: [&'static str; 2] = ["center", "partner"];

    /// Starts both servers.
    pub fn serve() -> Demo {
        let dist = &Environment::read().dist;
        let check = Server::of_check(Site::Second, dist, Pages::default());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/demo");
        let read = |name: &str| {
            let file = folder.join(name);
            std::fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        };
        let mut pages = Pages::default();
        for name in Demo::NAMES {
            let page = read(&format!("{name}.html"))
                .replace("{check}", &check.url("/"))
                .replace("{center}", "./center.html")
                .replace("{partner}", "./partner.html");
            pages.insert(format!("/{name}.html"), page);
        }
        pages.insert("/demo.css".into(), read("demo.css"));
        let host = Server::of_host(dist, pages, &[]);
        Demo { check, host }
    }

    /// URL of a page.
    pub fn url(&self, name: &str) -> String {
        self.host.url(&format!("/{name}.html"))
    }
}
