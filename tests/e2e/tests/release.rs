//! The release zips, unpacked and served by real servers.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::process::Command;

use e2e::{
    Apache, CHOICES, Environment, Release, Scripts, Server, Session, Site, Visit, free_port,
    head_of, words,
};
use fantoccini::Locator;
use serde_json::json;
use verify::Verdict;

#[test]
fn apache_sends_content_type_csp_and_cache_headers() {
    let release = Release::unpack();
    let apache = Apache::start(&release.site());
    let hashed = fs::read_dir(release.site())
        .unwrap()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .find(|name| name.starts_with("widget-") && name.ends_with(".wasm"))
        .unwrap();
    for (path, content_type, is_immutable) in [
        ("/", "text/html", false),
        ("/send.html", "text/html", false),
        ("/embed.js", "text/javascript", false),
        ("/site.json", "application/json", false),
        (&*format!("/{hashed}"), "application/wasm", true),
    ] {
        let head = head_of(&apache.url(path));
        assert_eq!(head["content-type"], content_type, "{path}");
        assert_eq!(
            head["cache-control"].contains("immutable"),
            is_immutable,
            "{path}"
        );
        assert_eq!(head["cache-control"] == "no-cache", !is_immutable, "{path}");
        assert_eq!(head["access-control-allow-origin"], "*", "{path}");
        assert_eq!(
            head["cross-origin-embedder-policy"], "require-corp",
            "{path}"
        );
    }
    let ancestors = |path: &str| {
        let policy = head_of(&apache.url(path))["content-security-policy"].clone();
        policy.rsplit_once("frame-ancestors ").unwrap().1.to_owned()
    };
    assert_eq!(ancestors("/"), "'self'");
    assert_eq!(ancestors("/send.html"), "*");
    assert_eq!(ancestors("/method.html"), "'self'");
}

/// A host page with `Cross-Origin-Embedder-Policy` requires the header of the check too.
#[test]
fn host_page_with_coep_can_embed_the_check() {
    const HOST: &str = "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Host</title></head>
        <body><footing-check lazy='false'><p>Help</p></footing-check><script async src='SCRIPT'></script></body></html>";
    let release = Release::unpack();
    let [check_port, host_port] = [(); 2].map(|()| free_port(Site::First));
    let htaccess = release.site().join(".htaccess");
    let text = fs::read_to_string(&htaccess).unwrap();
    let partner = format!("frame-ancestors 'self' http://127.0.0.1:{host_port}");
    fs::write(&htaccess, text.replace("frame-ancestors 'self'", &partner)).unwrap();
    // The frame is sandboxed on the check's own origin only.
    fs::write(
        release.site().join("host.html"),
        HOST.replace("SCRIPT", "./embed.js"),
    )
    .unwrap();
    release.name_origin(&format!("http://127.0.0.1:{check_port}"));
    let check = Apache::at(check_port, &release.site());

    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("host");
    fs::create_dir(&site).unwrap();
    for folder in [folder.path(), site.as_path()] {
        e2e::make_readable(folder);
    }
    fs::write(
        site.join(".htaccess"),
        "Header always set Cross-Origin-Embedder-Policy require-corp\n",
    )
    .unwrap();
    fs::write(
        site.join("host.html"),
        HOST.replace("SCRIPT", &check.url("/embed.js")),
    )
    .unwrap();
    let host = Apache::at(host_port, &site);

    for (address, sandboxed) in [
        (host.url("/host.html"), false),
        (check.url("/host.html"), true),
    ] {
        let session = Session::start(Scripts::On);
        session.visit(&address);
        session.enter_embedded();
        session.wait_for(
            "the check to run in the frame",
            Locator::XPath(&format!(
                "//button[normalize-space()='{}' and not(@disabled)]",
                words().phrases.start
            )),
        );
        let origin: String = session.read("return self.origin");
        assert_eq!(origin == "null", sandboxed, "{address}");
    }

    // `send.html` also works in such a page, with its own origin and with an opaque one.
    let session = Session::start(Scripts::On);
    session.visit(&check.url("/host.html"));
    for sandbox in ["allow-scripts allow-same-origin", "allow-scripts"] {
        let received: String = session.read_later(
            "const [sandbox, done] = arguments;
             const frame = document.createElement('iframe');
             addEventListener('message', function hear({ source, data }) {
               if (source !== frame.contentWindow) return;
               removeEventListener('message', hear);
               done(data);
             });
             frame.setAttribute('sandbox', sandbox);
             frame.src = './send.html';
             document.body.append(frame);",
            &[json!(sandbox)],
        );
        assert_eq!(received, "footing:ready", "{sandbox}");
    }
}

#[test]
fn release_zips_are_complete_and_match_their_checksums() {
    for (release, folder) in [
        (Release::unpack(), "site/".to_owned()),
        (Release::unpack_pinned(), format!("site/{}/", version())),
    ] {
        for name in [
            "START-HERE.txt",
            "LICENSE.txt",
            "bill-of-materials.cdx.json",
            "docs/hosting.txt",
            "docs/upgrading.txt",
            "docs/embedding.txt",
            "docs/changelog.txt",
            "licenses/notices.txt",
            "npm/index.js",
            "npm/package.json",
            "site/_headers",
        ] {
            assert!(release.has(name), "{name}");
        }
        for name in [
            "index.html",
            "setup.html",
            ".htaccess",
            "headers/nginx-http.conf",
        ] {
            assert!(release.has(&format!("{folder}{name}")), "{folder}{name}");
        }
        let built = fs::read(Environment::read().dist.join("index.html")).unwrap();
        let page = release.read(&format!("{folder}index.html"));
        assert_eq!(page.as_bytes(), built);
        // The command that START-HERE.txt names.
        let output = Command::new("sha256sum")
            .args(["--check", "--quiet", "hashes.txt"])
            .current_dir(release.folder())
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
    }
}

