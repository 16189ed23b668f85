//! The ways of contact that send something, and where they send it.

/// A way of contact that needs an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactWay {
    /// Request a call.
    Call,
    /// Get information by text.
    Text,
    /// Request a meeting.
    Meeting,
    /// Schedule a 15-minute call.
    ShortCall,
    /// Leave details and be contacted.
    Message,
}

impl ContactWay {
    /// Every way, in the order of the design.
    pub const ALL: [ContactWay; 5] = [
        ContactWay::Call,
        ContactWay::Text,
        ContactWay::Meeting,
        ContactWay::ShortCall,
        ContactWay::Message,
    ];

    /// The way with this name.
    pub fn named(code: &str) -> Option<ContactWay> {
        ContactWay::ALL.into_iter().find(|way| way.code() == code)
    }

    /// The stable name used in settings and in what is sent.
    pub fn code(self) -> &'static str {
        match self {
            ContactWay::Call => "call",
            ContactWay::Text => "text",
            ContactWay::Meeting => "meeting",
            ContactWay::ShortCall => "short-call",
            ContactWay::Message => "message",
        }
    }
}

/// How a request is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// As JSON; the browser asks the endpoint for leave first.
    #[default]
    Json,
    /// As a form, which common form services read.
    Form,
}

impl Encoding {
    /// The stable name used in settings.
    pub fn code(self) -> &'static str {
        match self {
            Encoding::Json => "json",
            Encoding::Form => "form",
        }
    }
}

/// Where requests go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// An address that begins with `https://`; `http://` only on this computer itself.
    pub address: String,
    /// How the request is written.
    pub encoding: Encoding,
}

impl Endpoint {
    /// The name of the computer that receives requests, for people to read.
    pub fn host(&self) -> &str {
        let rest = self.address.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_stands_between_scheme_and_path() {
        let host = |address: &str| {
            let address = address.to_owned();
            let encoding = Encoding::Json;
            Endpoint { address, encoding }.host().to_owned()
        };
        assert_eq!(host("https://forms.example/f/1?x=1"), "forms.example");
        assert_eq!(host("http://127.0.0.1:8080"), "127.0.0.1:8080");
    }
}
