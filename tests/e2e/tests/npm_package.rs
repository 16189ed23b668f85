//! The npm package of the release: packed by npm, checked by TypeScript, and used in React and Vue pages that
//! Vite builds.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use e2e::{BundlerProject, Environment, Pages, Release, Scripts, Server, Session, Site, host_page};
use fantoccini::Locator;
use serde_json::Value;

fn project() -> BundlerProject {
    BundlerProject::with_package_of(&Release::unpack())
}

#[test]
fn npm_packs_every_file_of_the_folder_and_no_other() {
    let release = Release::unpack();
    let mut files: Vec<String> = fs::read_dir(release.package())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let mut packed = BundlerProject::with_package_of(&release).packed().to_vec();
    packed.sort();
    assert_eq!(packed, files);
}

#[test]
fn servers_render_the_help_lines_and_define_no_element() {
    let html = "<footing-check lazy=\"false\">In danger now? Call 911.</footing-check>\n";
    assert_eq!(project().run("server.mjs", &[]), html.repeat(2));
}

#[test]
fn types_fit_react_and_vue_and_refuse_what_the_element_does_not_know() {
    let project = project();
    // The types of the manifest's format check the manifest.
    let manifest = fs::read_to_string(project.package().join("custom-elements.json")).unwrap();
    project.write(
        "manifest.ts",
        &format!(
            "import type {{ Package }} from \"custom-elements-manifest\";\nexport const manifest: Package = {manifest};\n"
        ),
    );
    let page = include_str!("../../../src/docs/embedding.md");
    for (file, fence) in [
        ("Documented.vue", "```vue\n"),
        ("documented.tsx", "```tsx\n"),
    ] {
        let (_, code) = page.split_once(fence).unwrap();
        project.write(file, code.split("```").next().unwrap());
    }
    project.run("node_modules/vue-tsc/bin/vue-tsc.js", &[]);
    for settings in ["tsconfig.react-18.json", "tsconfig.module.json"] {
        project.run("node_modules/typescript/bin/tsc", &["--project", settings]);
    }
}

#[test]
fn react_and_vue_pages_show_the_check_and_hear_its_events() {
    const PAGES: [&str; 2] = ["/react.html", "/vue.html"];
    let project = project();
    let check = Server::silent_on(&Environment::read().dist, &["/"]);
    let built = project.build(&check.url("/"));
    let host = Server::of_host(&built, Pages::default(), &[]);
    // A frame that is loading holds back the `load` event of its page.
    let session = Session::start_without_awaiting_load();
    for page in PAGES {
        session.visit(&host.url(page));
        session.wait_until("the frame", || session.embedded_frames() == 1);
        assert!(session.shows_help(), "{page}");
    }
    check.release();
    for page in PAGES {
        session.visit(&host.url(page));
        session.wait_for_embedded();
        let attributes: Vec<String> = session.read(
            "const check = document.querySelector('footing-check');
             return ['class', 'min-height', 'events', 'lazy'].map((name) => check.getAttribute(name));",
        );
        assert_eq!(
            attributes,
            ["wide", "600", "started finished", "false"],
            "{page}"
        );
        session.enter_embedded();
        session.wait_until_running();
        let _: Value =
            session.read("document.querySelector('button.primary').click(); return null;");
        session.leave_frame();
        session.wait_until("the events", || {
            let told: String = session.read("return document.querySelector('output').textContent");
            told == "footing:ready footing:started"
        });
        assert!(!session.shows_help(), "{page}");
        let mut console = session.console();
        console.retain(|line| line.level == "SEVERE");
        assert!(console.is_empty(), "{page}: {console:?}");
    }
}

/// The address of a folder may lack its slash; a wrong one leaves the help lines, and stops no script.
#[test]
fn wrong_address_warns_and_keeps_the_help_lines() {
    const RUN: &str = "<footing-check lazy='false'><p id='help'>Help</p></footing-check>
        <script type='module'>
            import { defineFootingCheck } from './index.js';
            for (const src of [SOURCES]) defineFootingCheck({ src });
            document.body.append(Object.assign(document.createElement('i'), { id: 'done' }));
        </script>";
    let project = project();
    let older = ("/footing-1.2.3/".to_owned(), host_page("Another version"));
    let check = Server::of_check(Site::Second, &Environment::read().dist, [older].into());
    let session = Session::start(Scripts::On);
    let warnings = |sources: &str| {
        let page = host_page(&RUN.replace("SOURCES", sources));
        let pages = [("/host.html".to_owned(), page)].into();
        let host = Server::of_host(&project.package(), pages, &[]);
        session.visit(&host.url("/host.html"));
        session.wait_for("the script to end", Locator::Css("#done"));
        let console = session.console();
        assert!(
            console.iter().all(|line| line.level != "SEVERE"),
            "{console:?}"
        );
        console.len()
    };
    let wrong = [
        "undefined",
        "''",
        "'https://'",
        "'javascript:0'",
        "'data:,'",
    ];
    assert_eq!(warnings(&wrong.join(", ")), wrong.len());
    assert!(session.shows_help());
    assert_eq!(session.embedded_frames(), 0);

    let folder = check.url("/");
    for named in ["", "/", "/index.html", "/embed.js"] {
        let source = format!("'{}'", check.url(named));
        // A second call with the same address is silent, another one is not.
        let sources = format!("{source}, {source}, '{}'", check.url("/footing-1.2.3"));
        assert_eq!(warnings(&sources), 1, "{named}");
        session.wait_for_embedded();
        assert_eq!(
            session.read_frame::<String>("return frame.src"),
            folder,
            "{named}"
        );
    }
    let pinned = check.url("/footing-1.2.3");
    assert_eq!(warnings(&format!("'{pinned}'")), 0);
    session.wait_until("the frame", || session.embedded_frames() == 1);
    let source: String = session.read_frame("return frame.src");
    assert_eq!(source, format!("{pinned}/"));
}
