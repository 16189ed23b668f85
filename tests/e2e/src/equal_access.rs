//! IBM's Equal Access accessibility checker, a second opinion beside axe-core.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::page_tool::PageTool;
use crate::session::Session;

/// Findings that are no faults, each with its reason.
const NO_FAULTS: &str = include_str!("../no-faults.toml");

/// Something the checker calls a failure, or a possible one.
#[derive(Clone, Debug, Deserialize)]
pub struct Finding {
    /// Rule id, such as `input_label_visible`.
    pub rule: String,
    /// What is wrong, in the checker's words.
    pub message: String,
    /// The element as HTML.
    pub snippet: String,
    /// Position in the list of what is no fault.
    no_fault: Option<usize>,
}

/// Findings of one rule that are no faults.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoFault {
    /// Rule id.
    pub rule: String,
    /// CSS selector that the element matches.
    pub element: String,
    /// Why people meet no barrier here.
    pub reason: String,
}

/// A rule that is not run.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LeftOut {
    rule: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    no_fault: Vec<NoFault>,
    left_out: Vec<LeftOut>,
}

/// Which entries of the list of what is no fault have occurred, on all pages together.
#[derive(Debug)]
pub struct Occurred {
    no_faults: Vec<NoFault>,
    left_out: Vec<LeftOut>,
    positions: Mutex<BTreeSet<usize>>,
}

impl Default for Occurred {
    fn default() -> Occurred {
        let List { no_fault, left_out } = read_list(NO_FAULTS);
        Occurred {
            no_faults: no_fault,
            left_out,
            positions: Mutex::default(),
        }
    }
}

impl Occurred {
    /// Entries that nothing matched: they describe what is not there anymore.
    pub fn outdated(&self) -> Vec<&NoFault> {
        let positions = self
            .positions
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let entries = self.no_faults.iter().enumerate();
        entries
            .filter(|(position, _)| !positions.contains(position))
            .map(|(_, entry)| entry)
            .collect()
    }
}

/// The checker, in every page that a session opens.
#[derive(Debug)]
pub struct EqualAccess<'a> {
    session: &'a Session,
    tool: PageTool,
}

impl<'a> EqualAccess<'a> {
    /// Installs the checker in every page that is opened from now on.
    pub fn install(session: &'a Session) -> EqualAccess<'a> {
        let tool = PageTool::install(session, "accessibility-checker-engine/ace.js");
        EqualAccess { session, tool }
    }

    /// Checks the page against all rules, and returns what is a fault. What the list says to be none is noted
    /// in `occurred`.
    pub fn check(&self, occurred: &Occurred) -> Vec<Finding> {
        let findings: Vec<Finding> = self.tool.read_later(
            self.session,
            CHECK,
            &[json!(occurred.no_faults), json!(occurred.left_out)],
        );
        let (no_faults, faults): (Vec<_>, Vec<_>) =
            findings.into_iter().partition(|one| one.no_fault.is_some());
        let positions = no_faults.iter().filter_map(|one| one.no_fault);
        occurred
            .positions
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend(positions);
        faults
    }
}

/// Takes violations, certain and possible ones. Recommendations go beyond WCAG, and some against it: they advise
/// against telling an older browser that a list is one.
const CHECK: &str = "
    const [noFaults, leftOut, done] = arguments;
    const elementAt = (path) => document.evaluate(path, document, null, 9, null).singleNodeValue;
    const isFinding = ({ value: [policy, outcome] }) =>
        policy === 'VIOLATION' && (outcome === 'FAIL' || outcome === 'POTENTIAL');
    const checker = new ace.Checker();
    const rules = checker.getGuidelines().find(({ id }) => id === 'IBM_Accessibility');
    const missing = new Set(leftOut.map(({ rule }) => rule));
    const isRun = ({ id }) => !leftOut.some(({ rule }) => rule === id && (missing.delete(rule), true));
    rules.id = 'chosen';
    for (const checkpoint of rules.checkpoints) checkpoint.rules = checkpoint.rules.filter(isRun);
    if (missing.size) return done(`no such rule: ${[...missing]}`);
    checker.addGuideline(rules);
    checker.check(document, ['chosen']).then(
        ({ results }) => done(results.filter(isFinding).map(({ ruleId, message, snippet, path }) => {
            const element = elementAt(path.dom);
            const position = noFaults.findIndex((one) => one.rule === ruleId && element?.matches(one.element));
            return { rule: ruleId, message, snippet, no_fault: position < 0 ? null : position };
        })),
        (error) => done(String(error)));
";

fn read_list(text: &str) -> List {
    let list: List = toml::from_str(text).unwrap();
    let reasons = list.no_fault.iter().map(|one| (&one.rule, &one.reason));
    let others = list.left_out.iter().map(|one| (&one.rule, &one.reason));
    for (rule, reason) in reasons.chain(others) {
        assert!(reason.len() > 20, "{rule}: no reason");
    }
    list
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding {
            rule,
            message,
            snippet,
            ..
        } = self;
        write!(formatter, "{message} ({rule})\n    {snippet}")
    }
}
