//! The plugin in a real WordPress. Runs only with `cargo xtask test --wordpress`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use e2e::{Axe, Environment, RECORDER, Scripts, Server, Session, WordPress, assert_saw_no_answer};
use fantoccini::Locator;
use serde_json::{Value, json};

/// Hostile shortcode, as an author without admin rights might write it.
const HOSTILE: &str = r#"[footing mode='"><script>alert(1)</script>' label='" onload="x' onclick='x' style='x'
    theme='dark"><b>' lang='en" x="' isolation='shadow;' min-height='1e3' offset='calc(1px)' events='answers' src='//x.example']"#;

/// The check on the site itself.
const COPY: &str = "/wp-content/uploads/footing/check/";

/// Headers of a file of the check, and what has to be in each.
type Expected<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// The headers that matter on a WordPress site. The files they come from are tested in other tests.
const HEADERS: &[Expected] = &[
    (
        "",
        &[
            (
                "content-security-policy",
                "script-src 'self' http://localhost:",
            ),
            ("content-security-policy", " 'wasm-unsafe-eval' 'sha256-"),
            ("content-security-policy", "frame-ancestors 'self'"),
            ("access-control-allow-origin", "*"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-cache"),
        ],
    ),
    (
        "send.html",
        &[("content-security-policy", "frame-ancestors *")],
    ),
    (
        "site.json",
        &[
            ("content-type", "application/json"),
            ("cache-control", "no-cache"),
        ],
    ),
    (
        "embed.js",
        &[
            ("content-type", "text/javascript"),
            ("access-control-allow-origin", "*"),
        ],
    ),
];

#[test]
fn plugin_installs_configures_renders_and_uninstalls() {
    let wordpress = WordPress::start();
    println!("WordPress {}", wordpress.version());
    let check = check();
    let session = Session::start(Scripts::On);
    wordpress.log_in(&session, "admin");

    session.visit(&wordpress.url("/wp-admin/plugin-install.php?tab=upload"));
    session.choose_file(Locator::Css("#pluginzip"), &zip());
    let _: Value = session.read("document.querySelector('#install-plugin-submit').click();");
    let activate = Locator::Css("a.button-primary[href*='action=activate']");
    session.wait_for("the plugin to be installed", activate);
    follow(&session, "a.button-primary[href*='action=activate']");
    session.wait_for("it to be active", Locator::Css("#deactivate-footing"));

    // With nothing set, the check runs from the site itself.
    let page = wordpress.publish("[footing]");
    let block = wordpress.publish("<!-- wp:footing/check {\"theme\":\"dark\"} /-->");
    let visitor = Session::start(Scripts::On);
    let _ = visitor.network();
    for address in [&page, &block] {
        visitor.visit(address);
        wait_until_ready(&visitor);
        assert_eq!(
            embed_of(&visitor),
            wordpress.url(&format!("{COPY}embed.js"))
        );
        assert_eq!(scripts_of(&visitor), Vec::<String>::new());
    }
    assert_no_foreign_requests(&visitor.network(), &[wordpress.url("/")]);

    save(&session, &wordpress, &check.url("/embed.js"), "Self-check");
    assert!(session.text().contains("Settings saved."));
    let saved: String = session.read("return document.querySelector('#footing-address').value;");
    assert_eq!(saved, check.url("/"));
    save(&session, &wordpress, "http://check.example/", "Self-check");
    assert!(session.text().contains("This address cannot be used"));
    assert_eq!(setting(&wordpress, "address"), check.url("/"));

    let _ = visitor.network();
    for address in [&page, &block] {
        visitor.visit(address);
        wait_until_ready(&visitor);
        assert_eq!(scripts_of(&visitor), [check.url("/embed.js")]);
        assert_eq!(option(&visitor, "label").as_deref(), Some("Self-check"));
    }
    assert_eq!(option(&visitor, "theme").as_deref(), Some("dark"));
    assert_no_foreign_requests(&visitor.network(), &[wordpress.url("/"), check.url("/")]);
    // An empty field brings the check of the site itself back.
    save(&session, &wordpress, "", "Self-check");
    assert_eq!(setting(&wordpress, "address"), "");

    session.visit(&wordpress.url("/wp-admin/plugins.php"));
    follow(&session, "#deactivate-footing");
    session.wait_for("it to be switched off", Locator::Css("#delete-footing"));
    assert_eq!(setting(&wordpress, "label"), "Self-check");
    assert!(wordpress.has(&COPY[1..]));
    let _: Value = session.read(
        "window.confirm = () => true; document.querySelector('#delete-footing').click(); return null;",
    );
    session.wait_for("it to be gone", Locator::Css("tr.deleted"));
    assert!(!wordpress.has("wp-content/plugins/footing"));
    assert!(!wordpress.has("wp-content/uploads/footing"));
    let remaining = "global $wpdb; echo implode( ' ', $wpdb->get_col( \"SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%footing%'\" ) );";
    assert_eq!(wordpress.php(remaining), "");

    assert_plugin_is_quiet(&wordpress);
}

#[test]
fn settings_require_nonce_and_capability() {
    let check = check();
    let wordpress = WordPress::with_plugin(&zip(), &check.url("/"));
    let submit = |session: &Session, nonce: &str| -> u16 {
        session.read_later(
            "const [nonce, done] = arguments;
             const body = new URLSearchParams({ option_page: 'footing', action: 'update',
                 'footing[address]': 'https://elsewhere.example/', 'footing[mode]': 'popup' });
             if (nonce) body.set('_wpnonce', nonce);
             fetch('/wp-admin/options.php', { method: 'POST', body }).then(({ status }) => done(status));",
            &[json!(nonce)],
        )
    };
    let nonce = |session: &Session| -> String {
        session.read_later(
            "fetch('/?nonce-of-the-test').then((answer) => answer.text()).then(arguments[0]);",
            &[],
        )
    };
    let before = setting(&wordpress, "address");

    let admin = Session::start(Scripts::On);
    wordpress.log_in(&admin, "admin");
    assert_eq!(submit(&admin, ""), 403);
    assert_eq!(submit(&admin, "0123456789"), 403);
    assert_eq!(setting(&wordpress, "address"), before);

    let reader = Session::start(Scripts::On);
    wordpress.log_in(&reader, "reader");
    // A valid nonce does not replace the capability.
    assert_eq!(submit(&reader, &nonce(&reader)), 403);
    reader.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    assert!(reader.text().contains("not allowed"), "{}", reader.text());
    assert_eq!(setting(&wordpress, "address"), before);

    // With nonce and capability the same request succeeds.
    assert_eq!(submit(&admin, &nonce(&admin)), 200);
    assert_eq!(setting(&wordpress, "address"), "https://elsewhere.example/");
    assert_plugin_is_quiet(&wordpress);
}

#[test]
fn hostile_attributes_are_escaped_or_dropped() {
    let check = check();
    let wordpress = WordPress::with_plugin(&zip(), &check.url("/"));
    let session = Session::start(Scripts::On);
    let block = json!({ "mode": "\"><script>alert(1)</script>", "label": "\" onload=\"x", "onclick": "x",
        "theme": ["dark"], "lang": { "a": 1 }, "offset": "1px;x", "minHeight": -1 });
    let pages = [
        HOSTILE.to_owned(),
        format!("<!-- wp:footing/check {block} /-->"),
        "[footing label='<img src=x onerror=alert(1)>' onload=alert(1) \"><script>alert(1)</script>]".to_owned(),
    ];
    for content in pages {
        session.visit(&wordpress.publish(&content));
        session.wait_for("the element", Locator::Css("footing-check"));
        let attributes: BTreeSet<String> = session
            .read::<Vec<String>>(
                "return document.querySelector('footing-check').getAttributeNames();",
            )
            .into_iter()
            .collect();
        let known = BTreeSet::from(["label", "mode"].map(str::to_owned));
        assert!(attributes.is_subset(&known), "{content}: {attributes:?}");
        // An invalid mode falls back to the site's setting.
        assert_eq!(option(&session, "mode").as_deref(), Some("inline"));
        let children: Vec<String> = session.read(
            "const check = document.querySelector('footing-check');
             return [...check.querySelectorAll('*')].map((one) => one.localName);",
        );
        assert_eq!(children, ["p", "a", "a", "a"], "{content}");
        assert_eq!(scripts_of(&session), [check.url("/embed.js")]);
        let inline: bool = session.read(
            "return [...document.scripts].some((one) => one.textContent.includes('alert(1)'));",
        );
        assert!(!inline, "{content}");
        wait_until_ready(&session);
    }
    // Valid attributes are rendered.
    session.visit(&wordpress.publish(
        "[footing mode=popup label='Take \"it\"' theme=light lang=en-US min_height=600 lazy=false offset=2.5rem events='started finished' other=1]",
    ));
    session.wait_for("the element", Locator::Css("footing-check"));
    for (name, value) in [
        ("mode", "popup"),
        ("label", "Take \"it\""),
        ("theme", "light"),
        ("lang", "en-US"),
        ("min-height", "600"),
        ("lazy", "false"),
        ("offset", "2.5rem"),
        ("events", "started finished"),
    ] {
        assert_eq!(option(&session, name).as_deref(), Some(value), "{name}");
    }
    assert_eq!(option(&session, "other"), None);
    assert_plugin_is_quiet(&wordpress);
}

/// The retired `isolation` attribute is ignored.
#[test]
fn no_attribute_takes_the_check_out_of_its_frame() {
    let check = check();
    let wordpress = WordPress::with_plugin(&zip(), &check.url("/"));
    let session = Session::start(Scripts::On);
    for content in [
        "[footing isolation=shadow]",
        "<!-- wp:footing/check {\"isolation\":\"shadow\"} /-->",
        "<div data-footing data-isolation=\"shadow\"><p>Help</p></div>[footing]",
    ] {
        session.visit(&wordpress.publish(content));
        wait_until_ready(&session);
    }
    assert_plugin_is_quiet(&wordpress);
}

#[test]
fn only_safe_addresses_are_saved() {
    let wordpress = WordPress::with_plugin(&zip(), "");
    let good = [
        (
            "https://check.center.example/footing/",
            "https://check.center.example/footing/",
        ),
        (
            "https://check.center.example",
            "https://check.center.example/",
        ),
        (
            " https://Check.Center.example:8443/a ",
            "https://check.center.example:8443/a/",
        ),
        (
            "https://check.center.example/a/embed.js",
            "https://check.center.example/a/",
        ),
        (
            "https://check.center.example/index.html",
            "https://check.center.example/",
        ),
        ("http://localhost:8080/", "http://localhost:8080/"),
        ("http://127.0.0.1/a/", "http://127.0.0.1/a/"),
    ];
    let bad = [
        "",
        "http://check.center.example/",
        "http://127.0.0.2/",
        "http://localhost.example/",
        "//check.center.example/",
        "check.center.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user:word@check.center.example/",
        "https://check.center.example/?a=1",
        "https://check.center.example/#a",
        "https://check.center.example/\"><script>",
        "https://check center.example/",
        "https://check.center.example\\@evil.example/",
        "https://",
        "ftp://check.center.example/",
        "https://check.center.example/\nx",
    ];
    // One call for all, because WordPress takes a second to start.
    let typed: Vec<&str> = good.iter().map(|(typed, _)| *typed).chain(bad).collect();
    let output = wordpress.php(&format!(
        "echo json_encode( array_map( 'footing_clean_address', json_decode( hex2bin( '{}' ) ) ) );",
        hex(&json!(typed).to_string())
    ));
    let cleaned: Vec<String> = serde_json::from_str(&output).unwrap();
    let expected: Vec<&str> = good
        .iter()
        .map(|(_, saved)| *saved)
        .chain(bad.map(|_| ""))
        .collect();
    for ((typed, cleaned), expected) in typed.iter().zip(&cleaned).zip(&expected) {
        assert_eq!(cleaned, expected, "{typed}");
    }
    assert_eq!(cleaned.len(), good.len() + bad.len());
    // A bad option that bypassed the filter is not rendered: the check of the site itself is.
    wordpress.php(
        "remove_all_filters( 'sanitize_option_footing' );
         update_option( 'footing', array( 'address' => 'javascript:alert(1)//', 'mode' => array(), 'label' => array( 1 ) ) );",
    );
    let session = Session::start(Scripts::On);
    session.visit(&wordpress.publish("[footing]"));
    wait_until_ready(&session);
    assert_eq!(
        embed_of(&session),
        wordpress.url(&format!("{COPY}embed.js"))
    );
    assert_eq!(scripts_of(&session), Vec::<String>::new());
    assert_plugin_is_quiet(&wordpress);
}

#[test]
fn editor_accepts_the_block_and_settings_page_is_accessible() {
    let check = check();
    let wordpress = WordPress::with_plugin(&zip(), &check.url("/"));
    let session = Session::start(Scripts::On);
    let axe = Axe::install(&session);
    wordpress.log_in(&session, "admin");
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    let violations = axe.check_within("#wpbody-content > .wrap");
    assert!(violations.is_empty(), "{violations:?}");
    let names: Vec<String> = session.read(
        "return [...document.querySelectorAll('.form-table :is(input, select, textarea)')]
             .map((one) => one.labels[0].textContent + ': ' + (document.getElementById(one.getAttribute('aria-describedby'))?.textContent.length > 20));",
    );
    assert_eq!(
        names,
        [
            "How it is shown: true",
            "Title of the check: true",
            "Settings of the check: true",
            "Another address of the check: true",
        ]
    );

    session.visit(&wordpress.url("/wp-admin/post-new.php?post_type=page"));
    session.wait_until("the editor", || {
        session.read("return !!window.wp?.data?.select('core/editor')?.getCurrentPostId?.();")
    });
    let _: Value = session.read(
        "const { dispatch } = wp.data;
         dispatch('core/block-editor').insertBlock(wp.blocks.createBlock('footing/check', { mode: 'popup', label: 'Take it' }));
         dispatch('core/editor').editPost({ title: 'Help', status: 'publish' });
         return null;",
    );
    session.wait_until("the block's card", || {
        session.read("return [...document.querySelectorAll('[data-type=\"footing/check\"]'),
             ...(document.querySelector('iframe[name=editor-canvas]')?.contentDocument.querySelectorAll('[data-type=\"footing/check\"]') ?? [])]
             .some((one) => one.textContent.includes('Footing self-check'));")
    });
    let saved: bool = session.read_later(
        "const done = arguments[0];
         wp.data.dispatch('core/editor').savePost().then(() => done(wp.data.select('core/editor').didPostSaveRequestSucceed()));",
        &[],
    );
    assert!(saved);
    // Only the attributes are saved: the block is rendered on each request.
    let content: String =
        session.read("return wp.data.select('core/editor').getEditedPostContent();");
    assert_eq!(
        content,
        "<!-- wp:footing/check {\"mode\":\"popup\",\"label\":\"Take it\"} /-->"
    );
    let address: String = session.read("return wp.data.select('core/editor').getPermalink();");
    session.visit(&address);
    session.wait_for("the button", Locator::Css("footing-check"));
    assert_eq!(option(&session, "mode").as_deref(), Some("popup"));
    assert_eq!(option(&session, "label").as_deref(), Some("Take it"));
    // Reopened in the editor, the block is still valid.
    let number: String = session.read(
        "return [...document.body.classList].find((name) => name.startsWith('page-id-')).slice(8);",
    );
    session.visit(&wordpress.url(&format!("/wp-admin/post.php?post={number}&action=edit")));
    session.wait_until("the editor with the block", || {
        session
            .read("return window.wp?.data?.select('core/block-editor')?.getBlocks()?.length === 1;")
    });
    let valid: bool = session
        .read("return wp.data.select('core/block-editor').getBlocks().every((one) => one.name === 'footing/check' && one.isValid);");
    assert!(valid);
    assert_plugin_is_quiet(&wordpress);
}

#[test]
fn help_lines_show_without_scripts() {
    let check = check();
    let wordpress = WordPress::with_plugin(&zip(), &check.url("/"));
    let session = Session::start(Scripts::Off);
    for content in [
        "[footing]",
        "<!-- wp:footing/check {\"mode\":\"popup\"} /-->",
    ] {
        session.visit(&wordpress.publish(content));
        assert_help_lines(&session);
    }
    // Two checks on a page load the script once, async and without a version query.
    session.visit(&wordpress.publish("[footing] [footing mode=popup]"));
    let loaded: Vec<(bool, bool)> = session.read(
        "return [...document.querySelectorAll('script[src$=\"embed.js\"]')].map((one) => [one.async, !one.src.includes('?')]);",
    );
    assert_eq!(loaded, [(true, true)]);
    assert_plugin_is_quiet(&wordpress);
}

/// With the headers of the check, a script of the host page finds no answer in it.
#[test]
fn under_apache_the_check_of_the_site_has_its_headers_and_hides_answers() {
    let mut wordpress = WordPress::start_behind_a_server();
    wordpress.serve_with_apache();
    wordpress.add_plugin(&zip());
    assert_headers_and_secrecy(&wordpress);
}

/// The settings page prints the lines for nginx.
#[test]
fn under_nginx_the_lines_of_the_settings_page_do_the_same() {
    let mut wordpress = WordPress::start_behind_a_server();
    wordpress.add_plugin(&zip());
    let lines = wordpress.php(
        "require_once ABSPATH . 'wp-admin/includes/template.php';
         require WP_PLUGIN_DIR . '/footing/includes/settings.php';
         ob_start(); footing_own_section(); $page = ob_get_clean();
         preg_match_all( '#<textarea[^>]*>(.*?)</textarea>#s', $page, $found );
         echo json_encode( array_map( 'html_entity_decode', $found[1], array_fill( 0, 2, ENT_QUOTES ) ) );",
    );
    let lines: Vec<String> = serde_json::from_str(&lines).unwrap();
    assert_eq!(lines.len(), 2);
    wordpress.serve_with_nginx(&lines[0], &lines[1]);
    assert_headers_and_secrecy(&wordpress);
}

/// A server without the headers: the check runs, and the settings page and the check say what is lost.
#[test]
fn without_headers_the_check_runs_and_says_what_is_lost() {
    let wordpress = WordPress::start();
    wordpress.add_plugin(&zip());
    let session = Session::start(Scripts::On);
    session.visit(&wordpress.publish("[footing]"));
    wait_until_ready(&session);
    let is_sandboxed: bool = session.read_frame("return frame.hasAttribute('sandbox');");
    assert!(!is_sandboxed);
    let warned = session.console().iter().any(|line| {
        line.message
            .contains("scripts of this page can read the answers")
    });
    assert!(warned, "{:?}", session.console());
    assert_eq!(
        headers_said(&wordpress, &session),
        "The headers of the check do not arrive."
    );
}

/// An update replaces the folder of the plugin and makes the copy anew.
#[test]
fn settings_of_the_check_outlast_an_update() {
    let wordpress = WordPress::start();
    wordpress.add_plugin(&zip());
    let session = Session::start(Scripts::On);
    wordpress.log_in(&session, "admin");
    let site = json!({ "leave_to": "https://www.example.org/", "partners": ["https://partner.example", "x\" y"] });
    save_site(&session, &wordpress, &site.to_string());
    assert!(session.text().contains("Settings saved."));
    let kept = || -> Value {
        let text = fs::read_to_string(wordpress.file(&format!("{COPY}site.json")[1..])).unwrap();
        serde_json::from_str(&text).unwrap()
    };
    assert_eq!(kept(), site);
    let htaccess = || fs::read_to_string(wordpress.file(&format!("{COPY}.htaccess")[1..])).unwrap();
    assert!(
        htaccess().contains(&format!(
            "frame-ancestors 'self' {} https://partner.example\"",
            wordpress.url("")
        )),
        "{}",
        htaccess()
    );
    assert!(!htaccess().contains("partners.invalid"));

    // What is no JSON object is refused, and what was there stays.
    for bad in ["Harbor", "[1]", "{", "\"text\""] {
        save_site(&session, &wordpress, bad);
        assert!(session.text().contains("cannot be read"), "{bad}");
        assert_eq!(kept(), site, "{bad}");
    }

    let output = wordpress.php(&format!(
        "require ABSPATH . 'wp-admin/includes/admin.php';
         require ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
         update_option( 'footing_copy', '0.0.1' );
         file_put_contents( ABSPATH . '{}old.js', 'of the version before' );
         $done = ( new Plugin_Upgrader( new Automatic_Upgrader_Skin() ) )->install( '{}', array( 'overwrite_package' => true ) );
         echo true === $done ? 'good' : print_r( $done, true );",
        &COPY[1..],
        zip().display()
    ));
    assert!(output.ends_with("good"), "{output}");
    assert!(wordpress.has(&format!("{COPY}old.js")[1..]));
    session.visit(&wordpress.url("/wp-admin/"));
    assert!(!wordpress.has(&format!("{COPY}old.js")[1..]));
    assert_eq!(kept(), site);
    assert_copy_is_equal(&wordpress);

    let visitor = Session::start(Scripts::On);
    visitor.visit(&wordpress.publish("[footing]"));
    wait_until_ready(&visitor);
    visitor.enter_embedded();
    visitor.wait_until("the site's own way out", || {
        visitor
            .read("return !!document.querySelector('a.leave[href=\"https://www.example.org/\"]');")
    });
    visitor.leave_frame();
    assert_plugin_is_quiet(&wordpress);
}

/// Where the uploads cannot be written, the check runs from the folder of the plugin.
#[test]
fn without_uploads_the_check_runs_from_the_plugin() {
    let wordpress = WordPress::start();
    fs::create_dir_all(wordpress.file("wp-content/uploads")).unwrap();
    // Root may write everywhere, but not into a file.
    fs::write(wordpress.file("wp-content/uploads/footing"), "").unwrap();
    wordpress.add_plugin(&zip());
    let session = Session::start(Scripts::On);
    session.visit(&wordpress.publish("[footing]"));
    wait_until_ready(&session);
    assert_eq!(
        embed_of(&session),
        wordpress.url("/wp-content/plugins/footing/check/embed.js")
    );
    wordpress.log_in(&session, "admin");
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    assert!(
        session
            .text()
            .contains("The folder for uploads cannot be written")
    );
    // Once it can, the next page of an administrator makes the copy.
    fs::remove_file(wordpress.file("wp-content/uploads/footing")).unwrap();
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    assert!(
        !session
            .text()
            .contains("The folder for uploads cannot be written")
    );
    assert_copy_is_equal(&wordpress);
    assert_plugin_is_quiet(&wordpress);
}

/// Self-test of the recorder that the other tests rely on.
#[test]
fn recorder_detects_php_notices_and_requests_of_a_plugin() {
    let wordpress = WordPress::with_plugin(&zip(), "");
    assert_plugin_is_quiet(&wordpress);
    wordpress.as_plugin("function footing_asks() { wp_remote_get( 'https://elsewhere.example/' ); } footing_asks();");
    assert!(wordpress.php_errors().is_empty());
    let requests = wordpress.outgoing_requests();
    assert!(
        requests
            .iter()
            .any(|line| line.starts_with("https://elsewhere.example/ by ")
                && line.contains("footing")),
        "{requests:?}"
    );
    wordpress.as_plugin("echo $nobody_set_this;");
    let errors = wordpress.php_errors();
    assert!(
        errors.iter().any(|line| line.contains("nobody_set_this")),
        "{errors:?}"
    );
}

/// Asserts that a server sends the headers, and that no script of a host page sees an answer.
fn assert_headers_and_secrecy(wordpress: &WordPress) {
    let session = Session::start(Scripts::On);
    let page = wordpress.publish(&format!(
        "<!-- wp:html --><script>{RECORDER}</script><!-- /wp:html --><!-- wp:footing/check /-->"
    ));
    let _ = session.network();
    session.visit(&page);
    wait_until_ready(&session);
    let sandbox: String = session.read_frame("return frame.getAttribute('sandbox');");
    assert!(!sandbox.contains("allow-same-origin"), "{sandbox}");
    session.run_embedded();
    assert_eq!(session.read::<String>("return self.origin;"), "null");
    // The browser's log ends at a frame without an origin.
    let mut requests: Vec<String> =
        session.read("return performance.getEntriesByType('resource').map(({ name }) => name);");
    session.leave_frame();
    assert_saw_no_answer(&session.recorded());
    requests.extend(session.network());
    assert_no_foreign_requests(&requests, &[wordpress.url("/")]);
    let is_loaded = |part: &str| requests.iter().any(|address| address.contains(part));
    assert!(
        is_loaded("_bg.wasm") && !is_loaded("without-wasm"),
        "{requests:?}"
    );

    let module = requests
        .iter()
        .find(|address| address.contains("_bg.wasm"))
        .unwrap();
    let module = module.rsplit('/').next().unwrap();
    let of_module: Expected = (
        module,
        &[
            ("content-type", "application/wasm"),
            ("cache-control", "immutable"),
        ],
    );
    for (file, expected) in HEADERS.iter().chain([&of_module]) {
        let sent: Vec<(String, String)> = session.read_later(
            "const [file, done] = arguments;
             fetch(file).then(({ headers }) => done([...headers]));",
            &[json!(format!("{COPY}{file}"))],
        );
        for (name, part) in *expected {
            let is_sent = sent
                .iter()
                .any(|(key, value)| key == name && value.contains(part));
            assert!(is_sent, "{file}: {name}: {part} in {sent:?}");
        }
    }
    assert_copy_is_equal(wordpress);
    assert_eq!(
        headers_said(wordpress, &session),
        "The headers of the check arrive."
    );
    assert_plugin_is_quiet(wordpress);
}

/// What the settings page says about the headers, to an administrator.
fn headers_said(wordpress: &WordPress, session: &Session) -> String {
    wordpress.log_in(session, "admin");
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    session.wait_for(
        "what the headers are",
        Locator::Css("#footing-headers > p:not([hidden])"),
    );
    session.read(
        "return document.querySelector('#footing-headers > p:not([hidden]) > strong').textContent;",
    )
}

/// Asserts that the copy has the files of the plugin, and beside them only those of the site.
fn assert_copy_is_equal(wordpress: &WordPress) {
    let read = |folder: &str| {
        let folder = wordpress.file(folder);
        let mut files = std::collections::BTreeMap::new();
        for name in names_below(&folder) {
            let bytes = fs::read(folder.join(&name)).unwrap();
            files.insert(name, bytes);
        }
        files
    };
    let bundled = read("wp-content/plugins/footing/check");
    let mut copied = read(&COPY[1..]);
    assert!(bundled.len() > 40, "{:?}", bundled.keys());
    assert!(copied.remove(".htaccess").is_some());
    // Its pages name the origin of the site, and are the same otherwise.
    let named = format!("'self' {}", wordpress.url(""));
    for (name, page) in copied
        .iter_mut()
        .filter(|(name, _)| name.ends_with(".html"))
    {
        let text = String::from_utf8(page.clone()).unwrap();
        let is_text = ["paper", "accessibility", "conformance"]
            .iter()
            .any(|start| name.starts_with(start));
        assert!(
            is_text || text.contains(&format!("script-src {named}")),
            "{name}"
        );
        *page = text.replace(&named, "'self'").into_bytes();
    }
    let site = copied.insert("site.json".to_owned(), bundled["site.json"].clone());
    assert!(site.is_some());
    assert!(copied == bundled, "{:?}", copied.keys());
}

/// Names of all files in a folder.
fn names_below(folder: &std::path::Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            let below = names_below(&entry.path()).into_iter();
            names.extend(below.map(|file| format!("{name}/{file}")));
        } else {
            names.push(name);
        }
    }
    names
}

