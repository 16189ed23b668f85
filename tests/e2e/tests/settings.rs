//! Settings of a site (`site.json`): valid, invalid and hostile ones.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;

use e2e::{
    Environment, Role, Scheme, Scripts, Server, Session, Size, Viewport, copy_folder, words,
};
use fantoccini::Locator;
use serde_json::{Value, json};
use tempfile::TempDir;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"120\" height=\"40\">
    <rect width=\"120\" height=\"40\" fill=\"#1f4e79\"/>
    <script>document.title = 'run'; parent.document.title = 'run'</script>
    <image href=\"/asked-by-the-logo\" width=\"1\" height=\"1\"/></svg>";

#[test]
fn complete_settings_apply_without_warnings() {
    let site = Site::with(&json!({
        "$schema": "./site.schema.json",
        "name": "Harbor Recovery Center",
        "logo": "logo.svg",
        "colours": { "accent": "#1f4e79", "accent_dark": "#9cc7ee" },
        "phone": "+1 555 010 0199",
        "text_number": "+1 555 010 0198",
        "email": "hello@harbor.example",
        "address": ["12 Harbor Street", "Portland, ME 04101"],
        "region": "US",
        "locales": ["en"],
        "leave_to": "https://www.weather.gov/",
        "programs": {
            "levels": ["outpatient"], "withdrawal_care": "outpatient", "pregnancy": true,
            "payment": ["Medicaid"], "languages": ["English"],
        },
        "hours": {
            "zone": "America/New_York", "words": "Monday to Friday, 9 to 5",
            "open": [["mon", "09:00", "17:00"]],
        },
        "contact": { "endpoint": "https://forms.example/ask", "encoding": "form", "ways": ["call"] },
        "consent": "Harbor may call me.",
        "privacy_link": "https://harbor.example/privacy",
        "terms_link": "https://harbor.example/terms",
        "report": "quality@harbor.example",
        "partners": ["https://partner.example"],
    }));
    let session = site.visit();
    assert_eq!(session.warnings(), Vec::<String>::new());
    assert!(session.text().contains("Harbor Recovery Center"));
    session.open_foot();
    assert_eq!(
        session.link_targets(words().phrases.report),
        ["mailto:quality@harbor.example"]
    );
}

#[test]
fn accent_colors_apply_in_both_color_schemes() {
    let site = Site::with(&json!({
        "colours": { "accent": "#1f4e79", "accent_dark": "#9cc7ee" },
    }));
    let session = site.visit();
    assert_eq!(
        primary_colors(&session),
        ["rgb(31, 78, 121)", "rgb(255, 255, 255)"]
    );
    session.set(Viewport {
        size: Size::PHONE,
        scheme: Scheme::Dark,
    });
    assert_eq!(
        primary_colors(&session),
        ["rgb(156, 199, 238)", "rgb(11, 36, 34)"]
    );
    // No CSP violation: colors apply without a style attribute.
    assert_eq!(session.warnings(), Vec::<String>::new());
}

#[test]
fn low_contrast_color_falls_back_and_warns_once() {
    let site = Site::with(&json!({ "colours": { "accent": "#88aacc", "accent_dark": "#9cc7ee" } }));
    let session = site.visit();
    assert_eq!(
        primary_colors(&session),
        ["rgb(15, 92, 92)", "rgb(255, 255, 255)"]
    );
    let warnings = session.warnings();
    assert!(
        warnings.len() == 1 && warnings[0].contains("colours.accent cannot be used"),
        "{warnings:?}"
    );
    assert!(!warnings[0].contains("88aacc"), "{warnings:?}");
    session.set(Viewport {
        size: Size::PHONE,
        scheme: Scheme::Dark,
    });
    assert_eq!(primary_colors(&session)[0], "rgb(156, 199, 238)");
}

#[test]
fn logo_is_inlined_and_never_requested_after_the_start() {
    let site = Site::with(&json!({ "name": "Harbor", "logo": "logo.svg" }));
    let session = site.visit();
    session.wait_for("the logo", Locator::Css(".whose img"));
    let (address, width): (String, f64) = session.read(
        "const logo = document.querySelector('.whose img');
         return logo.decode().then(() => [logo.src, logo.naturalWidth]);",
    );
    assert!(
        address.starts_with("data:image/svg+xml;base64,"),
        "{address}"
    );
    assert!(width > 0.0);
    assert_eq!(session.read::<String>("return document.title"), "Footing");
    let paths: Vec<String> = site
        .server
        .requests()
        .into_iter()
        .map(|request| request.path)
        .collect();
    assert!(
        !paths.iter().any(|path| path.contains("asked-by-the-logo")),
        "{paths:?}"
    );
    let logos: Vec<&String> = paths
        .iter()
        .filter(|path| path.ends_with("logo.svg"))
        .collect();
    assert!(!logos.is_empty(), "{paths:?}");
    session.wait_for_worker();
    let count = site.server.requests().len();
    let () = session.read("document.querySelector('main input[type=radio]').click()");
    session.click(Role::Button, words().phrases.start);
    session.wait_for(
        "the first question",
        Locator::Css("main nav.back, main .progress"),
    );
    assert_eq!(site.server.requests().len(), count);
    assert_eq!(session.warnings(), Vec::<String>::new());
}

