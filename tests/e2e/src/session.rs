//! One browser with a fresh profile.

use std::future::Future;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::{Browser, ForeignStorage, Scripts};
use crate::command::Command;
use crate::focus::Focus;
use crate::role::Role;
use crate::screen::WORDS;
use crate::stage::{Scheme, Size, Stage};

/// How long something may take on a busy computer before it is called broken.
const PATIENCE: Duration = Duration::from_secs(20);

/// The same where nothing is compiled while it runs, and all takes many times longer.
const MORE_PATIENCE: Duration = Duration::from_secs(200);

/// How often a wait looks again.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// One browser, closed when dropped.
///
/// Every method waits for the browser's answer, so that a test reads like a list of what a person
/// does. What the browser refuses fails the test.
#[derive(Debug)]
pub struct Session {
    browser: Browser,
    patience: Duration,
}

/// A line in the console.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// What it says.
    pub message: String,
}

impl Session {
    /// Starts a browser.
    pub fn start(scripts: Scripts) -> Session {
        Session::start_with(scripts, ForeignStorage::Usual)
    }

    /// Starts a browser that lets frames of other sites keep nothing.
    pub fn start_without_foreign_storage() -> Session {
        Session::start_with(Scripts::On, ForeignStorage::Refused)
    }

    fn start_with(scripts: Scripts, storage: ForeignStorage) -> Session {
        let session = Session {
            browser: Browser::start(scripts, storage),
            patience: match scripts {
                Scripts::On | Scripts::Off => PATIENCE,
                Scripts::WithoutWasm => MORE_PATIENCE,
            },
        };
        session.set(Stage {
            size: Size::PHONE,
            scheme: Scheme::Light,
        });
        session
    }

