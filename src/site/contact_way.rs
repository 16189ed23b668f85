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

/// Where requests go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// An address that begins with `https://`.
    pub address: String,
    /// How the request is written.
    pub encoding: Encoding,
}
