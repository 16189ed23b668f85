//! The browser's process and the line to it.

use std::future::Future;
use std::path::Path;
use std::time::Duration;

use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::driver::Driver;
use crate::environment::Environment;
use crate::semaphore::{self, Permit};

/// A running browser with a fresh profile, closed when dropped.
#[derive(Debug)]
pub(crate) struct Browser {
    client: Option<Client>,
    runtime: Runtime,
    // Dropped in this order: the driver ends its browser, the profile is erased, and then another
    // browser may start.
    _driver: Driver,
    _profile: TempDir,
    _permit: Permit,
}

/// When a script of a test is called stuck.
const SCRIPT_LIMIT: Duration = Duration::from_secs(600);

/// What frames of other sites may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ForeignStorage {
    /// As the browser has it.
    Usual,
    /// Nothing: refused in the browser's settings.
    Refused,
}

/// What pages may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// All there is, as usual.
    On,
    /// JavaScript, but no WebAssembly, and nothing compiled while it runs: slow, as in Lockdown Mode.
    WithoutWasm,
    /// Nothing: switched off in the browser's settings.
    Off,
}

impl Browser {
    /// Starts a browser.
    pub(crate) fn start(scripts: Scripts, storage: ForeignStorage) -> Browser {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let permit = runtime.block_on(semaphore::acquire());
        let environment = Environment::read();
        let driver = Driver::start(&environment.chromedriver);
        let profile = tempfile::tempdir().unwrap();
        let capabilities = capabilities(&environment, profile.path(), scripts, storage);
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(capabilities)
                    .connect(&driver.url()),
            )
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        Browser {
            client: Some(client),
            runtime,
            _driver: driver,
            _profile: profile,
            _permit: permit,
        }
    }

    /// The line to the browser.
    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().unwrap()
    }

    /// Waits until the browser has done something, and answers with what came of it.
    pub(crate) fn run<T>(
        &self,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, CmdError> {
        self.runtime.block_on(command)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // A browser that is gone already is closed enough.
            let _ = self.runtime.block_on(client.close());
        }
    }
}

fn capabilities(
    environment: &Environment,
    profile: &Path,
    scripts: Scripts,
    storage: ForeignStorage,
) -> Capabilities {
    let mut chromium = json!({
        "binary": environment.chromium,
        "args": [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            // Nothing moves in a picture, and nothing is half faded while its contrast is measured; also
            // not in frames of other sites, which hear nothing of what a page is told to be.
            "--force-prefers-reduced-motion",
            // They take no room, as on a phone.
            "--hide-scrollbars",
            format!("--user-data-dir={}", profile.display()),
        ],
    });
    match scripts {
        Scripts::On => {}
        // The flag that is named after WebAssembly, `--noexpose-wasm`, does nothing in Chromium 156.
        Scripts::WithoutWasm => {
            let arguments = chromium["args"].as_array_mut();
            arguments.unwrap().push("--js-flags=--jitless".into());
        }
        Scripts::Off => {
            chromium["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
    }
    match storage {
        ForeignStorage::Usual => {}
        ForeignStorage::Refused => {
            // Refusing cookies of others is not enough: what a frame keeps for the page around it alone
            // is let through. Here nothing is.
            let prefs = &mut chromium["prefs"];
            prefs["profile.cookie_controls_mode"] = 1.into();
            prefs["profile.block_third_party_cookies"] = true.into();
            prefs["profile.content_settings.exceptions.cookies"] = json!({
                "127.0.0.1,*": { "setting": 2 },
                "127.0.0.2,*": { "setting": 2 },
            });
        }
    }
    let capabilities = json!({
        "goog:chromeOptions": chromium,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        // A script that looks at the longest page takes its time on a busy machine. How long is no
        // test's business; the driver's own half minute has failed a sound page.
        "timeouts": { "script": SCRIPT_LIMIT.as_millis() },
    });
    capabilities.as_object().unwrap().clone()
}
