//! Every screen as a page of its own.

use std::path::Path;

use specimens::check as specimens;

use crate::server::{Pages, Server};
use crate::words::words;

/// The named states of the widget, each on a page in the style of the built one.
#[derive(Debug)]
pub struct Specimens {
    /// The names in order.
    pub names: Vec<String>,
    server: Server,
}

impl Specimens {
    /// Draws and serves them all.
    pub fn serve(dist: &Path) -> Specimens {
        let index = std::fs::read_to_string(dist.join("index.html"))
            .unwrap_or_else(|error| panic!("{} holds no page: {error}", dist.display()));
        let all = specimens::all(words());
        let names = all.iter().map(|specimen| specimen.name.clone()).collect();
        let pages: Pages = all
            .into_iter()
            .map(|specimen| (path(&specimen.name), around(&specimen.html, &index)))
            .collect();
        Specimens {
            names,
            server: Server::with_pages(dist, pages),
        }
    }

    /// The address of one.
    pub fn url(&self, name: &str) -> String {
        self.server.url(&path(name))
    }
}

/// Beside the built page, whose addresses are relative.
fn path(name: &str) -> String {
    format!("/specimen-{name}.html")
}

/// A page with the head of the built one, but without what would start the check.
fn around(widget: &str, index: &str) -> String {
    let (head, _) = index.split_once("</head>").expect("index.html has a head");
    let still = |line: &&str| !line.contains("<script") && !line.contains("preload");
    let head: Vec<&str> = head.lines().filter(still).collect();
    let head = head.join("\n");
    format!("{head}\n</head>\n<body>\n<div id=\"footing\">{widget}</div>\n</body>\n</html>\n")
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn specimen_page_keeps_styles_and_drops_scripts() {
        let index = "<html>\n<head>\n<link rel=\"stylesheet\" href=\"./widget.css\" />\n\
            <link rel=\"modulepreload\" href=\"./footing.js\" />\n\
            <script type=\"module\" src=\"./start.js\"></script>\n</head>\n<body></body>";
        assert_eq!(
            around("<p>Hello</p>", index),
            "<html>\n<head>\n<link rel=\"stylesheet\" href=\"./widget.css\" />\n</head>\n<body>\n\
             <div id=\"footing\"><p>Hello</p></div>\n</body>\n</html>\n"
        );
    }
}
