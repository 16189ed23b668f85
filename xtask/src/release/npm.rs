//! The npm package of a release, in `npm/`: the element of `static/embed.js` as an ES module, and its types.
//!
//! The module is made of the script itself, between two marks, so that the two cannot differ. Pages that load
//! `embed.js` need nothing of it.

use super::{Files, read, source};
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Folder of the package in the release.
const FOLDER: &str = "npm/";

/// Files of the package that are written by hand. The first names the version.
const WRITTEN: [(&str, &str); 6] = [
    (
        "package.json",
        include_str!("../../release/npm/package.json"),
    ),
    (
        "custom-elements.json",
        include_str!("../../release/npm/custom-elements.json"),
    ),
    ("index.d.ts", include_str!("../../release/npm/index.d.ts")),
    ("react.d.ts", include_str!("../../release/npm/react.d.ts")),
    ("vue.d.ts", include_str!("../../release/npm/vue.d.ts")),
    ("README.md", include_str!("../../release/npm/README.md")),
];

/// The module without the element.
const MODULE: &str = include_str!("../../release/npm/index.js");

/// Line of the module that the element replaces.
const ELEMENT: &str = "  // {element}\n";

/// Lines of `embed.js` around the element, by their beginnings.
const BEGIN: &str = "  // The module of the npm package begins here";
const END: &str = "  // The module of the npm package ends here";

/// Adds the package.
pub(super) fn add(workspace: &Workspace, version: &str, packed: &mut Files) -> Result<(), Failure> {
    for (name, bytes) in files(workspace, version)? {
        packed.insert(format!("{FOLDER}{name}"), bytes);
    }
    Ok(())
}

/// The files of the package, without the folder.
fn files(workspace: &Workspace, version: &str) -> Result<Files, Failure> {
    let mut files: Files = WRITTEN
        .map(|(name, text)| {
            (
                name.to_owned(),
                text.replace("{version}", version).into_bytes(),
            )
        })
        .into();
    let script = read(&workspace.fixed("embed.js"))?;
    let module = module(&String::from_utf8_lossy(&script))?;
    files.insert("index.js".into(), module.into_bytes());
    files.insert("LICENSE".into(), read(&source(workspace, "LICENSE"))?);
    Ok(files)
}

