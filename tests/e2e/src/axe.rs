//! The accessibility checker.

use std::fmt;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::environment::npm;
use crate::session::Session;

/// A rule that the page breaks, and where.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The name of the rule.
    pub id: String,
    /// What the rule says.
    pub help: String,
    /// Where it is broken.
    pub nodes: Vec<Place>,
}

/// An element that breaks a rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// How to find it.
    pub target: Value,
    /// What to mend.
    pub failure_summary: String,
}

/// The checker, at hand in every page that a browser opens.
#[derive(Debug)]
pub struct Axe<'a> {
    session: &'a Session,
}

impl<'a> Axe<'a> {
    /// Brings the checker into every page that is opened from now on.
    pub fn bring(session: &'a Session) -> Axe<'a> {
        let file = npm("axe-core/axe.min.js");
        let script = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        session.bring(&script);
        Axe { session }
    }

    /// Holds the page to every rule.
    pub fn check(&self) -> Vec<Violation> {
        self.run("html", json!({}))
    }

    /// Holds one part of a page to every rule, where the rest is somebody else's.
    pub fn check_within(&self, part: &str) -> Vec<Violation> {
        self.run(part, json!({}))
    }

    /// Holds the page to one rule.
    pub fn check_only(&self, rule: &str) -> Vec<Violation> {
        self.run(
            "html",
            json!({ "runOnly": { "type": "rule", "values": [rule] } }),
        )
    }

    fn run(&self, part: &str, options: Value) -> Vec<Violation> {
        self.session.read_later(
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
        for Place {
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
