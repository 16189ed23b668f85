//! Accessibility trees: what a screen reader is told of a screen, role by role, as reviewed snapshots.
//!
//! After a wanted change `SNAPSHOTS=overwrite` writes them anew; read the difference as a listener would.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use e2e::{Environment, Scripts, Session, Specimens};
use serde_json::{Value, json};

/// One screen of each kind.
const SCREENS: [&str; 11] = [
    "start",
    "start-failed",
    "question-right-now-notice",
    "question-thoughts-someone-else",
    "question-use-drinking",
    "help-emergency",
    "standing-open",
    "review-with-gaps",
    "result-emergency",
    "result-iop-closed",
    "result-under-18-closed",
];

/// Roles that say nothing by themselves, or repeat the text of what they are in.
const SILENT: [&str; 8] = [
    "none",
    "generic",
    "InlineTextBox",
    "LineBreak",
    "paragraph",
    "ListMarker",
    "LabelText",
    "Legend",
];

/// States that are read out.
const STATES: [&str; 7] = [
    "level", "checked", "expanded", "disabled", "required", "invalid", "pressed",
];

#[test]
fn trees_are_as_reviewed() {
    let specimens = Specimens::serve(&Environment::read().dist);
    let session = Session::start(Scripts::On);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/accessibility");
    let known = specimens.names.iter().chain(&specimens.closed_results);
    let known: Vec<&String> = known.collect();
    for screen in SCREENS {
        assert!(
            known.iter().any(|name| *name == screen),
            "{screen} of {known:?}"
        );
        session.visit(&specimens.url(screen));
        let tree = tree(&session);
        let file = folder.join(format!("{screen}.txt"));
        snapbox::Assert::new()
            .action_env("SNAPSHOTS")
            .eq(tree, snapbox::Data::read_from(&file, None));
    }
}

/// The tree of the page, a line for each role with its name and states.
fn tree(session: &Session) -> String {
    let answer = session.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = answer["nodes"].as_array().unwrap();
    let by_id: BTreeMap<&str, &Value> = nodes
        .iter()
        .map(|node| (node["nodeId"].as_str().unwrap(), node))
        .collect();
    let mut text = String::new();
    write(nodes.first().unwrap(), &by_id, 0, "", &mut text);
    text
}

/// Writes a node and what is in it. `above` is the name of what it is in: its own text is not read twice.
fn write(
    node: &Value,
    nodes: &BTreeMap<&str, &Value>,
    depth: usize,
    above: &str,
    text: &mut String,
) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let is_ignored = node["ignored"] == json!(true);
    let is_repeated =
        role == "StaticText" && (name.trim().is_empty() || above.contains(name.trim()));
    let is_said = !is_ignored && !SILENT.contains(&role) && !is_repeated;
    if is_said {
        let states: Vec<String> = node["properties"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|one| {
                let state = STATES.iter().find(|state| one["name"] == json!(state))?;
                let value = &one["value"]["value"];
                let is_off = *value == json!("false") || *value == json!(false);
                // That something is closed is read out, that it is not checked is not news.
                let is_told = !is_off || *state == "expanded";
                (is_told && role != "listitem").then(|| format!(" {state}={value}"))
            })
            .collect();
        let described = node["description"]["value"].as_str().unwrap_or_default();
        let described = if described.is_empty() {
            String::new()
        } else {
            format!(" described as {described:?}")
        };
        let indent = "  ".repeat(depth);
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{indent}{role} {name:?}{}{described}",
            states.concat()
        );
    }
    if role == "StaticText" {
        return;
    }
    let depth = depth + usize::from(is_said);
    let mut above = if is_said { name } else { above };
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.get(child.as_str().unwrap()) {
            write(child, nodes, depth, above, text);
            if role == "LabelText" {
                // Its words stand beside its field, which has them as its name.
                above = child["name"]["value"].as_str().unwrap_or(above);
            }
        }
    }
}
