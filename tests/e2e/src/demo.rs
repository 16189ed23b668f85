//! The made-up pages of a center and a partner, as `cargo xtask serve` shows them, and other hosts to look at.

use std::path::Path;

use crate::embedded::{HELP, check, host_page};
use crate::environment::Environment;
use crate::server::{Pages, Server};

/// The pages that show the check, and the check on another site.
#[derive(Debug)]
pub struct Demo {
    /// Where the check is.
    pub check: Server,
    host: Server,
}

impl Demo {
    /// The pages, by the names of their files.
    pub const NAMES: [&'static str; 2] = ["center", "partner"];

    /// Pages as others have them, to look at: strict, with a style of their own, from right to left, narrow.
    pub const HOSTS: [&'static str; 4] = ["strict", "hostile", "right-to-left", "narrow"];

    /// Serves them.
    pub fn serve() -> Demo {
        let check = check(Pages::default());
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
        for name in Demo::HOSTS {
            pages.insert(
                format!("/{name}.html"),
                host_named(name, &check.url("/embed.js")),
            );
        }
        pages.insert("/demo.css".into(), read("demo.css"));
        let host = Server::with_pages(&Environment::read().dist, pages);
        Demo { check, host }
    }

    /// The address of a page.
    pub fn url(&self, name: &str) -> String {
        self.host.url(&format!("/{name}.html"))
    }
}

fn host_named(name: &str, script: &str) -> String {
    let origin = script.trim_end_matches("/embed.js");
    let element = format!(
        "<h1>A page of somebody else</h1><footing-check lazy='false'>{HELP}</footing-check>
         <p>Below the check.</p><script async src='{script}'></script>"
    );
    match name {
        "strict" => format!(
            "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Strict</title><link rel='icon' href='data:,'>
             <meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src data:; script-src {origin}; frame-src {origin}; style-src 'none'\">
             </head><body>{element}</body></html>"
        ),
        "hostile" => host_page(&format!(
            "<style>* {{ all: unset !important }} html {{ font-size: 60px !important }}
             div, iframe {{ display: none !important; opacity: 0; transform: rotate(9deg) }}</style>{element}"
        )),
        "right-to-left" => host_page(&element).replace("<html lang='en'>", "<html lang='ar' dir='rtl'>"),
        _ => host_page(&format!(
            "<div style='width: 20rem; float: inline-end; border: 1px solid; padding: .5rem'>{element}</div><p>A column of its own beside it.</p>"
        )),
    }
}
