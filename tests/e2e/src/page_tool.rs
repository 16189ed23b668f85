//! Checkers by others, as scripts in the pages that are checked.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::Engine;
use crate::environment::npm;
use crate::session::Session;

/// A script from npm that the pages of a session have.
#[derive(Debug)]
pub(crate) struct PageTool {
    /// The script, where the driver cannot run it before the page's own: it goes along with every call.
    sent_along: Option<String>,
}

impl PageTool {
    /// Gives the script to every page that is opened from now on.
    pub(crate) fn install(session: &Session, package_file: &str) -> PageTool {
        let file = npm(package_file);
        let script = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if session.engine() != Engine::WebKit {
            session.add_init_script(&script);
            return PageTool { sent_along: None };
        }
        PageTool {
            sent_along: Some(script),
        }
    }

    /// Runs an asynchronous script that uses the tool.
    pub(crate) fn read_later<T: DeserializeOwned>(
        &self,
        session: &Session,
        script: &str,
        arguments: &[Value],
    ) -> T {
        match &self.sent_along {
            None => session.read_later(script, arguments),
            Some(tool) => session.read_later(&format!("{tool}\n;{script}"), arguments),
        }
    }
}
