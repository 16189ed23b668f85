//! WebDriver commands that fantoccini lacks.

use fantoccini::elements::ElementRef;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// WebDriver extension command.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// New entries of one of the driver's logs.
    Log(&'static str),
    /// Whether Firefox runs scripts in the page (`content`) or with its own rights (`chrome`).
    Context(&'static str),
    /// Chrome DevTools Protocol command.
    DevTools(&'static str, Value),
    /// Computed ARIA role of an element.
    ComputedRole(ElementRef),
    /// Computed accessible name of an element.
    ComputedName(ElementRef),
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        let rest = match self {
            Command::Log(_) => "se/log".to_owned(),
            Command::Context(_) => "moz/context".to_owned(),
            Command::DevTools(..) => "goog/cdp/execute".to_owned(),
            Command::ComputedRole(element) => format!("element/{}/computedrole", &**element),
            Command::ComputedName(element) => format!("element/{}/computedlabel", &**element),
        };
        base.join(&format!("session/{session}/{rest}"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match self {
            Command::Log(kind) => (Method::POST, Some(json!({ "type": kind }).to_string())),
            Command::Context(name) => (Method::POST, Some(json!({ "context": name }).to_string())),
            Command::DevTools(name, parameters) => (
                Method::POST,
                Some(json!({ "cmd": name, "params": parameters }).to_string()),
            ),
            Command::ComputedRole(_) | Command::ComputedName(_) => (Method::GET, None),
        }
    }
}
