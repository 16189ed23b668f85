//! Contact ways that send a request, and the endpoint that receives it.

/// Contact way that needs an endpoint.
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
    /// Every contact way, in display order.
    pub const ALL: [ContactWay; 5] = [
        ContactWay::Call,
        ContactWay::Text,
        ContactWay::Meeting,
        ContactWay::ShortCall,
        ContactWay::Message,
    ];

    /// Finds a contact way by its code.
    pub fn named(code: &str) -> Option<ContactWay> {
        ContactWay::ALL.into_iter().find(|way| way.code() == code)
    }

    /// Stable code used in settings and in requests.
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

/// Encoding of a request body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// JSON; the browser sends a CORS preflight request first.
    #[default]
    Json,
    /// HTML form encoding, which common form services accept.
    Form,
}

impl Encoding {
    /// Stable code used in settings.
    pub fn code(self) -> &'static str {
        match self {
            Encoding::Json => "json",
            Encoding::Form => "form",
        }
    }
}

/// Endpoint that receives contact requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// URL that begins with `https://`; `http://` only for localhost.
    pub address: String,
    /// Encoding of the request body.
    pub encoding: Encoding,
}

impl Endpoint {
    /// Host name (and port) of the endpoint, for display.
    pub fn host(&self) -> &str {
        let rest = self.address.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#']).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_is_between_scheme_and_path() {
        let host = |address: &str| {
            let address = address.to_owned();
            let encoding = Encoding::Json;
            Endpoint { address, encoding }.host().to_owned()
        };
        assert_eq!(host("https://forms.example/f/1?x=1"), "forms.example");
        assert_eq!(host("http://127.0.0.1:8080"), "127.0.0.1:8080");
    }
}
