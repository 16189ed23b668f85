//! Kinds of servers, and the configuration files of each.

use super::inline::Inline;
use super::{apache, netlify, nginx, plain};
use crate::Origin;

/// Hosting choices of a site owner: folder and partners.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosting {
    /// Origins of other sites that may embed the check in a frame.
    pub partners: Vec<Origin>,
    /// Digests of the inline code of the check's page.
    pub(super) inline: Inline,
    /// Folder below the root of the site, such as `/` or `/check/`: only letters, digits and `-._`
    /// between slashes; see [`Hosting::at`].
    folder: String,
}

/// Configuration file for a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerFile {
    /// Its name, as the server requires it or as in `headers/`.
    pub name: &'static str,
    /// Its content.
    pub text: String,
}

/// Kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// nginx.
    Nginx,
    /// Apache and LiteSpeed (same file): most shared hosts.
    Apache,
    /// Netlify and Cloudflare Pages (same file).
    Netlify,
    /// Any other server, configured by hand.
    Plain,
}

impl Hosting {
    /// Creates the choices for the folder of a URL or path; falls back to the root for anything
    /// that is not a plain path.
    pub fn at(address: &str, partners: Vec<Origin>) -> Hosting {
        let folder = Hosting::folder_of(address).unwrap_or_else(|| "/".to_owned());
        Hosting {
            partners,
            inline: Inline::default(),
            folder,
        }
    }

    /// Adds the digests of the inline code of the check's page.
    #[must_use]
    pub fn with_inline(self, inline: Inline) -> Hosting {
        Hosting { inline, ..self }
    }

    /// Extracts the folder of a URL or path, with a slash at both ends; drops the file name of a
    /// page of the check. `None` if a server could interpret it as more than a path.
    pub fn folder_of(address: &str) -> Option<String> {
        let path = match address.trim().split_once("://") {
            Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
            None => address.trim(),
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = match path.rsplit_once('/') {
            Some((folder, file)) if is_file(file) => folder,
            None if is_file(path) => "",
            Some(_) | None => path,
        };
        let path = path.trim_matches('/');
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._/".contains(letter);
        match path {
            "" => Some("/".to_owned()),
            path if path.contains("..") || !path.chars().all(is_plain) => None,
            path => Some(format!("/{path}/")),
        }
    }

    /// Folder, with a slash at both ends.
    pub fn folder(&self) -> &str {
        if self.folder.is_empty() {
            "/"
        } else {
            &self.folder
        }
    }

    /// Joins the partner origins with spaces.
    pub(super) fn listed(&self) -> String {
        let partners: Vec<&str> = self.partners.iter().map(Origin::as_str).collect();
        partners.join(" ")
    }
}

/// Tells whether the last segment of a URL is a page or the embed script, not the folder.
fn is_file(name: &str) -> bool {
    name.ends_with(".html") || name == "embed.js"
}

impl ServerKind {
    /// Every kind of server.
    pub const ALL: [ServerKind; 4] = [
        ServerKind::Nginx,
        ServerKind::Apache,
        ServerKind::Netlify,
        ServerKind::Plain,
    ];

    /// Display name.
    pub fn name(self) -> &'static str {
        match self {
            ServerKind::Nginx => "nginx",
            ServerKind::Apache => "Apache, LiteSpeed, cPanel",
            ServerKind::Netlify => "Netlify, Cloudflare Pages",
            ServerKind::Plain => "Another server",
        }
    }

    /// Generates its configuration files.
    pub fn files(self, hosting: &Hosting) -> Vec<ServerFile> {
        let file = |name, text| ServerFile { name, text };
        match self {
            ServerKind::Nginx => vec![
                file("nginx-http.conf", nginx::maps(hosting)),
                file("nginx-server.conf", nginx::headers()),
            ],
            ServerKind::Apache => vec![file(".htaccess", apache::htaccess(hosting))],
            ServerKind::Netlify => vec![file("_headers", netlify::headers(hosting))],
            ServerKind::Plain => vec![file("headers.txt", plain::list(hosting))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folder_is_a_plain_path_or_the_root() {
        let folder = |address: &str| Hosting::at(address, Vec::new()).folder().to_owned();
        assert_eq!(folder("https://c.example"), "/");
        assert_eq!(folder("https://c.example/"), "/");
        assert_eq!(folder("https://c.example/help/check?x"), "/help/check/");
        assert_eq!(folder("/footing-0.1.0/"), "/footing-0.1.0/");
        for hostile in ["/a b/", "/a\n  X: y", "/../x", "/*", "/:x", "/a\"b", "/%0a"] {
            assert_eq!(folder(hostile), "/", "{hostile}");
            assert_eq!(Hosting::folder_of(hostile), None, "{hostile}");
        }
        // The URL of the setup page, and of the script in the snippet.
        assert_eq!(folder("https://c.example/setup.html"), "/");
        assert_eq!(folder("https://c.example/check/embed.js"), "/check/");
        assert_eq!(Hosting::default().folder(), "/");
    }

    #[test]
    fn every_server_kind_lists_partners_with_scheme() {
        let partners = crate::partners(["https://partner.example"]);
        let hosting = Hosting::at("/", partners);
        for kind in ServerKind::ALL {
            let files = kind.files(&hosting);
            let named = files
                .iter()
                .filter(|file| file.text.contains("https://partner.example"));
            assert_eq!(named.count(), 1, "{}", kind.name());
        }
    }
}
