//! Kinds of servers, and what each has to be given.

use super::{Origin, apache, netlify, nginx, plain};

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
        let path = match address.trim().split_once("://") {
            Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
            None => address.trim(),
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let path = path.trim_matches('/');
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-._/".contains(letter);
        let folder = if path.is_empty() || path.contains("..") || !path.chars().all(is_plain) {
            "/".to_owned()
        } else {
            format!("/{path}/")
        };
        Hosting { partners, folder }
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
        }
        assert_eq!(Hosting::default().folder(), "/");
    }

    #[test]
    fn every_kind_names_partners_and_never_without_their_scheme() {
        let partners = super::super::partners(["https://partner.example"]);
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
