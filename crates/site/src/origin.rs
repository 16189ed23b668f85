//! Origins of pages that may show the check.

/// `https://host`, with a port or without; `http` on this computer alone.
///
/// Small letters, digits, dots and dashes are all it holds: whatever text it is written into, it ends
/// no quotes, begins no line and names no variable.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

/// The longest name of a computer that there can be.
const MAX_HOST_LEN: usize = 253;

/// The longest part of such a name between two dots.
const MAX_LABEL_LEN: usize = 63;

impl Origin {
    /// Reads an origin. A path, a user, a star or a letter of another script makes it none.
    pub fn read(text: &str) -> Option<Origin> {
        let text = text.trim().to_ascii_lowercase();
        let (scheme, rest) = text.split_once("://")?;
        let (host, port) = match rest.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (rest, None),
        };
        let may_be = match scheme {
            "https" => is_host(host),
            "http" => is_this_computer(host),
            _ => false,
        };
        (may_be && port.is_none_or(is_port)).then_some(Origin(text))
    }

    /// The origin of an address, whatever path it has.
    pub fn of_address(address: &str) -> Option<Origin> {
        let (scheme, rest) = address.trim().split_once("://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        Origin::read(&format!("{scheme}://{host}"))
    }

    /// The text it is.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The origins among these texts, each once, in their order. What is none is left out.
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
    fn an_origin_is_scheme_host_and_perhaps_a_port() {
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
    fn whatever_could_break_out_of_a_text_is_none() {
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
            // A break of line at the end is white space, and gone with it.
            let kept = read(hostile).unwrap_or_default();
            assert!(
                kept.is_empty() || kept == "https://a.example",
                "{hostile}: {kept}"
            );
        }
        assert_eq!(read(&format!("https://{}.example", "a".repeat(64))), None);
        assert_eq!(read(&format!("https://{}e", "ab.".repeat(90))), None);
    }

    #[test]
    fn each_partner_stands_once_and_what_is_none_is_left_out() {
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
    fn an_address_has_an_origin_whatever_its_path() {
        let of = |address: &str| Origin::of_address(address).map(|origin| origin.0);
        assert_eq!(
            of("https://c.example/check/?x=1"),
            Some("https://c.example".into())
        );
        assert_eq!(of("https://c.example#x"), Some("https://c.example".into()));
        assert_eq!(of("c.example/check"), None);
    }
}
