//! An SBOM in CycloneDX 1.6 format.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::tree::{Package, Tree};

/// How a package is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Compiled into the modules.
    Shipped,
    /// Used only at build time.
    BuiltWith,
}

impl Scope {
    /// CycloneDX scope name.
    fn word(self) -> &'static str {
        match self {
            Self::Shipped => "required",
            Self::BuiltWith => "excluded",
        }
    }
}

/// Builds the whole document. Returns `None` if the tree has no license for its root.
pub fn document(
    tree: &Tree,
    scopes: &BTreeMap<Package, Scope>,
    checksums: &BTreeMap<Package, String>,
    rust: &str,
) -> Option<String> {
    let root = &tree.root;
    let mut components: Vec<Value> = scopes
        .iter()
        .filter(|(package, _)| *package != root)
        .map(|(package, scope)| {
            let mut component = component("library", package, tree.license(package)?);
            let fields = component.as_object_mut()?;
            fields.insert("scope".into(), scope.word().into());
            if let Some(checksum) = checksums.get(package) {
                let hash = json!([{ "alg": "SHA-256", "content": checksum }]);
                fields.insert("hashes".into(), hash);
            }
            Some(component)
        })
        .collect::<Option<_>>()?;
    components.push(standard_library(rust));
    let dependencies: Vec<Value> = tree
        .needs()
        .map(|(package, needs)| {
            let on: BTreeSet<String> = needs.iter().map(address).collect();
            json!({ "ref": address(package), "dependsOn": on })
        })
        .collect();
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": component("application", root, tree.license(root)?),
            "properties": [{ "name": "footing:target", "value": super::TARGET }],
        },
        "components": components,
        "dependencies": dependencies,
    });
    let text = serde_json::to_string_pretty(&document).ok()?;
    Some(text + "\n")
}

fn component(kind: &str, package: &Package, license: &str) -> Value {
    let Package { name, version } = package;
    json!({
        "type": kind,
        "bom-ref": address(package),
        "name": name,
        "version": version,
        "licenses": [{ "expression": license }],
        "purl": address(package),
    })
}

/// Rust's standard library: no crate lists it, and every module contains part of it.
fn standard_library(rust: &str) -> Value {
    let address = format!("pkg:generic/rust-std@{rust}");
    json!({
        "type": "library",
        "bom-ref": address,
        "name": "rust-std",
        "version": rust,
        "scope": Scope::Shipped.word(),
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "purl": address,
    })
}

/// Package URL (purl), with `+` percent-encoded because it has a special meaning there.
fn address(package: &Package) -> String {
    let Package { name, version } = package;
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_with_a_plus_sign_has_an_address() {
        let package = Package {
            name: "toml".into(),
            version: "0.9.12+spec-1.1.0".into(),
        };
        assert_eq!(address(&package), "pkg:cargo/toml@0.9.12%2Bspec-1.1.0");
    }
}
