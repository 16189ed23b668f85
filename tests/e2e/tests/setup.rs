//! The setup page: a site owner configures the release by keyboard and serves it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use e2e::{
    Apache, Axe, Environment, Nginx, Release, Role, Scheme, Scripts, Server, Session, Size,
    Viewport, Vignette, Walk, head_of, words,
};
use fantoccini::Locator;
use fantoccini::key::Key;
use serde_json::{Value, json};

const PAGE: &str = "/setup.html";

/// Its result is intensive outpatient care.
const STORY: &str = "03-cocaine-some-days-good-home";

const ACCENT: &str = "#7a2e8f";

const PHONE: &str = "+1 555 010 0199";

fn open(session: &Session, url: &str) {
    session.visit(url);
    session.wait_for("the form to run", Locator::Id("phone"));
}

/// Tabs to a field and types.
fn fill(walk: &Walk<'_>, session: &Session, field: &str, text: &str) {
    walk.tab_to(Role::Textbox, field);
    session.type_text(text);
}

fn shown(session: &Session, id: &str) -> String {
    session.read_with(
        "return document.getElementById(arguments[0]).textContent",
        &[json!(id)],
    )
}

/// Fills in the form for the test center by keyboard.
fn fill_in(walk: &Walk<'_>, session: &Session, partner: &str) {
    fill(walk, session, "Name", "Harbor Center");
    fill(walk, session, "Phone number", PHONE);
    fill(walk, session, "Accent on light", ACCENT);
    let level = words().levels.get("intensive-outpatient").unwrap().name;
    walk.tab_to(Role::Checkbox, level);
    session.type_key(' ');
    fill(walk, session, "Sites that may show the check", partner);
    session.wait_for(
        "what was typed to be read",
        Locator::XPath(&format!("//pre[contains(., '{partner}')]")),
    );
}

/// Writes the generated files into the unpacked site, as the page instructs.
fn write_files(session: &Session, site: &Path) {
    fs::write(site.join("site.json"), shown(session, "out-site")).unwrap();
    fs::write(site.join(".htaccess"), shown(session, "out-headers-0")).unwrap();
}

/// Asserts that the check has the center's color and that its result names phone and program.
fn assert_settings_apply(session: &Session, url: &str) {
    let story = Vignette::read(STORY);
    let mut walk = Walk::begin(session, url, &story);
    let color: String = session
        .read("return getComputedStyle(document.querySelector('button.primary')).backgroundColor");
    assert_eq!(color, "rgb(122, 46, 143)");
    walk.continue_until(|screen| screen.has_button(words().phrases.change_answers));
    let text = session.text();
    let fits = words().phrases.fit_fits.replace("{name}", "Harbor Center");
    assert!(text.contains(&fits), "{text}");
    let hrefs: Vec<String> = session.read(
        "return [...document.querySelectorAll('.site-fit a, .result a')].map((link) => link.getAttribute('href'))",
    );
    assert!(
        hrefs.iter().any(|href| href == "tel:+15550100199"),
        "{hrefs:?}"
    );
}