    /// Looks at the page with another screen.
    pub fn set(&self, stage: Stage) {
        self.resize(stage.size);
        let scheme = json!({ "name": "prefers-color-scheme", "value": stage.scheme.name() });
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [scheme] }),
        );
    }

    fn resize(&self, Size { width, height }: Size) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// Opens an address, and waits until it is loaded.
    pub fn visit(&self, url: &str) {
        self.run(self.client().goto(url));
    }

    /// Looks into the first frame of the page, from now on.
    pub fn enter_frame(&self) {
        self.run(self.client().clone().enter_frame(0));
    }

    /// Looks into the frame of the first embedded check, from now on. It stands in a shadow root.
    pub fn enter_embedded(&self) {
        self.run(async {
            let check = self.client().find(Locator::Css("footing-check")).await?;
            let root = check.shadow_root().await?;
            root.find(Locator::Css("iframe")).await?.enter_frame().await
        });
    }

    /// Looks into the page around the frame again.
    pub fn leave_frame(&self) {
        self.run(self.client().clone().enter_parent_frame());
    }

    /// Presses the browser's Back.
    pub fn back(&self) {
        self.run(self.client().back());
    }

    /// Presses the browser's Forward.
    pub fn forward(&self) {
        self.run(self.client().forward());
    }

    /// Presses and releases a key.
    pub fn press(&self, key: Key) {
        self.press_with(&[], key.into());
    }

    /// Presses and releases a key several times, as quickly as a person in a hurry: at one go, so that
    /// no round trip to the browser comes between.
    pub fn press_in_a_row(&self, key: Key, times: usize) {
        let value = char::from(key);
        let keys = (0..times).fold(KeyActions::new("keyboard".into()), |keys, _| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        self.run(self.client().perform_actions(keys));
    }

    /// Presses and releases the key of a letter or digit.
    pub fn type_key(&self, key: char) {
        self.press_with(&[], key);
    }

    /// Presses and releases a key while Shift is held.
    pub fn press_with_shift(&self, key: Key) {
        self.press_with(&[Key::Shift.into()], key.into());
    }

    /// Types a capital letter, as a person does: while Shift is held.
    pub fn type_capital(&self, letter: char) {
        self.press_with(&[Key::Shift.into()], letter);
    }

    /// Types a text, letter by letter.
    pub fn type_text(&self, text: &str) {
        let keys = KeyActions::new("keyboard".into());
        let keys = text.chars().fold(keys, |keys, value| {
            keys.then(KeyAction::Down { value })
                .then(KeyAction::Up { value })
        });
        self.run(self.client().perform_actions(keys));
    }

    /// Clicks the one thing that has this role and this accessible name.
    pub fn click(&self, role: Role, name: &str) {
        let found = self.find_all(role, name);
        assert_eq!(found.len(), 1, "{role:?} '{name}' on\n{}", self.text());
        // Scrolled to the edge, it would lie under the bar that stays in view.
        let element = serde_json::to_value(&found[0]).unwrap();
        let _: Value = self.read_with(
            "arguments[0].scrollIntoView({ block: 'center' }); return null;",
            &[element],
        );
        self.run(found[0].click());
    }

    /// Chooses a file of this computer in a field for one.
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

    /// Where the focus is.
    pub fn focus(&self) -> Focus {
        let element = self.run(self.client().active_element());
        // Of the same element, also where the focus has gone on meanwhile.
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

    /// Everything shown that has this role and this accessible name.
    pub fn find_all(&self, role: Role, name: &str) -> Vec<Element> {
        let mut found = self.run(self.client().find_all(role.locator()));
        found.retain(|element| {
            self.run(element.is_displayed())
                && role.is(&self.role_of(element))
                && self.name_of(element) == name
        });
        found
    }

    /// Whether something with this role and this accessible name is shown.
    pub fn shows(&self, role: Role, name: &str) -> bool {
        !self.find_all(role, name).is_empty()
    }

    /// Where the links with this text lead.
    pub fn targets(&self, name: &str) -> Vec<String> {
        let links = self.find_all(Role::Link, name);
        links
            .iter()
            .filter_map(|link| self.run(link.attr("href")))
            .collect()
    }

    /// The visible text of the page.
    pub fn text(&self) -> String {
        let body = self.run(self.client().find(Locator::Css("body")));
        self.run(body.text())
    }

    /// Waits until an element is there. `what` says in words what is waited for.
    pub fn wait_for(&self, what: &str, element: Locator<'_>) {
        self.wait_at_most(self.patience, what, element);
    }

    /// Waits until an element is there, for what may take longer.
    pub fn wait_at_most(&self, patience: Duration, what: &str, element: Locator<'_>) {
        let wait = self.client().wait().at_most(patience).every(LOOK_EVERY);
        if let Err(error) = self.browser.run(wait.for_element(element)) {
            panic!(
                "waited for {what}, in vain: {error}\nThe page says:\n{}",
                self.text()
            );
        }
    }

    /// Waits until something has happened, in the page or outside it.
    pub fn wait_until(&self, what: &str, has_happened: impl Fn() -> bool) {
        let begun = Instant::now();
        while !has_happened() {
            assert!(
                begun.elapsed() < self.patience,
                "waited for {what}, in vain"
            );
            self.run(async {
                let mut look = tokio::time::interval(LOOK_EVERY);
                // The first is at once.
                look.tick().await;
                look.tick().await;
                Ok(())
            });
        }
    }

    /// What the page and the browser wrote to the console since the last time.
    pub fn console(&self) -> Vec<ConsoleLine> {
        let lines = self.run(self.client().issue_cmd(Command::Log("browser")));
        serde_json::from_value(lines).unwrap()
    }

    /// Runs a script in the page, and reads what it returns.
    pub fn read<T: DeserializeOwned>(&self, script: &str) -> T {
        self.read_with(script, &[])
    }

    /// Runs a script with arguments in the page, and reads what it returns.
    pub fn read_with<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.run(self.client().execute(script, arguments.to_vec()));
        serde_json::from_value(value).unwrap()
    }

    /// Runs a script in the page, and reads what it hands to its last argument, whenever it does.
    pub fn read_later<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> T {
        let value = self.run(self.client().execute_async(script, arguments.to_vec()));
        serde_json::from_value(value).unwrap()
    }

    /// Runs a script in every page that is opened from now on, before the page's own.
    pub fn bring(&self, script: &str) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
    }

    /// Takes the Navigation API away from every page to come, as older browsers have it.
    pub fn forget_navigation_api(&self) {
        self.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "Object.defineProperty(window, 'navigation', { value: undefined });" }),
        );
    }

    /// Turns the wheel over a place of the window, downwards by so many pixels.
    pub fn wheel_over(&self, x: i64, y: i64, down: i64) {
        let wheel = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down });
        self.devtools("Input.dispatchMouseEvent", wheel);
    }

    /// Puts a finger on a place of the window and draws it up by so many pixels.
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

    /// Makes the window as high as the page: frames of other sites are drawn only where they are in sight.
    pub fn see_all(&self, Size { width, height }: Size) {
        let needed: u32 = self.read("return document.documentElement.scrollHeight");
        self.resize(Size {
            width,
            height: needed.max(height),
        });
        // Two frames: one that is laid out anew, and one that is drawn.
        let _: Value = self.read_later(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
            &[],
        );
    }

    /// Takes a picture of the whole page, as PNG.
    pub fn picture(&self) -> Vec<u8> {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({}));
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1,
        });
        let picture = self.devtools(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true, "clip": clip }),
        );
        BASE64.decode(picture["data"].as_str().unwrap()).unwrap()
    }

    /// Takes a picture of what fits the window, as PNG.
    pub fn glimpse(&self) -> Vec<u8> {
        let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" }));
        BASE64.decode(picture["data"].as_str().unwrap()).unwrap()
    }

    /// Prints the page as a PDF on Letter paper, as the print dialog would.
    pub fn print(&self) -> Vec<u8> {
        let printed = self.devtools("Page.printToPDF", json!({ "printBackground": false }));
        BASE64.decode(printed["data"].as_str().unwrap()).unwrap()
    }

    /// Lets pages of this origin use the clipboard, or not.
    pub fn permit_clipboard(&self, origin: &str, permitted: bool) {
        let setting = if permitted { "granted" } else { "denied" };
        for name in ["clipboard-write", "clipboard-read"] {
            self.devtools(
                "Browser.setPermission",
                json!({ "permission": { "name": name }, "setting": setting, "origin": origin }),
            );
        }
    }

    /// Puts downloads into a folder.
    pub fn download_to(&self, folder: &std::path::Path) {
        self.devtools(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
    }

    fn role_of(&self, element: &Element) -> String {
        self.text_of(Command::ComputedRole(element.element_id()))
    }

    fn name_of(&self, element: &Element) -> String {
        self.text_of(Command::ComputedName(element.element_id()))
    }

    fn text_of(&self, command: Command) -> String {
        let value = self.run(self.client().issue_cmd(command));
        value.as_str().unwrap_or_default().to_owned()
    }

    pub(crate) fn devtools(&self, name: &'static str, parameters: Value) -> Value {
        self.run(self.client().issue_cmd(Command::DevTools(name, parameters)))
    }

    pub(crate) fn client(&self) -> &Client {
        self.browser.client()
    }

    #[track_caller]
    pub(crate) fn run<T>(&self, command: impl Future<Output = Result<T, CmdError>>) -> T {
        self.browser
            .run(command)
            .unwrap_or_else(|error| panic!("the browser refused: {error}"))
    }
}