/// Makes the module of the script.
fn module(script: &str) -> Result<String, Failure> {
    let begun = script.split_once(BEGIN);
    let element = begun.and_then(|(_, rest)| rest.split_once('\n')?.1.split_once(END));
    element
        .map(|(element, _)| MODULE.replacen(ELEMENT, element, 1))
        .ok_or_else(|| {
            Failure::work(
                "static/embed.js does not mark where the module of the npm package begins and ends.",
                format!("Write the lines '{BEGIN}' and '{END}' around the element."),
            )
        })
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;

    fn package() -> Files {
        files(&Workspace::find().unwrap(), "1.2.3").unwrap()
    }

    fn text(files: &Files, name: &str) -> String {
        String::from_utf8(files[name].clone()).unwrap()
    }

    fn json(files: &Files, name: &str) -> Value {
        serde_json::from_str(&text(files, name)).unwrap()
    }

    /// Text between two others.
    fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
        let (_, rest) = text.split_once(begin).unwrap();
        rest.split_once(end).unwrap().0
    }

    /// A list of strings in `embed.js`.
    fn list(name: &str) -> BTreeSet<String> {
        let script = include_str!("../../../static/embed.js");
        let list = between(script, &format!("const {name} = ["), "];").split(", ");
        list.map(|one| one.trim_matches('"').to_owned()).collect()
    }

    fn events() -> BTreeSet<String> {
        let told = list("TELLS").into_iter();
        told.map(|name| format!("footing:{name}")).collect()
    }

    /// Names of the members of an interface in `index.d.ts`.
    fn members(interface: &str) -> BTreeSet<String> {
        let types = include_str!("../../release/npm/index.d.ts");
        let body = between(types, &format!("interface {interface} {{\n"), "\n}\n");
        let lines = body.lines().map(str::trim);
        let named = lines.filter(|line| !line.starts_with("/**"));
        named
            .map(|line| {
                let (name, _) = line.rsplit_once(": ").unwrap();
                name.trim_end_matches('?').trim_matches('"').to_owned()
            })
            .collect()
    }

    fn element() -> Value {
        let manifest = json(&package(), "custom-elements.json");
        let declarations = manifest["modules"][0]["declarations"].as_array().unwrap();
        let mut elements = declarations.iter().filter(|one| one["kind"] == "class");
        elements.next().unwrap().clone()
    }

    fn names(list: &Value) -> BTreeSet<String> {
        let list = list.as_array().unwrap().iter();
        list.map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn the_package_is_in_the_release_with_all_that_it_names() {
        let mut packed = Files::new();
        add(&Workspace::find().unwrap(), "1.2.3", &mut packed).unwrap();
        let names: Vec<&str> = packed.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "npm/LICENSE",
                "npm/README.md",
                "npm/custom-elements.json",
                "npm/index.d.ts",
                "npm/index.js",
                "npm/package.json",
                "npm/react.d.ts",
                "npm/vue.d.ts",
            ]
        );
        let manifest = json(&package(), "package.json");
        assert_eq!(manifest["version"], "1.2.3");
        let exports = manifest["exports"].as_object().unwrap().values();
        let paths = exports.flat_map(|one| match one.as_object() {
            Some(conditions) => conditions.values().cloned().collect(),
            None => vec![one.clone()],
        });
        for path in paths {
            let path = path.as_str().unwrap().trim_start_matches("./");
            assert!(packed.contains_key(&format!("{FOLDER}{path}")), "{path}");
        }
    }

    #[test]
    fn the_license_is_the_projects_and_nothing_else_is_needed() {
        let manifest = json(&package(), "package.json");
        let root = include_str!("../../../Cargo.toml");
        let license = between(root, "\nlicense = \"", "\"\n");
        assert_eq!(manifest["license"], license);
        for kind in [
            "dependencies",
            "peerDependencies",
            "optionalDependencies",
            "scripts",
        ] {
            assert!(manifest[kind].is_null(), "{kind}");
        }
    }

    #[test]
    fn types_and_manifest_have_the_attributes_and_events_of_the_script() {
        let element = element();
        assert_eq!(names(&element["attributes"]), list("OPTIONS"));
        assert_eq!(members("FootingCheckAttributes"), list("OPTIONS"));
        assert_eq!(names(&element["events"]), events());
        assert_eq!(members("FootingCheckEventMap"), events());
        let page = include_str!("../../../src/docs/embedding.md");
        let options = between(page, "\n## Options\n", "\n## ");
        let rows = options.lines().filter_map(|line| line.strip_prefix("| `"));
        let named = rows.filter_map(|row| Some(row.split_once('`')?.0.to_owned()));
        assert_eq!(named.collect::<BTreeSet<_>>(), list("OPTIONS"));
        for event in events() {
            assert!(options.contains(&format!("`{event}`")), "{event}");
        }
    }

    /// The properties and methods that a test in a browser finds (`public_api_matches_the_golden_file`).
    #[test]
    fn types_and_manifest_have_the_properties_and_methods_of_the_element() {
        let api = include_str!("../../../tests/e2e/tests/fixtures/embed-api.txt");
        let found = api.lines().filter_map(|line| {
            let (kind, name) = line.split_once(' ')?;
            ["property", "method"]
                .contains(&kind)
                .then(|| name.to_owned())
        });
        let expected: BTreeSet<String> = found.collect();
        assert_eq!(names(&element()["members"]), expected);
        let types = include_str!("../../release/npm/index.d.ts");
        let body = between(
            types,
            "FootingCheckElement extends HTMLElement {\n",
            "\n}\n",
        );
        for name in expected {
            let is_declared = [format!("  {name}: "), format!("  {name}(): ")]
                .iter()
                .any(|line| body.contains(line));
            assert!(is_declared, "{name}");
        }
    }

    /// The whole element, and nothing of a classic script: neither a global nor the watch over plain elements.
    #[test]
    fn the_module_holds_the_element_of_the_script() {
        let script = include_str!("../../../static/embed.js");
        let element = between(script, "const VERSION", "customElements.define");
        let module = text(&package(), "index.js");
        assert!(module.contains(element));
        assert!(module.contains("customElements.define(NAME, FootingCheck);\n};\n"));
        for foreign in ["currentScript", "data-footing", "{element}"] {
            assert!(!module.contains(foreign), "{foreign}");
        }
    }

    #[test]
    fn a_script_without_marks_is_refused_with_advice() {
        let told = module("(() => {})();").unwrap_err().to_string();
        assert!(
            told.contains("does not mark") && told.contains(BEGIN),
            "{told}"
        );
    }
}