/// A server that changes a byte is found out from outside, and the files that it changes are named.
#[test]
fn served_copy_is_verified_file_by_file() {
    let release = Release::unpack();
    release.make_readable();
    let apache = Apache::start(&release.site());
    let hashes = release.folder().join("hashes.txt");
    let compare = || {
        let request = verify::Request {
            place: &apache.url("/"),
            hashes: &hashes,
            key: None,
        };
        verify::compare(request).unwrap()
    };
    let lines = compare();
    assert!(lines.len() > 40, "{lines:?}");
    let changed: Vec<_> = lines
        .iter()
        .filter(|(_, verdict)| *verdict != Verdict::Same)
        .collect();
    assert!(changed.is_empty(), "{changed:?}");
    // The command of the hosting guide, for Safari, leaves a page that counts as the same.
    release.name_origin(&apache.url(""));
    let named = format!("script-src 'self' {} ", apache.url(""));
    let sent = head_of(&apache.url("/"))["content-security-policy"].clone();
    assert!(sent.contains(&named), "{sent}");
    let lines = compare();
    assert!(
        lines.iter().all(|(_, verdict)| *verdict == Verdict::Same),
        "{lines:?}"
    );
    // A server that adds a line to each page, such as an analytics tag, changes the folder's own page too.
    let page = release.site().join("index.html");
    let text = fs::read_to_string(&page).unwrap();
    fs::write(&page, text.replace("</body>", "<!-- tag --></body>")).unwrap();
    fs::remove_file(release.site().join("embed.js")).unwrap();
    let lines = compare();
    let changed: Vec<&str> = lines
        .iter()
        .filter(|(_, verdict)| *verdict != Verdict::Same)
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(changed, ["embed.js", "index.html", "./"]);
}

/// A script without a digest is refused by the policies that the release sends, even from the page's own server.
#[test]
fn integrity_policy_refuses_a_script_without_a_digest() {
    let release = Release::unpack();
    release.make_readable();
    let planted = release.site().join("planted.js");
    fs::write(&planted, "self.planted = true").unwrap();
    let page = release.site().join("index.html");
    let text = fs::read_to_string(&page).unwrap();
    let tag = "<script src=\"./planted.js\"></script></head>";
    fs::write(&page, text.replace("</head>", tag)).unwrap();
    let session = Session::start(Scripts::On);
    let runs_it = |address: &str| -> bool {
        session.visit(address);
        session.wait_until_running();
        session.read("return self.planted ?? false")
    };
    // Without the headers it runs: the page's own policy allows scripts of its server.
    let bare = Server::start(&release.site());
    assert!(runs_it(&bare.url("/")));
    let apache = Apache::start(&release.site());
    for address in ["/", "/index.html"] {
        assert!(!runs_it(&apache.url(address)), "{address}");
    }
}

/// Changing the URL in the snippet upgrades or downgrades. The older version is a copy of the build
/// with different settings.
#[test]
fn two_versions_run_side_by_side_with_their_own_settings() {
    let release = Release::unpack_pinned();
    let newer = release.site().join(version());
    let older = release.site().join("footing-0.0.9");
    e2e::copy_folder(&newer, &older);
    let colors = [
        (&newer, "#7a2e8f", "rgb(122, 46, 143)"),
        (&older, "#0b5a2a", "rgb(11, 90, 42)"),
    ];
    for (folder, color, _) in colors {
        let settings = json!({ "colours": { "accent": color } });
        fs::write(folder.join("site.json"), settings.to_string()).unwrap();
        let htaccess = folder.join(".htaccess");
        let text = fs::read_to_string(&htaccess).unwrap();
        let partner = "frame-ancestors 'self' http://localhost:*";
        fs::write(&htaccess, text.replace("frame-ancestors 'self'", partner)).unwrap();
    }
    release.make_readable();
    let apache = Apache::start(&release.site());
    let [first, second] = colors;
    for (folder, _, expected) in [first, second, first] {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let body = format!(
            "<footing-check lazy='false'>{{help}}</footing-check><script async src='{}'></script>",
            apache.url(&format!("/{name}/embed.js"))
        );
        let before = apache.requests().len();
        let visit = Visit::to(&body);
        visit.session.wait_for_embedded();
        visit.session.enter_embedded();
        visit.session.wait_until_running();
        let color: String = visit.session.read(
            "return getComputedStyle(document.querySelector('button.primary')).backgroundColor",
        );
        assert_eq!(color, expected, "{name}");
        visit.session.click_through_to_result(CHOICES);
        let path = format!(" /{name}/");
        for request in &apache.requests()[before..] {
            assert!(request.contains(&path), "{request}");
        }
    }
}

fn version() -> String {
    let manifest = include_str!("../../../Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("version = "));
    format!("footing-{}", line.unwrap().split('"').nth(1).unwrap())
}
