//! Browser process and its WebDriver connection.

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

/// Running Chromium with a fresh profile, closed on drop.
#[derive(Debug)]
pub(crate) struct Browser {
    client: Option<Client>,
    runtime: Runtime,
    // Drop order matters: chromedriver ends the browser, the profile is removed, and only then
    // may another browser start.
    _driver: Driver,
    _profile: TempDir,
    _permit: Permit,
}

/// Timeout for scripts of a test.
const SCRIPT_LIMIT: Duration = Duration::from_secs(600);

/// Settings of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settings {
    /// The browser's defaults.
    Default,
    /// Storage of frames of other sites is blocked.
    ThirdPartyStorageBlocked,
    /// Commands do not wait for the load event of a page.
    LoadUnawaited,
}

/// What kind of code pages may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// JavaScript and WebAssembly, the default.
    On,
    /// JavaScript without WebAssembly and without a JIT: slow, as in Lockdown Mode.
    WithoutWasm,
    /// No scripts: disabled in the browser's settings.
    Off,
}

impl Browser {
    /// Starts a browser, with additional flags of its command line.
    pub(crate) fn start(scripts: Scripts, settings: Settings, flags: &[&str]) -> Browser {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let permit = runtime.block_on(semaphore::acquire());
        let environment = Environment::read();
        let driver = Driver::start(&environment.chromedriver);
        let profile = tempfile::tempdir().unwrap();
        let capabilities = capabilities(&environment, profile.path(), scripts, settings, flags);
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

    /// The WebDriver client.
    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().unwrap()
    }

    /// Runs a WebDriver command to completion.
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
            // Fails only if the browser has already ended.
            let _ = self.runtime.block_on(client.close());
        }
    }
}

fn capabilities(
    environment: &Environment,
    profile: &Path,
    scripts: Scripts,
    settings: Settings,
    flags: &[&str],
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
            // No animation in screenshots or while contrast is measured. A flag, because media
            // emulation does not reach frames of other sites.
            "--force-prefers-reduced-motion",
            // Overlay scroll bars, as on a phone.
            "--hide-scrollbars",
            format!("--user-data-dir={}", profile.display()),
        ],
    });
    if let Some(arguments) = chromium["args"].as_array_mut() {
        arguments.extend(flags.iter().map(|flag| json!(flag)));
    }
    match scripts {
        Scripts::On => {}
        // `--noexpose-wasm` has no effect in Chromium 156.
        Scripts::WithoutWasm => {
            let arguments = chromium["args"].as_array_mut();
            arguments.unwrap().push("--js-flags=--jitless".into());
        }
        Scripts::Off => {
            chromium["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
    }
    let mut strategy = "normal";
    match settings {
        Settings::Default => {}
        Settings::LoadUnawaited => strategy = "none",
        Settings::ThirdPartyStorageBlocked => {
            // Blocking third-party cookies alone leaves partitioned storage available, so
            // storage is blocked per embedded host.
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
        "pageLoadStrategy": strategy,
        "goog:chromeOptions": chromium,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        // On a busy computer, scripts on the longest page exceed chromedriver's 30 seconds.
        "timeouts": { "script": SCRIPT_LIMIT.as_millis() },
    });
    capabilities.as_object().unwrap().clone()
}
