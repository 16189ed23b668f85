//! What each engine's driver is asked for when it starts a browser.

use std::path::Path;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::browser::{Scripts, Settings};
use crate::engine::Engine;
use crate::environment::path;

/// Timeout for scripts of a test: on a busy computer, scripts on the longest page exceed the usual 30 seconds.
const SCRIPT_LIMIT: Duration = Duration::from_secs(600);

/// Capabilities of a browser with this profile, in an engine.
pub(crate) fn capabilities(
    engine: Engine,
    profile: &Path,
    scripts: Scripts,
    settings: Settings,
    flags: &[&str],
) -> Capabilities {
    let mut capabilities = match engine {
        Engine::Chromium => chromium(profile, scripts, settings, flags),
        Engine::Firefox => firefox(scripts, settings),
        Engine::WebKit => webkit(scripts, settings),
    };
    if !flags.is_empty() {
        engine.assert_chromium("flags of the command line");
    }
    capabilities["timeouts"] = json!({ "script": SCRIPT_LIMIT.as_millis() });
    capabilities["pageLoadStrategy"] = match settings {
        Settings::LoadUnawaited => "none".into(),
        Settings::Default | Settings::ThirdPartyStorageBlocked => "normal".into(),
    };
    capabilities.as_object().unwrap().clone()
}

fn chromium(profile: &Path, scripts: Scripts, settings: Settings, flags: &[&str]) -> Value {
    let mut chromium = json!({
        "binary": path("FOOTING_CHROMIUM"),
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
    if settings == Settings::ThirdPartyStorageBlocked {
        // Blocking third-party cookies alone leaves partitioned storage available, so storage is
        // blocked per embedded host.
        let prefs = &mut chromium["prefs"];
        prefs["profile.cookie_controls_mode"] = 1.into();
        prefs["profile.block_third_party_cookies"] = true.into();
        prefs["profile.content_settings.exceptions.cookies"] = json!({
            "127.0.0.1,*": { "setting": 2 },
            "127.0.0.2,*": { "setting": 2 },
        });
    }
    json!({
        "goog:chromeOptions": chromium,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

fn firefox(scripts: Scripts, settings: Settings) -> Value {
    let mut prefs = json!({
        "ui.prefersReducedMotion": 1,
        // Light, whatever the system says.
        "layout.css.prefers-color-scheme.content-override": 1,
        // Calls to another browser reach this computer's own servers, as in Chromium.
        "media.peerconnection.ice.loopback": true,
    });
    match scripts {
        Scripts::On => {}
        Scripts::WithoutWasm => prefs["javascript.options.wasm"] = false.into(),
        Scripts::Off => prefs["javascript.enabled"] = false.into(),
    }
    if settings == Settings::ThirdPartyStorageBlocked {
        // Rejects cookies and storage of other sites, partitioned or not.
        prefs["network.cookie.cookieBehavior"] = 1.into();
    }
    json!({
        // Asks for the URL of WebDriver BiDi.
        "webSocketUrl": true,
        "moz:firefoxOptions": {
            "binary": path("FOOTING_FIREFOX"),
            "args": ["-headless"],
            "prefs": prefs,
        },
    })
}

/// WebAssembly is switched off by the driver's environment instead (see [`crate::driver`]).
fn webkit(scripts: Scripts, settings: Settings) -> Value {
    let mut arguments = vec!["--automation"];
    if scripts == Scripts::Off {
        arguments.push("--enable-javascript=false");
    }
    assert!(
        settings != Settings::ThirdPartyStorageBlocked,
        "WebKitGTK has no setting that refuses storage: name the test in tests/e2e/impossible.toml."
    );
    json!({
        "webkitgtk:browserOptions": {
            "binary": path("FOOTING_MINIBROWSER"),
            "args": arguments,
        },
    })
}