#[test]
fn invalid_logo_is_omitted_with_a_warning() {
    for name in [
        "missing.svg",
        "large.png",
        "page.png",
        "../logo.svg",
        "https://evil.example/a.png",
        "site.json",
    ] {
        let site = Site::with(&json!({ "name": "Harbor", "logo": name }));
        let session = site.visit();
        assert_eq!(
            session.read::<usize>("return document.images.length"),
            0,
            "{name}"
        );
        let warnings = session.warnings();
        let ours: Vec<&String> = warnings
            .iter()
            .filter(|line| line.contains("Footing, site.json"))
            .collect();
        assert!(
            ours.len() == 1 && ours[0].contains("logo cannot be used"),
            "{name}: {warnings:?}"
        );
        assert!(
            !site
                .server
                .requests()
                .iter()
                .any(|request| request.path.contains("evil"))
        );
    }
}

#[test]
fn hostile_settings_run_no_script_and_the_check_runs() {
    let evil = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";
    let long = "x".repeat(90_000);
    for text in [
        json!({ "phone": "<script>document.title='run'</script>5550100199", "name": evil }).to_string(),
        json!({ "leave_to": "javascript:document.title='run'", "privacy_link": "javascript:1", "name": "H" }).to_string(),
        json!({ "report": "javascript:document.title='run'", "contact": { "endpoint": "javascript:1", "ways": ["call"] } }).to_string(),
        json!({ "name": evil, "address": [evil, evil], "consent": evil, "report": evil }).to_string(),
        json!({ "colours": { "accent": "red;}*{display:none", "accent_dark": "url(/x)" } }).to_string(),
        json!({ "name": long, "logo": long, "phone": long }).to_string(),
        json!({ "logo": ["logo.svg"], "name": { "toString": "x" }, "colours": [], "hours": 7 }).to_string(),
        "{\"__proto__\": {\"contact\": {\"endpoint\": \"https://evil.example/\"}}, \"constructor\": 1}".into(),
        "[".repeat(90_000),
        "null".into(),
        "not json".into(),
        String::new(),
        "\u{0}\u{1}".into(),
    ] {
        let site = Site::of(text.as_bytes());
        let session = site.visit();
        let excerpt: String = text.chars().take(80).collect();
        assert_eq!(session.read::<String>("return document.title"), "Footing", "{excerpt}");
        assert_eq!(session.read::<usize>("return document.images.length"), 0, "{excerpt}");
        assert!(session.shows(Role::Button, words().phrases.start), "{excerpt}");
        let bad: Vec<String> = session.read(
            "return [...document.links].map((link) => link.href).filter((href) => !/^(https|tel|sms|http):/.test(href))",
        );
        assert_eq!(bad, Vec::<String>::new(), "{excerpt}");
        let ours = session.warnings();
        let ours: Vec<&String> = ours.iter().filter(|line| line.contains("Footing, site.json")).collect();
        assert_eq!(ours.len(), 1, "{excerpt}: {ours:?}");
    }
}

#[test]
fn oversized_settings_are_ignored_and_the_check_runs() {
    let site = Site::of(format!("{{ \"name\": \"{}\" }}", "x".repeat(10_000_000)).as_bytes());
    let session = site.visit();
    assert!(session.shows(Role::Button, words().phrases.start));
    let warnings = session.warnings();
    assert!(
        warnings
            .iter()
            .any(|line| line.contains("cannot be read, so the defaults are used")),
        "{warnings:?}"
    );
}

/// Copy of the built page with the settings of a site.
struct Site {
    _folder: TempDir,
    server: Server,
}

impl Site {
    fn with(settings: &Value) -> Site {
        Site::of(settings.to_string().as_bytes())
    }

    fn of(settings: &[u8]) -> Site {
        let folder = TempDir::new().unwrap();
        copy_folder(&Environment::read().dist, folder.path());
        let write =
            |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
        write("site.json", settings);
        write("logo.svg", LOGO.as_bytes());
        write("large.png", &[0; 100_001]);
        // An image extension without an image behind it.
        std::fs::create_dir_all(folder.path().join("page.png")).unwrap();
        let server = Server::start(folder.path());
        Site {
            _folder: folder,
            server,
        }
    }

    /// Opens the page and waits until the check runs.
    fn visit(&self) -> Session {
        let session = Session::start(Scripts::On);
        session.visit(&self.server.url("/"));
        session.wait_until_running();
        save_screenshots(&session);
        session
    }
}

/// Saves screenshots of pages with a logo to the folder in `FOOTING_LOOK`, if set.
fn save_screenshots(session: &Session) {
    let Some(folder) = std::env::var_os("FOOTING_LOOK") else {
        return;
    };
    if !session.read::<bool>("return document.images.length > 0") {
        return;
    }
    for (width, scheme, name) in [
        (360, Scheme::Light, "light"),
        (360, Scheme::Dark, "dark"),
        (1280, Scheme::Light, "light"),
        (1280, Scheme::Dark, "dark"),
    ] {
        session.set(Viewport {
            size: Size { width, height: 800 },
            scheme,
        });
        std::fs::write(
            Path::new(&folder).join(format!("start-{width}-{name}.png")),
            session.full_page_screenshot(),
        )
        .unwrap();
    }
    session.set(Viewport {
        size: Size::PHONE,
        scheme: Scheme::Light,
    });
}

/// Background and text color of the primary button.
fn primary_colors(session: &Session) -> Vec<String> {
    session.read(
        "const style = getComputedStyle(document.querySelector('button.primary'));
         return [style.backgroundColor, style.color];",
    )
}