#[test]
fn release_zip_set_up_by_keyboard_runs_with_the_chosen_settings() {
    let release = Release::unpack();
    let apache = Apache::start(&release.site());
    let session = Session::start(Scripts::On);
    let story = Vignette::read(STORY);
    let walk = Walk::at(&session, &story);
    open(&session, &apache.url(PAGE));
    let loaded = apache.requests().len();
    fill_in(&walk, &session, "https://partner.example");
    assert_eq!(
        apache.requests().len(),
        loaded,
        "typing asks for something: {:?}",
        apache.requests()
    );
    let stored: (u32, u32, String) =
        session.read("return [localStorage.length, sessionStorage.length, document.cookie]");
    assert_eq!(stored, (0, 0, String::new()));
    let json: Value = serde_json::from_str(&shown(&session, "out-site")).unwrap();
    assert_eq!(json["phone"], PHONE);
    assert_eq!(json["colours"]["accent"], ACCENT);
    assert_eq!(json["programs"]["levels"], json!(["intensive-outpatient"]));
    write_files(&session, &release.site());
    let nginx_files = {
        walk.tab_to(Role::Radio, "Apache, LiteSpeed, cPanel");
        session.press(Key::Up);
        session.wait_for("the files for nginx", Locator::Id("out-headers-1"));
        [
            shown(&session, "out-headers-0"),
            shown(&session, "out-headers-1"),
        ]
    };
    assert_eq!(session.console(), []);

    assert_settings_apply(&session, &apache.url("/"));
    let policy = &head_of(&apache.url("/"))["content-security-policy"];
    assert!(
        policy.ends_with("frame-ancestors 'self' https://partner.example"),
        "{policy}"
    );

    // The same folder behind nginx, with its own configuration.
    for (name, text) in ["nginx-http.conf", "nginx-server.conf"]
        .iter()
        .zip(nginx_files)
    {
        fs::write(release.site().join("headers").join(name), text).unwrap();
    }
    let nginx = Nginx::start(&release.site());
    assert_settings_apply(&session, &nginx.url("/"));
    let policy = &head_of(&nginx.url("/"))["content-security-policy"];
    assert!(
        policy.ends_with("frame-ancestors 'self' https://partner.example"),
        "{policy}"
    );
}

#[test]
fn invalid_values_are_reported_at_their_field_and_a_button_fixes_them() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let story = Vignette::read(STORY);
    let walk = Walk::at(&session, &story);
    open(&session, &server.url(PAGE));
    fill(&walk, &session, "Phone number", "call us");
    session.wait_for("the problem", Locator::Id("phone-problem"));
    let described: String =
        session.read("return document.getElementById('phone').getAttribute('aria-describedby')");
    assert!(described.contains("phone-problem"), "{described}");
    fill(&walk, &session, "Accent on light", "#ffd0d0");
    session.wait_for("the contrast", Locator::Id("accent-problem"));
    session.wait_for(
        "both to be listed",
        Locator::XPath("//*[@role='status']//a[@href='#accent']"),
    );
    session.read::<()>("document.querySelector('.setup-color ~ button').focus()");
    session.press(Key::Enter);
    session.wait_for(
        "the mended color",
        Locator::XPath("//p[@id='accent-problem' and contains(@class, 'setup-fine')]"),
    );
    let json: Value = serde_json::from_str(&shown(&session, "out-site")).unwrap();
    assert!(json["colours"]["accent"].is_string(), "{json}");
    assert!(json["phone"].is_null(), "{json}");
    // The preview uses the color.
    let is_in_preview: bool = session.read(
        "const preview = document.querySelector('.setup-preview');
         return preview.style.getPropertyValue('--accent') === document.getElementById('accent').value",
    );
    assert!(is_in_preview);
}

/// Edits an existing `site.json`. Files that are not valid settings change nothing.
#[test]
fn opens_edits_and_writes_site_json() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let story = Vignette::read(STORY);
    let walk = Walk::at(&session, &story);
    open(&session, &server.url(PAGE));
    let loaded = server.requests().len();
    let mut settings = json!({
        "name": "Harbor Center",
        "logo": "logo.svg",
        "phone": "+1 555 010 0100",
        "hours": {
            "zone": "America/New_York",
            "words": "Weekdays, Friday until noon",
            "open": [["mon", "09:00", "17:00"], ["fri", "09:00", "12:00"]],
        },
    });
    let mut file = settings.clone();
    file["nmae"] = json!("Harbor");
    session.set_file_input("open-file", "site.json", &file.to_string());
    session.wait_for(
        "what is left out to be named",
        Locator::XPath("//*[@id='opened' and contains(., 'nmae')]"),
    );
    let phone: String = session.read("return document.getElementById('phone').value");
    assert_eq!(phone, "+1 555 010 0100");
    session.read::<()>("document.getElementById('phone').select()");
    fill(&walk, &session, "Phone number", PHONE);
    session.wait_for(
        "the change to be written",
        Locator::XPath(&format!("//pre[@id='out-site' and contains(., '{PHONE}')]")),
    );
    let written = || {
        let mut json: Value = serde_json::from_str(&shown(&session, "out-site")).unwrap();
        json.as_object_mut().unwrap().remove("$schema").unwrap();
        json
    };
    settings["phone"] = json!(PHONE);
    assert_eq!(written(), settings);
    // A list changed by hand shows the value of the next opened file.
    let pick = |name: &str| {
        session.read_with::<()>(
            "const list = document.getElementById('pick-pregnancy');
             list.value = arguments[0]; list.dispatchEvent(new Event('change', { bubbles: true }));",
            &[json!(name)],
        );
    };
    pick("yes");
    pick("not-said");
    settings["programs"] = json!({ "pregnancy": true });
    session.set_file_input("open-file", "again.json", &settings.to_string());
    session.wait_for(
        "it to be open",
        Locator::XPath("//*[@id='opened' and contains(., 'again.json is open')]"),
    );
    let shown_now: String = session.read("return document.getElementById('pick-pregnancy').value");
    assert_eq!(shown_now, "yes");
    assert_eq!(written(), settings);
    for (name, text) in [
        ("broken.json", "{ \"name\": ".to_owned()),
        ("list.json", "[]".to_owned()),
        ("large.json", " ".repeat(100_001)),
    ] {
        session.set_file_input("open-file", name, &text);
        session.wait_for(
            name,
            Locator::XPath(&format!(
                "//*[@id='opened' and contains(., '{name} was not opened')]"
            )),
        );
        assert_eq!(written(), settings, "{name}");
    }
    // No requests, not even for the logo.
    assert_eq!(server.requests().len(), loaded);
    assert_eq!(session.console(), []);
}