fn save_site(session: &Session, wordpress: &WordPress, site: &str) {
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    let _: Value = session.read_with(
        "document.querySelector('#footing-site').value = arguments[0];
         document.querySelector('#submit').click(); return null;",
        &[json!(site)],
    );
    session.wait_for("the answer", Locator::Css(".notice, .settings-error"));
}

/// Serves the check on another host than WordPress: 127.0.0.1 instead of `localhost`.
fn check() -> Server {
    Server::start(&Environment::read().dist)
}

fn zip() -> PathBuf {
    Environment::read().dist.join("wordpress/footing.zip")
}

fn save(session: &Session, wordpress: &WordPress, address: &str, label: &str) {
    session.visit(&wordpress.url("/wp-admin/options-general.php?page=footing"));
    let _: Value = session.read_with(
        "const [address, label] = arguments;
         document.querySelector('#footing-address').value = address;
         document.querySelector('#footing-label').value = label;
         document.querySelector('#submit').click(); return null;",
        &[json!(address), json!(label)],
    );
    session.wait_for("the answer", Locator::Css(".notice, .settings-error"));
}

/// Clicks a link by script, even if another element covers it.
fn follow(session: &Session, link: &str) {
    let _: Value = session.read(&format!(
        "document.querySelector(\"{link}\").click(); return null;"
    ));
}

