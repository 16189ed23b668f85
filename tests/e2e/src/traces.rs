//! Traces that a page leaves in the browser: requests, history, storage, console.

use serde_json::{Value, json};

use crate::bidi;
use crate::command::Command;
use crate::engine::Engine;
use crate::session::Session;

impl Session {
    /// Warnings and errors in the console since the last call.
    pub fn warnings(&self) -> Vec<String> {
        let mut console = self.console();
        console.retain(|line| matches!(line.level.as_str(), "WARNING" | "SEVERE"));
        console.into_iter().map(|line| line.message).collect()
    }

    /// URLs of all requests since the last call, from the network events of DevTools or WebDriver BiDi. Includes
    /// requests that no page API reports.
    #[track_caller]
    pub fn network(&self) -> Vec<String> {
        match self.engine() {
            Engine::Chromium => self.network_of_chromium(),
            Engine::Firefox => {
                let sent = self.take_events(bidi::REQUEST);
                let urls = sent
                    .iter()
                    .filter_map(|event| event["request"]["url"].as_str());
                // Firefox tells a font of its own, which is in the URL itself and comes from nowhere.
                let sent = urls.filter(|url| !url.starts_with("data:font/"));
                sent.map(str::to_owned).collect()
            }
            engine @ Engine::WebKit => engine.refuse("the log of the network"),
        }
    }

    fn network_of_chromium(&self) -> Vec<String> {
        let lines = self.run(self.client().issue_cmd(Command::Log("performance")));
        let lines = lines.as_array().cloned().unwrap_or_default();
        let events = lines.iter().filter_map(|line| {
            let message: Value = serde_json::from_str(line["message"].as_str()?).ok()?;
            let event = &message["message"];
            let sent = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                "Network.webSocketCreated" => &event["params"]["url"],
                _ => return None,
            };
            sent.as_str().map(str::to_owned)
        });
        events.collect()
    }

    /// URL and title of each history entry of this tab.
    pub fn history_entries(&self) -> Vec<(String, String)> {
        if self.engine() == Engine::Firefox {
            return self.read_of_browser(
                "const { sessionHistory } = gBrowser.selectedBrowser.browsingContext;
                 const entries = Array.from({ length: sessionHistory.count }, (_, at) =>
                     sessionHistory.getEntryAtIndex(at));
                 return entries.map(({ URI, title }) => [URI.spec, title]);",
            );
        }
        let history = self.devtools("Page.getNavigationHistory", json!({}));
        let entries = history["entries"].as_array().cloned().unwrap_or_default();
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let entries = entries
            .iter()
            .map(|entry| (text(entry, "url"), text(entry, "title")));
        entries.collect()
    }

    /// The accessibility tree as text.
    pub fn accessible_text(&self) -> String {
        self.devtools("Accessibility.getFullAXTree", json!({}))
            .to_string()
    }

    /// All client-side storage of the origin: `localStorage`, `sessionStorage`, IndexedDB, caches,
    /// cookies and the window's name.
    pub fn stored(&self) -> Value {
        self.read_later(
            "const done = arguments[0];
             (async () => {
                 const caches_ = [];
                 for (const name of await (self.caches?.keys() ?? [])) {
                     const cache = await caches.open(name);
                     for (const request of await cache.keys()) caches_.push(request.url);
                 }
                 return {
                     local: { ...localStorage },
                     session: { ...sessionStorage },
                     databases: (await indexedDB.databases()).map(({ name }) => name),
                     caches: caches_,
                     cookies: document.cookie,
                     window: self.name,
                 };
             })().then(done, (error) => done(String(error)));",
            &[],
        )
    }

    /// Opens a new tab, switches to it and returns the previous one.
    pub fn open_tab(&self) -> fantoccini::wd::WindowHandle {
        let before = self.run(self.client().window());
        // A tab of MiniBrowser stays hidden when the driver switches to it, and draws nothing. A window is shown.
        let is_tab = self.engine() != Engine::WebKit;
        let opened = self.run(self.client().new_window(is_tab));
        self.run(self.client().switch_to_window(opened.handle));
        before
    }

    /// Switches to a tab.
    pub fn switch_to(&self, tab: fantoccini::wd::WindowHandle) {
        self.run(self.client().switch_to_window(tab));
    }

    /// Crashes the tab, as where its memory runs out, and switches to a new one.
    pub fn crash_tab(&self) {
        self.engine().assert_chromium("a crash");
        let crashing = self.open_tab();
        let spare = self.run(self.client().window());
        self.switch_to(crashing);
        let crash = Command::DevTools("Page.crash", json!({}));
        let answer = self.try_run(self.client().issue_cmd(crash));
        assert!(answer.is_err(), "the tab goes on: {answer:?}");
        self.switch_to(spare);
    }

    /// Crashes the whole browser, and ends the session.
    pub fn crash_browser(self) {
        self.engine().assert_chromium("a crash");
        let crash = Command::DevTools("Browser.crash", json!({}));
        let answer = self.try_run(self.client().issue_cmd(crash));
        assert!(answer.is_err(), "the browser goes on: {answer:?}");
    }

    /// Switches to the tab that shows this address; waits for the browser to restore it.
    pub fn switch_to_restored(&self, url: &str) {
        self.wait_until("the restored tab", || {
            let tabs = self.run(self.client().windows());
            tabs.into_iter().any(|tab| {
                self.switch_to(tab);
                self.read::<String>("return location.href") == url
            })
        });
    }

    /// Reloads the page.
    pub fn reload(&self) {
        self.run(self.client().refresh());
    }

    /// Makes `localStorage` throw in pages opened from now on, as in browsers that block it.
    pub fn deny_storage(&self) {
        self.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() {
                 throw new DOMException('refused', 'SecurityError');
             } });",
        );
    }
}