#[test]
fn copies_and_downloads_site_json() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let folder = tempfile::tempdir().unwrap();
    session.download_to(folder.path());
    session.set_clipboard_permission(&server.url(""), true);
    open(&session, &server.url(PAGE));
    session.click(Role::Button, "Copy: site.json");
    session.wait_for(
        "the page to say so",
        Locator::XPath("//*[@role='status' and .='Copied.']"),
    );
    session.click(Role::Button, "Download: site.json");
    let file = folder.path().join("site.json");
    session.wait_until("the file", || {
        fs::read_to_string(&file).is_ok_and(|text| !text.is_empty())
    });
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        shown(&session, "out-site")
    );
}

#[test]
fn setup_page_is_accessible_and_fits_every_screen() {
    let server = Server::start(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    let mut faults: Vec<String> = Vec::new();
    let viewports = [
        (Size::NARROWEST, Scheme::Light),
        (Size::PHONE, Scheme::Dark),
        (Size::TABLET, Scheme::Light),
        (Size::LAPTOP, Scheme::Dark),
        (Size::LAPTOP, Scheme::Light),
    ];
    for (size, scheme) in viewports {
        session.set(Viewport { size, scheme });
        open(&session, &server.url(PAGE));
        let story = Vignette::read(STORY);
        fill(
            &Walk::at(&session, &story),
            &session,
            "Phone number",
            "call",
        );
        session.wait_for("the problem", Locator::Id("phone-problem"));
        for screen in ["preview-start", "preview-result"] {
            session.read_with::<()>(
                "document.getElementById(arguments[0]).click()",
                &[json!(screen)],
            );
            let (needed, available): (u32, u32) =
                session.read("return [document.documentElement.scrollWidth, innerWidth]");
            if needed > available {
                faults.push(format!("{size:?}: needs {needed} pixels of {available}"));
            }
        }
        let found = axe.check();
        let named = |fault| format!("{size:?} {}: {fault}", scheme.name());
        faults.extend(found.iter().map(named));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn setup_page_without_scripts_or_module_says_what_to_do() {
    let dist = Environment::read().dist;
    let server = Server::start(&dist);
    let session = Session::start(Scripts::Off);
    session.visit(&server.url(PAGE));
    assert!(
        session.text().contains("scripts are off here"),
        "{}",
        session.text()
    );

    let server = Server::without(&dist, &[".wasm"]);
    let session = Session::start(Scripts::On);
    session.visit(&server.url(PAGE));
    session.wait_for(
        "the page to say that it failed",
        Locator::XPath(
            "//*[@role='alert' and not(@hidden) and contains(., 'could not be loaded')]",
        ),
    );
}
