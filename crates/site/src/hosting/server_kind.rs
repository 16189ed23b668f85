//! Kinds of servers, and what each has to be given.

use super::{apache, netlify, nginx, plain};
use crate::Origin;

/// What a site owner says about where the check stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hosting {
    /// Pages of other origins that may show the check in a frame.
    pub partners: Vec<Origin>,
    /// The folder below the root of the site: `/` or `/check/`. Only letters, digits and `-._` between
    /// its slashes; see [`Hosting::at`].
    folder: String,
}

/// A file for a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerFile {
    /// Its name, as the server wants it or as it lies in `headers/`.
    pub name: &'static str,
    /// What it holds.
    pub text: String,
}

/// A kind of server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServerKind {
    /// nginx.
    Nginx,
    /// Apache, and LiteSpeed, which reads the same file: most shared hosts.
    Apache,
    /// Netlify and Cloudflare Pages, which read the same file.
    Netlify,
    /// Any other, by hand.
    Plain,
}

impl Hosting {
    /// The check in the folder of this address or path. What is no plain path counts as the root.
    pub fn at(address: &str, partners: Vec<Origin>) -> Hosting {
        let folder = Hosting::folder_of(address).unwrap_or_else(|| "/".to_owned());
        Hosting { partners, folder }
    }

    /// The folder of an address or path, with a slash at both ends; nothing where a server could read
    /// more into it than a path. The name of a page of the check at its end is not part of it.
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

    /// The folder, with a slash at both ends.
    pub fn folder(&self) -> &str {
        if self.folder.is_empty() {
            "/"
        } else {
            &self.folder
        }
    }

    /// The partners as one text, with spaces between.
    pub(super) fn listed(&self) -> String {
        let partners: Vec<&str> = self.partners.iter().map(Origin::as_str).collect();
        partners.join(" ")
    }
}

/// Whether this is the last part of an address that leads to a page or the script, not to the folder.
fn is_file(name: &str) -> bool {
    name.ends_with(".html") || name == "embed.js"
}

impl ServerKind {
    /// Every kind.
    pub const ALL: [ServerKind; 4] = [
        ServerKind::Nginx,
        ServerKind::Apache,
        ServerKind::Netlify,
        ServerKind::Plain,
    ];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            ServerKind::Nginx => "nginx",
            ServerKind::Apache => "Apache, LiteSpeed, cPanel",
            ServerKind::Netlify => "Netlify, Cloudflare Pages",
            ServerKind::Plain => "Another server",
        }
    }

    /// What it has to be given.
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
    fn a_folder_is_a_plain_path_or_the_root() {
        let folder = |address: &str| Hosting::at(address, Vec::new()).folder().to_owned();
        assert_eq!(folder("https://c.example"), "/");
        assert_eq!(folder("https://c.example/"), "/");
        assert_eq!(folder("https://c.example/help/check?x"), "/help/check/");
        assert_eq!(folder("/footing-0.1.0/"), "/footing-0.1.0/");
        for hostile in ["/a b/", "/a\n  X: y", "/../x", "/*", "/:x", "/a\"b", "/%0a"] {
            assert_eq!(folder(hostile), "/", "{hostile}");
            assert_eq!(Hosting::folder_of(hostile), None, "{hostile}");
        }
        // What stands in the address bar of the setup page, and in the snippet.
        assert_eq!(folder("https://c.example/setup.html"), "/");
        assert_eq!(folder("https://c.example/check/embed.js"), "/check/");
        assert_eq!(Hosting::default().folder(), "/");
    }

    #[test]
    fn every_kind_names_partners_and_never_without_their_scheme() {
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
