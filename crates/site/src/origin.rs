//! Web origins.

/// Web origin: `https://host`, optionally with a port; `http` only for localhost.
///
/// It contains only lowercase letters, digits, dots, dashes, and the port's colon: in any
/// configuration file it cannot end quotes, begin a line or name a variable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

/// Maximum length of a host name.
const MAX_HOST_LEN: usize = 253;

/// Maximum length of a label between two dots.
const MAX_LABEL_LEN: usize = 63;

impl Origin {
    /// Parses an origin. Rejects paths, user names, wildcards and non-ASCII letters.
    pub fn read(text: &str) -> Option<Origin> {
        let text = text.trim().to_ascii_lowercase();
        let (scheme, rest) = text.split_once("://")?;
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        let is_allowed = match scheme {
            "https" => is_host(host),
            "http" => is_this_computer(host),
            _ => false,
        };
        (is_allowed && port.is_none_or(is_port)).then_some(Origin(text))
    }

    /// Extracts the origin of a URL.
    pub fn of_address(address: &str) -> Option<Origin> {
        let (scheme, rest) = address.trim().split_once("://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        Origin::read(&format!("{scheme}://{host}"))
    }

    /// Returns the origin as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Parses origins in order; drops duplicates and invalid ones.
pub fn partners<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Origin> {
    let mut partners = Vec::new();
    for origin in texts.into_iter().filter_map(Origin::read) {
        if !partners.contains(&origin) {
            partners.push(origin);
        }
    }
    partners
}

fn is_host(host: &str) -> bool {
    host.len() <= MAX_HOST_LEN && host.split('.').all(is_label)
}

fn is_label(label: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    !label.is_empty()
        && label.len() <= MAX_LABEL_LEN
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(is_plain)
}

fn is_this_computer(host: &str) -> bool {
    ["localhost", "127.0.0.1"].contains(&host)
}

fn is_port(port: &str) -> bool {
    port.bytes().all(|digit| digit.is_ascii_digit())
        && port.parse::<u16>().is_ok_and(|number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Origin::read(text).map(|origin| origin.as_str().to_owned())
    }

    #[test]
    fn origin_is_scheme_host_and_optional_port() {
        assert_eq!(
            read("https://Partner.example"),
            Some("https://partner.example".into())
        );
        assert_eq!(
            read(" https://a-b.example:8443 "),
            Some("https://a-b.example:8443".into())
        );
        assert_eq!(
            read("http://localhost:8080"),
            Some("http://localhost:8080".into())
        );
        assert_eq!(read("http://127.0.0.1"), Some("http://127.0.0.1".into()));
    }

    #[test]
    fn origin_that_could_break_out_of_quotes_is_rejected() {
        for hostile in [
            "",
            "partner.example",
            "http://partner.example",
            "https://",
            "https://*.example",
            "https://*",
            "*",
            "https://a.example/",
            "https://a.example/path",
            "https://a.example https://b.example",
            "https://a.example; script-src *",
            "https://a.example\";}\nserver {",
            "https://a.example'",
            "https://a.example\\",
            "https://a.example\nX: y",
            "https://a.example\r\n",
            "https://$uri",
            "https://${uri}.example",
            "https://%{HTTP_HOST}e",
            "https://user@a.example",
            "https://a..example",
            "https://-a.example",
            "https://a-.example",
            "https://a.example:",
            "https://a.example:0",
            "https://a.example:65536",
            "https://a.example:+80",
            "https://a.example:80:90",
            "https://münchen.example",
            "https://a.example#x",
            "https://[::1]",
            "javascript://a.example",
            "'self'",
        ] {
            // A trailing line break is white space, which is trimmed.
            let origin = read(hostile).unwrap_or_default();
            assert!(
                origin.is_empty() || origin == "https://a.example",
                "{hostile}: {origin}"
            );
        }
        assert_eq!(read(&format!("https://{}.example", "a".repeat(64))), None);
        assert_eq!(read(&format!("https://{}e", "ab.".repeat(90))), None);
    }

    #[test]
    fn partners_are_unique_and_invalid_ones_are_dropped() {
        let found = partners([
            "https://b.example",
            "nonsense",
            "https://a.example",
            "HTTPS://B.example",
        ]);
        let found: Vec<&str> = found.iter().map(Origin::as_str).collect();
        assert_eq!(found, ["https://b.example", "https://a.example"]);
    }

    #[test]
    fn origin_of_url_ignores_the_path() {
        let of = |address: &str| Origin::of_address(address).map(|origin| origin.0);
        assert_eq!(
            of("https://c.example/check/?x=1"),
            Some("https://c.example".into())
        );
        assert_eq!(of("https://c.example#x"), Some("https://c.example".into()));
        assert_eq!(of("c.example/check"), None);
    }
}
