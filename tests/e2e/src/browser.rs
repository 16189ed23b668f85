//! Browser process and its WebDriver connection.

use std::cell::RefCell;
use std::future::Future;

use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::bidi::Bidi;
use crate::capabilities::capabilities;
use crate::driver::Driver;
use crate::engine::Engine;
use crate::semaphore::{self, Permit};

/// Running browser with a fresh profile, closed on drop.
#[derive(Debug)]
pub(crate) struct Browser {
    engine: Engine,
    client: Option<Client>,
    /// In Firefox alone.
    bidi: Option<RefCell<Bidi>>,
    runtime: Runtime,
    // Drop order matters: the driver ends the browser, the profile is removed, and only then
    // may another browser start.
    _driver: Driver,
    _profile: TempDir,
    _permit: Permit,
}

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
    /// JavaScript without WebAssembly; in Chromium without a JIT too: slow, as in Lockdown Mode.
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
        let engine = Engine::current();
        let profile = tempfile::tempdir().unwrap();
        let driver = Driver::start(engine, scripts, profile.path());
        let capabilities = capabilities(engine, profile.path(), scripts, settings, flags);
        let client = runtime
            .block_on(
                ClientBuilder::new(HttpConnector::new())
                    .capabilities(capabilities)
                    .connect(&driver.url()),
            )
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        let bidi = client
            .capabilities()
            .and_then(|capabilities| capabilities.get("webSocketUrl"))
            .and_then(Value::as_str)
            .map(|url| RefCell::new(runtime.block_on(Bidi::connect(url))));
        Browser {
            engine,
            client: Some(client),
            bidi,
            runtime,
            _driver: driver,
            _profile: profile,
            _permit: permit,
        }
    }

    /// Its engine.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// The WebDriver client.
    pub(crate) fn client(&self) -> &Client {
        self.client.as_ref().unwrap()
    }

    /// Sends a command of WebDriver BiDi to Firefox, and returns its result.
    pub(crate) fn bidi(&self, method: &str, parameters: Value) -> Value {
        let mut bidi = self.connection().borrow_mut();
        self.runtime.block_on(bidi.command(method, parameters))
    }

    /// Takes the events of this name that Firefox told since the last call.
    pub(crate) fn take_events(&self, name: &str) -> Vec<Value> {
        let mut bidi = self.connection().borrow_mut();
        self.runtime.block_on(bidi.take(name))
    }

    fn connection(&self) -> &RefCell<Bidi> {
        let bidi = self.bidi.as_ref();
        bidi.unwrap_or_else(|| panic!("{} has no WebDriver BiDi here", self.engine.name()))
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
