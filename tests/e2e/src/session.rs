//! Browser session with a fresh profile.

use std::collections::BTreeMap;
use std::future::Future;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::bidi;
use crate::browser::{Browser, Scripts, Settings};
use crate::command::Command;
use crate::engine::Engine;
use crate::focus::Focus;
use crate::role::Role;
use crate::screen::WORDS;
use crate::viewport::{Scheme, Size, Viewport};

/// Timeout of waits on a busy computer.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Timeout of waits without a JIT.
const SLOW_TIMEOUT: Duration = Duration::from_secs(200);

/// How often waits poll their condition.
const POLL_INTERVAL: Duration = Duration::from_millis(20);

/// Browser session, closed on drop.
///
/// Every method blocks until the browser has responded, so that a test reads like a list of what a
/// person does. A failed command fails the test.
#[derive(Debug)]
pub struct Session {
    browser: Browser,
    timeout: Duration,
}

/// Console message.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Text of the message.
    pub message: String,
}

impl ConsoleLine {
    /// Reads the event of WebDriver BiDi, with Chromium's name for its level.
    fn from_bidi(event: &Value) -> ConsoleLine {
        let level = event["level"].as_str().unwrap_or_default();
        ConsoleLine {
            level: match level {
                "error" => "SEVERE".to_owned(),
                "warn" => "WARNING".to_owned(),
                other => other.to_uppercase(),
            },
            message: event["text"].as_str().unwrap_or_default().to_owned(),
        }
    }
}

impl Session {
    /// Starts a browser.
    pub fn start(scripts: Scripts) -> Session {
        Session::start_with(scripts, Settings::Default)
    }

    /// Starts a browser that blocks third-party storage.
    pub fn start_without_third_party_storage() -> Session {
        Session::start_with(Scripts::On, Settings::ThirdPartyStorageBlocked)
    }

    /// Starts a browser whose pages may load as long as they like.
    pub fn start_without_awaiting_load() -> Session {
        Session::start_with(Scripts::On, Settings::LoadUnawaited)
    }

    /// Starts a browser with additional flags of its command line.
    pub fn start_with_flags(flags: &[&str]) -> Session {
        Session::over(
            Browser::start(Scripts::On, Settings::Default, flags),
            Scripts::On,
        )
    }

    fn start_with(scripts: Scripts, settings: Settings) -> Session {
        Session::over(Browser::start(scripts, settings, &[]), scripts)
    }

    fn over(browser: Browser, scripts: Scripts) -> Session {
        let session = Session {
            browser,
            timeout: match scripts {
                Scripts::On | Scripts::Off => TIMEOUT,
                Scripts::WithoutWasm => SLOW_TIMEOUT,
            },
        };
        session.set(Viewport {
            size: Size::PHONE,
            scheme: Scheme::Light,
        });
        session
    }

    /// Sets window size and color scheme. WebKitGTK is always light, and as near to the size as its window
    /// allows.
    pub fn set(&self, viewport: Viewport) {
        self.resize(viewport.size);
        let scheme = viewport.scheme;
        match self.engine() {
            Engine::Chromium => {
                let scheme = json!({ "name": "prefers-color-scheme", "value": scheme.name() });
                let media = json!({ "features": [scheme] });
                self.devtools("Emulation.setEmulatedMedia", media);
            }
            Engine::Firefox => {
                let value = match scheme {
                    Scheme::Dark => 0,
                    Scheme::Light => 1,
                };
                self.read_of_browser::<Value>(&format!(
                    "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', {value}); \
                     return null;"
                ));
            }
            Engine::WebKit if scheme == Scheme::Light => {}
            engine @ Engine::WebKit => engine.refuse("another color scheme"),
        }
    }

    fn resize(&self, Size { width, height }: Size) {
        match self.engine() {
            Engine::Chromium => {
                self.devtools(
                    "Emulation.setDeviceMetricsOverride",
                    json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
                );
            }
            Engine::Firefox => {
                let window = self.run(self.client().window());
                let viewport = json!({ "width": width, "height": height });
                self.browser.bidi(
                    "browsingContext.setViewport",
                    json!({ "context": String::from(window), "viewport": viewport }),
                );
            }
            Engine::WebKit => {
                // The window has a frame of its own around the page.
                let (across, down): (u32, u32) = self.read(
                    "return [Math.max(0, outerWidth - innerWidth), Math.max(0, outerHeight - innerHeight)]",
                );
                self.run(self.client().set_window_size(width + across, height + down));
            }
        }
    }

