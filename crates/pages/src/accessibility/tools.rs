//! The tools of the tests, with their versions from the lock files.

use command_support::failure::Failure;
use command_support::workspace::Workspace;
use serde_json::Value;

/// A tool of the tests.
#[derive(Debug)]
pub struct Tool {
    /// What it is called.
    pub name: &'static str,
    /// Its version; none where Debian decides.
    pub version: Option<String>,
    /// Who makes it, and what it does here.
    pub what: &'static str,
}

/// Lock file of the npm packages that the tests use.
const LOCK: &str = "xtask/npm/test/package-lock.json";

/// npm package, name, and what it does.
const PACKAGES: &[(&str, &str, &str)] = &[
    (
        "axe-core",
        "axe-core",
        "Deque's accessibility checker, with all its rules",
    ),
    (
        "accessibility-checker-engine",
        "IBM Equal Access (accessibility-checker-engine)",
        "IBM's accessibility checker, with its rules for WCAG 2.2 and IBM's own",
    ),
    (
        "vnu-jar",
        "Nu Html Checker (vnu-jar)",
        "the W3C's checker of HTML",
    ),
];

/// Reads all tools.
pub fn read(workspace: &Workspace) -> Result<Vec<Tool>, Failure> {
    let file = workspace.root().join(LOCK);
    let text = std::fs::read_to_string(&file).map_err(|error| unreadable(LOCK, &error))?;
    let lock: Value = serde_json::from_str(&text).map_err(|error| unreadable(LOCK, &error))?;
    let mut tools = Vec::new();
    for (package, name, what) in PACKAGES {
        let version = lock
            .get("packages")
            .and_then(|packages| packages.get(format!("node_modules/{package}")))
            .and_then(|package| package.get("version")?.as_str())
            .ok_or_else(|| unreadable(LOCK, &format!("it holds no version of {package}")))?;
        tools.push(Tool {
            name,
            version: Some(version.to_owned()),
            what,
        });
    }
    tools.push(Tool {
        name: "Chromium",
        version: None,
        what: "the browser that all of this runs in",
    });
    Ok(tools)
}

/// Reads the version of the release.
pub fn release(workspace: &Workspace) -> Result<String, Failure> {
    const MANIFEST: &str = "Cargo.toml";
    let text = std::fs::read_to_string(workspace.manifest())
        .map_err(|error| unreadable(MANIFEST, &error))?;
    let manifest: toml::Table =
        toml::from_str(&text).map_err(|error| unreadable(MANIFEST, &error))?;
    let version = manifest
        .get("package")
        .and_then(|package| package.get("version")?.as_str());
    version
        .map(str::to_owned)
        .ok_or_else(|| unreadable(MANIFEST, &"it names no version"))
}

fn unreadable(name: &str, error: &dyn std::fmt::Display) -> Failure {
    Failure::work(
        format!("{name} cannot be read: {error}."),
        "Restore it from git, then build again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_that_are_installed() {
        let workspace = Workspace::find().unwrap();
        let wanted = std::fs::read_to_string(workspace.root().join("xtask/npm/test/package.json"));
        let wanted: Value = serde_json::from_str(&wanted.unwrap()).unwrap();
        let tools = read(&workspace).unwrap();
        for ((package, ..), tool) in PACKAGES.iter().zip(&tools) {
            let version = wanted.get("dependencies").unwrap().get(package).unwrap();
            assert_eq!(version.as_str(), tool.version.as_deref(), "{package}");
        }
        assert_eq!(tools.len(), PACKAGES.len() + 1);
    }
}
