//! What a page leaves behind in the browser, looked for from outside the page.

use serde_json::{Value, json};

use crate::command::Command;
use crate::session::Session;

impl Session {
    /// Warnings and errors in the console since the last call.
    pub fn warnings(&self) -> Vec<String> {
        let mut console = self.console();
        console.retain(|line| matches!(line.level.as_str(), "WARNING" | "SEVERE"));
        console.into_iter().map(|line| line.message).collect()
    }

    /// Every address that the browser asked for since the last time, whoever made it ask: from the
    /// network events of the DevTools protocol.
    pub fn network(&self) -> Vec<String> {
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

    /// The browser's history of this tab: address and title of each entry.
    pub fn entries(&self) -> Vec<(String, String)> {
        let history = self.devtools("Page.getNavigationHistory", json!({}));
        let entries = history["entries"].as_array().cloned().unwrap_or_default();
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let told = entries
            .iter()
            .map(|entry| (text(entry, "url"), text(entry, "title")));
        told.collect()
    }

    /// Everything a screen reader could find on the page.
    pub fn accessible_text(&self) -> String {
        self.devtools("Accessibility.getFullAXTree", json!({}))
            .to_string()
    }

    /// Everything that pages of this origin keep in this browser, as text: both storages, databases,
    /// caches and cookies.
    pub fn kept(&self) -> Value {
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

    /// Opens another tab, and looks into it from now on. Answers with the one before.
    pub fn open_tab(&self) -> fantoccini::wd::WindowHandle {
        let before = self.run(self.client().window());
        let opened = self.run(self.client().new_window(true));
        self.run(self.client().switch_to_window(opened.handle));
        before
    }

    /// Looks into a tab from now on.
    pub fn switch_to(&self, tab: fantoccini::wd::WindowHandle) {
        self.run(self.client().switch_to_window(tab));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.run(self.client().refresh());
    }

    /// Refuses pages every kind of storage from now on, as many browsers do in frames of other sites.
    pub fn refuse_storage(&self) {
        self.bring(
            "Object.defineProperty(window, 'localStorage', { get() {
                 throw new DOMException('refused', 'SecurityError');
             } });",
        );
    }

    /// Cuts the connection of the browser, or brings it back.
    pub fn go_offline(&self, offline: bool) {
        self.devtools("Network.enable", json!({}));
        self.devtools(
            "Network.emulateNetworkConditions",
            json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
        );
    }
}