    /// Engine of the browser.
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }

    /// Opens a URL and waits for its load event.
    pub fn visit(&self, url: &str) {
        self.run(self.client().goto(url));
    }

    /// Switches into the first frame of the page.
    pub fn enter_frame(&self) {
        self.run(self.client().clone().enter_frame(0));
    }

    /// Switches into the frame of the first embedded check, which is in a shadow root.
    pub fn enter_embedded(&self) {
        self.run(async {
            let check = self.client().find(Locator::Css("footing-check")).await?;
            let root = check.shadow_root().await?;
            root.find(Locator::Css("iframe")).await?.enter_frame().await
        });
    }

    /// Switches back to the parent frame.
    pub fn leave_frame(&self) {
        self.run(self.client().clone().enter_parent_frame());
    }

    /// Goes back in the browser's history, from the screen that is painted, as a person does.
    pub fn back(&self) {
        self.wait_for_paint();
        self.run(self.client().back());
    }

    /// Goes forward in the browser's history.
    pub fn forward(&self) {
        self.run(self.client().forward());
    }

    /// Presses and releases a key.
    pub fn press(&self, key: Key) {
        self.press_with(&[], key.into());
    }

    /// Presses Tab until the focus is on something to use. Firefox stops at parts that scroll, too, and after the
    /// last element it would go to its own window, from where no driver leads back: here it begins at the top.
    pub fn press_tab(&self) {
        if self.engine() != Engine::Firefox {
            return self.press(Key::Tab);
        }
        let is_at_the_top: bool = self.read(
            "const all = 'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]';
             const stops = [...document.querySelectorAll(all)].filter((one) =>
                 !one.disabled && one.tabIndex >= 0 && one.checkVisibility());
             if (stops.at(-1) !== document.activeElement) return false;
             stops[0].focus();
             return true;",
        );
        if is_at_the_top {
            return;
        }
        self.press(Key::Tab);
        while self.read("return document.activeElement.tabIndex < 0") {
            self.press(Key::Tab);
        }
    }

    /// Presses and releases a key several times in one command, without a round trip in between.
    pub fn press_repeatedly(&self, key: Key, times: usize) {
        let value = char::from(key);
        let keys = (0..times).fold(KeyActions::new("keyboard".into()), |keys, _| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        match self.try_run(self.client().perform_actions(keys)) {
            // The last press may replace the page before its key is up.
            Ok(()) => {}
            Err(error) if error.is_no_such_window() => {}
            // What Firefox says of a page that is gone in the middle of the command.
            Err(error) if error.to_string().contains("InactiveActor") => {}
            Err(error) => panic!("the browser refused: {error}"),
        }
    }

    /// Presses and releases the key of a letter or digit.
    pub fn type_key(&self, key: char) {
        self.press_with(&[], key);
    }

    /// Presses and releases a key while Shift is held.
    pub fn press_with_shift(&self, key: Key) {
        self.press_with(&[Key::Shift.into()], key.into());
    }

    /// Types a capital letter while Shift is held.
    pub fn type_capital(&self, letter: char) {
        self.press_with(&[Key::Shift.into()], letter);
    }

    /// Types a text character by character.
    pub fn type_text(&self, text: &str) {
        let keys = KeyActions::new("keyboard".into());
        let keys = text.chars().fold(keys, |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        self.run(self.client().perform_actions(keys));
    }

    /// Waits for the only element with this role and accessible name, and clicks it.
    pub fn click(&self, role: Role, name: &str) {
        let mut found = self.find_all(role, name);
        let start = Instant::now();
        while found.len() != 1 {
            let in_time = start.elapsed() < self.timeout;
            assert!(
                in_time,
                "{} times {role:?} '{name}' on\n{}",
                found.len(),
                self.text()
            );
            found = self.find_all(role, name);
        }
        // Centered, because the sticky bar would cover an element at the edge.
        let element = serde_json::to_value(&found[0]).unwrap();
        let _: Value = self.read_with(
            "arguments[0].scrollIntoView({ block: 'center' }); return null;",
            &[element],
        );
        self.run(found[0].click());
    }

    /// Clicks the element that a script returns, as a mouse would. Looks for it again where the page has replaced it
    /// in between.
    pub fn click_found(&self, script: &str) {
        let start = Instant::now();
        loop {
            // WebDriver writes an element as an object with one entry, its id.
            let found: BTreeMap<String, String> = self.read(script);
            let id = found.into_values().next().unwrap();
            let element = Element::from_element_id(self.client().clone(), ElementRef::from(id));
            match self.try_run(element.click()) {
                Ok(()) => return,
                Err(error)
                    if error.is_stale_element_reference() && start.elapsed() < self.timeout => {}
                Err(error) => panic!("the browser refused: {error}"),
            }
        }
    }

    /// Sets the file of an `<input type=file>`.
    pub fn choose_file(&self, field: Locator<'_>, file: &std::path::Path) {
        let field = self.run(self.client().find(field));
        self.run(field.send_keys(&file.display().to_string()));
    }

    fn press_with(&self, held: &[char], key: char) {
        let keys = KeyActions::new("keyboard".into());
        let keys = held.iter().fold(keys, |keys, held| {
            keys.then(KeyAction::Down { value: *held })
        });
        let keys = keys
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        let keys = held
            .iter()
            .rev()
            .fold(keys, |keys, held| keys.then(KeyAction::Up { value: *held }));
        self.run(self.client().perform_actions(keys));
    }

    /// Describes the focused element.
    pub fn focus(&self) -> Focus {
        let element = self.run(self.client().active_element());
        // Reads from this element, even if the focus has moved meanwhile.
        let (question, is_chosen) = self.read_with(
            &format!(
                "{WORDS}
                 const at = arguments[0];
                 const legend = at.closest('fieldset')?.querySelector('legend');
                 return [legend ? words(legend) : null, at.checked ?? false];"
            ),
            &[serde_json::to_value(&element).unwrap()],
        );
        Focus {
            role: self.role_of(&element),
            name: self.name_of(&element),
            question,
            is_chosen,
        }
    }

    /// Finds all visible elements with this role and accessible name.
    pub fn find_all(&self, role: Role, name: &str) -> Vec<Element> {
        let mut found = self.run(self.client().find_all(role.locator()));
        found.retain(|element| {
            self.run(element.is_displayed())
                && self.is_rendered(element)
                && role.is(&self.role_of(element))
                && self.name_of(element) == name
        });
        found
    }

    /// Whether an element is rendered: the drivers of Firefox and WebKit count what a closed `<details>` hides
    /// as displayed.
    fn is_rendered(&self, element: &Element) -> bool {
        self.engine() == Engine::Chromium
            || self.read_with(
                "return arguments[0].checkVisibility()",
                &[serde_json::to_value(element).unwrap()],
            )
    }

    /// Whether a visible element has this role and accessible name.
    pub fn shows(&self, role: Role, name: &str) -> bool {
        !self.find_all(role, name).is_empty()
    }

    /// The `href` of each visible link with this name.
    pub fn link_targets(&self, name: &str) -> Vec<String> {
        let links = self.find_all(Role::Link, name);
        links
            .iter()
            .filter_map(|link| self.run(link.attr("href")))
            .collect()
    }

    /// Height of the page above its foot, in pixels.
    pub fn height_above_foot(&self) -> i64 {
        self.read("return Math.ceil(document.querySelector('main').getBoundingClientRect().bottom)")
    }

    /// Opens "Saving, privacy and about" in the foot of the page.
    pub fn open_foot(&self) {
        let is_open: bool = self.read(
            "const foot = document.querySelector('.foot-more');
             foot.open = true;
             return foot.open;",
        );
        assert!(is_open, "the foot does not open");
    }

    /// Visible text of the page.
    pub fn text(&self) -> String {
        if self.engine() == Engine::WebKit {
            // Its driver leaves out the line breaks.
            return self.read("return document.body.innerText");
        }
        let body = self.run(self.client().find(Locator::Css("body")));
        self.run(body.text())
    }

    /// Waits until an element exists. `what` names it in the failure message.
    pub fn wait_for(&self, what: &str, element: Locator<'_>) {
        self.wait_at_most(self.timeout, what, element);
    }

    /// Waits until an element that matches this selector has the focus. Not by `:focus`, which matches in an active
    /// window alone: no window manager makes WebKit's one.
    pub fn wait_for_focus(&self, selector: &str) {
        self.wait_until(&format!("the focus on {selector}"), || {
            self.read_with(
                "return document.activeElement?.matches(arguments[0]) ?? false",
                &[json!(selector)],
            )
        });
    }

    /// Waits until the module has drawn the page: static pages have a place for the status of waiting.
    pub fn wait_until_running(&self) {
        let running = "#footing main:not(:has(.waiting)) .primary";
        self.wait_for("the module to run", Locator::Css(running));
    }

    /// Waits until the service worker is registered. The page itself never waits for it, so its script may be
    /// asked for after the first screen.
    pub fn wait_for_worker(&self) {
        self.wait_until("the service worker", || {
            self.read_later(
                "const [done] = arguments; navigator.serviceWorker.getRegistration().then((one) => done(Boolean(one)));",
                &[],
            )
        });
    }

    /// Waits until an element exists, with a timeout of its own.
    pub fn wait_at_most(&self, timeout: Duration, what: &str, element: Locator<'_>) {
        let start = Instant::now();
        loop {
            let left = timeout.saturating_sub(start.elapsed());
            let wait = self.client().wait().at_most(left).every(POLL_INTERVAL);
            match self.browser.run(wait.for_element(element)) {
                Ok(_) => return,
                // What WebKit says while a frame's first page comes in place of its empty one.
                Err(error) if !left.is_zero() && error.to_string().contains("unload event") => {}
                Err(error) => panic!(
                    "waited for {what}, in vain: {error}\nThe page says:\n{}",
                    self.text()
                ),
            }
        }
    }

    /// Polls a condition until it holds, in the page or outside it.
    pub fn wait_until(&self, what: &str, condition: impl Fn() -> bool) {
        let start = Instant::now();
        while !condition() {
            assert!(start.elapsed() < self.timeout, "waited for {what}, in vain");
            self.run(async {
                let mut poll = tokio::time::interval(POLL_INTERVAL);
                // The first tick completes immediately.
                poll.tick().await;
                poll.tick().await;
                Ok(())
            });
        }
    }

    /// Console messages of page and browser since the last call.
    #[track_caller]
    pub fn console(&self) -> Vec<ConsoleLine> {
        match self.engine() {
            Engine::Chromium => {
                let lines = self.run(self.client().issue_cmd(Command::Log("browser")));
                serde_json::from_value(lines).unwrap()
            }
            Engine::Firefox => {
                let lines = self.take_events(bidi::CONSOLE);
                lines.iter().map(ConsoleLine::from_bidi).collect()
            }
            engine @ Engine::WebKit => engine.refuse("the console"),
        }
    }

    /// Runs a script in the page and deserializes its return value.
    pub fn read<T: DeserializeOwned>(&self, script: &str) -> T {
        self.read_with(script, &[])
    }

    /// Runs a script with arguments and deserializes its return value.
    pub fn read_with<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.run(self.client().execute(script, arguments.to_vec()));
        serde_json::from_value(value).unwrap()
    }

    /// Runs an asynchronous script, whose last argument is a callback for its result.
    pub fn read_later<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.run(self.client().execute_async(script, arguments.to_vec()));
        serde_json::from_value(value).unwrap()
    }

    /// Runs a script in every page that is opened from now on, before the page's scripts.
    #[track_caller]
    pub fn add_init_script(&self, script: &str) {
        match self.engine() {
            Engine::Chromium => {
                let source = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", source);
            }
            Engine::Firefox => {
                let function = json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                self.browser.bidi("script.addPreloadScript", function);
            }
            engine @ Engine::WebKit => engine.refuse("a script before the page's own"),
        }
    }

    /// Removes the Navigation API from pages opened from now on, as in older browsers. WebKitGTK has none.
    pub fn remove_navigation_api(&self) {
        if self.engine() == Engine::WebKit {
            return;
        }
        self.add_init_script("Object.defineProperty(window, 'navigation', { value: undefined });");
    }

    /// Scrolls down with the mouse wheel at a point of the window, in pixels.
    pub fn wheel_over(&self, x: i64, y: i64, down: i64) {
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down });
        self.devtools("Input.dispatchMouseEvent", wheel);
    }

    /// Swipes up by touch from a point of the window, in pixels.
    pub fn swipe_up_over(&self, x: i64, y: i64, up: i64) {
        const STEPS: i64 = 10;
        self.devtools(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": true, "maxTouchPoints": 1 }),
        );
        let touch = |kind: &str, points: Value| {
            self.devtools(
                "Input.dispatchTouchEvent",
                json!({ "type": kind, "touchPoints": points }),
            );
        };
        touch("touchStart", json!([{ "x": x, "y": y }]));
        for step in 1..=STEPS {
            touch("touchMove", json!([{ "x": x, "y": y - up * step / STEPS }]));
        }
        touch("touchEnd", json!([]));
    }

    /// Makes the window as high as the page, because cross-site frames render only in view.
    pub fn fit_window_to_page(&self, Size { width, height }: Size) {
        let needed: u32 = self.read("return document.documentElement.scrollHeight");
        self.resize(Size {
            width,
            height: needed.max(height),
        });
        self.wait_for_paint();
    }

    /// Waits until what the page shows is painted: two animation frames, one for layout, one for paint.
    fn wait_for_paint(&self) {
        let _: Value = self.read_later(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
            &[],
        );
    }

    /// Takes a PNG screenshot of the whole page.
    pub fn full_page_screenshot(&self) -> Vec<u8> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({}));
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let screenshot = self.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true, "clip": clip }),
        );
        BASE64.decode(screenshot["data"].as_str().unwrap()).unwrap()
    }

    /// Takes a PNG screenshot of the window.
    pub fn screenshot(&self) -> Vec<u8> {
        if self.engine() != Engine::Chromium {
            return self.run(self.client().screenshot());
        }
        let screenshot = self.devtools("Page.captureScreenshot", json!({ "format": "png" }));
        BASE64.decode(screenshot["data"].as_str().unwrap()).unwrap()
    }

    /// Prints the page as a PDF on Letter paper, as the print dialog would.
    pub fn print(&self) -> Vec<u8> {
        let printed = self.devtools("Page.printToPDF", json!({ "printBackground": false }));
        BASE64.decode(printed["data"].as_str().unwrap()).unwrap()
    }

    /// Grants or denies clipboard access to an origin.
    pub fn set_clipboard_permission(&self, origin: &str, granted: bool) {
        let setting = if granted { "granted" } else { "denied" };
        for name in ["clipboard-write", "clipboard-read"] {
            self.devtools(
                "Browser.setPermission",
                json!({ "permission": { "name": name }, "setting": setting, "origin": origin }),
            );
        }
    }

    /// Saves downloads to a folder.
    pub fn download_to(&self, folder: &std::path::Path) {
        self.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
    }

    fn role_of(&self, element: &Element) -> String {
        let role = self.text_of(Command::ComputedRole(element.element_id()));
        if role.is_empty() && self.run(element.tag_name()) == "summary" {
            // ARIA has no role for it, so that Firefox and WebKit tell none.
            return Role::DISCLOSURE.to_owned();
        }
        role
    }

    fn name_of(&self, element: &Element) -> String {
        self.text_of(Command::ComputedName(element.element_id()))
    }

    fn text_of(&self, command: Command) -> String {
        let value = self.run(self.client().issue_cmd(command));
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script with the rights of the browser itself, in Firefox, and deserializes its return value.
    pub(crate) fn read_of_browser<T: DeserializeOwned>(&self, script: &str) -> T {
        self.run(self.client().issue_cmd(Command::Context("chrome")));
        let value = self.read(script);
        self.run(self.client().issue_cmd(Command::Context("content")));
        value
    }

    /// Takes the events of this name that WebDriver BiDi told since the last call, in Firefox.
    pub(crate) fn take_events(&self, name: &str) -> Vec<Value> {
        self.browser.take_events(name)
    }

    /// Sends a command of the Chrome DevTools Protocol (CDP), and returns its result.
    #[track_caller]
    pub fn devtools(&self, name: &'static str, parameters: Value) -> Value {
        self.engine().assert_chromium(name);
        self.run(self.client().issue_cmd(Command::DevTools(name, parameters)))
    }

    pub(crate) fn client(&self) -> &Client {
        self.browser.client()
    }

    pub(crate) fn try_run<T>(
        &self,
        command: impl Future<Output = Result<T, CmdError>>,
    ) -> Result<T, CmdError> {
        self.browser.run(command)
    }

    #[track_caller]
    pub(crate) fn run<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.try_run(command)
            .unwrap_or_else(|error| panic!("the browser refused: {error}"))
    }
}
