//! Dependencies between packages, as `architecture.md` lists them, and their lints.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{read, sources};
use crate::{assert_none, document};

/// Crates that give access to the web platform.
const BROWSER_CRATES: &[&str] = &["yew", "gloo", "web-sys", "js-sys", "wasm-bindgen"];

/// Packages that may depend on them, directly or transitively: the pages and what renders them.
const BROWSER_PACKAGES: &[&str] = &[
    "bench",
    "e2e",
    "edge",
    "footing",
    "html",
    "pages",
    "same-core",
    "setup",
    "specimens",
    "workbench",
];

/// Keeps the web platform out of all other packages.
#[test]
fn only_the_pages_depend_on_the_web_platform() {
    let packages = packages();
    let mut reached: BTreeSet<String> = BROWSER_CRATES.iter().map(|name| (*name).into()).collect();
    loop {
        let more: Vec<String> = packages
            .iter()
            .filter(|(name, needs)| !reached.contains(*name) && !needs.is_disjoint(&reached))
            .map(|(name, _)| name.clone())
            .collect();
        if more.is_empty() {
            break;
        }
        reached.extend(more);
    }
    let found: Vec<&str> = packages
        .keys()
        .map(String::as_str)
        .filter(|name| reached.contains(*name))
        .collect();
    assert_eq!(found, BROWSER_PACKAGES);
}

/// The table "The packages" of `src/docs/architecture.md` has one row per package with all its
/// dependencies.
#[test]
fn package_table_matches_the_manifests() {
    let text = document("src/docs/architecture.md");
    let rows = text.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| `")?.split(" | ").collect();
        let [name, _, needs] = cells.as_slice() else {
            return None;
        };
        let listed = needs.split('`').skip(1).step_by(2).map(str::to_owned);
        Some((name.trim_end_matches('`').to_owned(), listed.collect()))
    });
    let table: BTreeMap<String, BTreeSet<String>> = rows.collect();
    let mut packages = packages();
    // A separate workspace.
    packages.remove("footing-fuzz");
    let own: BTreeSet<String> = packages.keys().cloned().collect();
    for needs in packages.values_mut() {
        needs.retain(|name| own.contains(name));
    }
    assert_eq!(table, packages);
}

/// Dependencies and build dependencies of every package, without dev-dependencies.
fn packages() -> BTreeMap<String, BTreeSet<String>> {
    let manifests = sources("", &["toml"]).filter(|file| file.name.ends_with("Cargo.toml"));
    let packages = manifests.filter_map(|file| {
        let manifest: toml::Table = file.text.parse().unwrap();
        let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
        let of = |kind: &str| manifest.get(kind).and_then(toml::Value::as_table);
        let kinds = ["dependencies", "build-dependencies"].into_iter();
        let needs = kinds.filter_map(of).flat_map(|needs| needs.keys().cloned());
        Some((name, needs.collect()))
    });
    packages.collect()
}

/// The lint is set in every package, so that the compiler enforces it.
#[test]
fn every_package_forbids_unsafe_code() {
    let forbids = |lints: Option<&toml::Value>| {
        let level = lints.and_then(|lints| lints.get("rust")?.get("unsafe_code")?.as_str());
        level == Some("forbid")
    };
    let whole: toml::Table = read("Cargo.toml").parse().unwrap();
    assert!(forbids(whole["workspace"].get("lints")));
    let mut wrong = Vec::new();
    let mut packages = 0;
    for file in sources("", &["toml"]).filter(|file| file.name.ends_with("Cargo.toml")) {
        let manifest: toml::Table = file.text.parse().unwrap();
        let lints = manifest.get("lints");
        let inherits = lints.and_then(|lints| lints.get("workspace")?.as_bool());
        let forbidden = inherits == Some(true) || forbids(lints);
        packages += 1;
        if !forbidden {
            wrong.push(format!("{} does not forbid unsafe code", file.name));
        }
    }
    assert!(packages >= 4, "only {packages} packages were found");
    assert_none(&wrong);
}
