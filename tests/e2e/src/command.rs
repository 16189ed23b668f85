//! WebDriver commands that fantoccini does not know.

use fantoccini::elements::ElementRef;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// One command.
#[derive(Clone, Debug)]
pub(crate) enum Command {
    /// What was written to one of the driver's logs since the last time.
    Log(&'static str),
    /// A command of the Chrome DevTools protocol.
    DevTools(&'static str, Value),
    /// The role of an element, as the browser tells it to a screen reader.
    ComputedRole(ElementRef),
    /// The name of an element, as the browser tells it to a screen reader.
    ComputedName(ElementRef),
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        let rest = match self {
            Command::Log(_) => "se/log".to_owned(),
            Command::DevTools(..) => "goog/cdp/execute".to_owned(),
            Command::ComputedRole(element) => format!("element/{}/computedrole", &**element),
            Command::ComputedName(element) => format!("element/{}/computedlabel", &**element),
        };
        base.join(&format!("session/{session}/{rest}"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match self {
            Command::Log(kind) => (Method::POST, Some(json!({ "type": kind }).to_string())),
            Command::DevTools(name, parameters) => (
                Method::POST,
                Some(json!({ "cmd": name, "params": parameters }).to_string()),
            ),
            Command::ComputedRole(_) | Command::ComputedName(_) => (Method::GET, None),
        }
    }
}