fn setting(wordpress: &WordPress, name: &str) -> String {
    wordpress.php(&format!("echo get_option( 'footing' )['{name}'] ?? '';"))
}

fn option(session: &Session, name: &str) -> Option<String> {
    session.read(&format!(
        "return document.querySelector('footing-check').getAttribute('{name}');"
    ))
}

/// Waits until the check is ready, which hides the help lines.
fn wait_until_ready(session: &Session) {
    session.wait_until("the check to be ready", || {
        session.read(
            "const check = document.querySelector('footing-check');
             return !!check?.shadowRoot?.querySelector('iframe') && !check.querySelector('p').checkVisibility();",
        )
    });
}

fn assert_help_lines(session: &Session) {
    let text = session.text();
    for number in ["911", "988", "1-800-662-4357"] {
        assert!(text.contains(number), "{number} in\n{text}");
    }
}

/// Hex encoding, which needs no escaping in PHP strings.
fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// URL of the script that shows the check.
fn embed_of(session: &Session) -> String {
    session.read("return document.querySelector('script[src*=\"/embed.js\"]').src;")
}

/// URLs of the page's scripts that are not WordPress's own.
fn scripts_of(session: &Session) -> Vec<String> {
    session.read(
        "return [...document.querySelectorAll('script[src]')].map((one) => one.src)
             .filter((address) => new URL(address).host !== location.host);",
    )
}

/// Asserts that all requests went to known servers.
fn assert_no_foreign_requests(requests: &[String], known: &[String]) {
    let foreign: Vec<_> = requests
        .iter()
        .filter(|address| {
            !address.starts_with("data:") && !known.iter().any(|own| address.starts_with(own))
        })
        .collect();
    assert!(requests.len() > 10, "the browser tells: {requests:?}");
    assert!(foreign.is_empty(), "{foreign:?}");
}

/// Asserts that the plugin caused no PHP notice and no outgoing request.
fn assert_plugin_is_quiet(wordpress: &WordPress) {
    assert_eq!(wordpress.php_errors(), Vec::<String>::new());
    let requests = wordpress.outgoing_requests();
    let by_plugin: Vec<_> = requests
        .iter()
        .filter(|line| line.to_lowercase().contains("footing"))
        .collect();
    assert!(by_plugin.is_empty(), "{by_plugin:?}");
}
