//! The axe-core accessibility checker.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::page_tool::PageTool;
use crate::session::Session;

/// Rule that the page breaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// Rule id, such as `color-contrast`.
    pub id: String,
    /// What the rule requires.
    pub help: String,
    /// Elements that break the rule.
    pub nodes: Vec<Node>,
}

/// Element that breaks a rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// Selectors that find the element.
    pub target: Value,
    /// How to fix the element.
    pub failure_summary: String,
}

/// axe-core, in every page that a session opens.
#[derive(Debug)]
pub struct Axe<'a> {
    session: &'a Session,
    tool: PageTool,
}

impl<'a> Axe<'a> {
    /// Installs axe-core in every page that is opened from now on.
    pub fn install(session: &'a Session) -> Axe<'a> {
        let tool = PageTool::install(session, "axe-core/axe.min.js");
        Axe { session, tool }
    }

    /// Checks the page against all rules.
    pub fn check(&self) -> Vec<Violation> {
        self.run("html", json!({}))
    }

    /// Checks one element against all rules, for pages that are partly not ours.
    pub fn check_within(&self, part: &str) -> Vec<Violation> {
        self.run(part, json!({}))
    }

    /// Checks the page against one rule.
    pub fn check_only(&self, rule: &str) -> Vec<Violation> {
        self.run(
            "html",
            json!({ "runOnly": { "type": "rule", "values": [rule] } }),
        )
    }

    fn run(&self, part: &str, options: Value) -> Vec<Violation> {
        self.tool.read_later(
            self.session,
            "const [part, options, done] = arguments;
             axe.run(document.querySelector(part), { resultTypes: ['violations'], ...options })
                .then((results) => done(results.violations), (error) => done(String(error)));",
            &[json!(part), options],
        )
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ({})", self.help, self.id)?;
        for Node {
            target,
            failure_summary,
        } in &self.nodes
        {
            write!(
                formatter,
                "\n    {target}: {}",
                failure_summary.replace('\n', "\n      ")
            )?;
        }
        Ok(())
    }
}
