//! Disjunction over rules as a segment tree, so that updating one rule is cheap.

use std::rc::Rc;

use biodivine_lib_bdd::Bdd;

/// Segment tree of disjunctions: leaves are rules in order; a node is the "or" of its two children.
#[derive(Clone)]
pub struct Disjunction {
    /// The root at 1, the children of `n` at `2n` and `2n + 1`, the leaves in the second half.
    nodes: Vec<Option<Rc<Bdd>>>,
}

impl Disjunction {
    /// Creates an empty disjunction over this many rules.
    pub fn of(rules: usize) -> Disjunction {
        Disjunction {
            nodes: vec![None; rules.saturating_mul(2)],
        }
    }

    /// Sets the formula of one rule; `None` if the rule does not contribute.
    pub fn set(&mut self, rule: usize, fires: Option<&Rc<Bdd>>) {
        let mut position = rule.saturating_add(self.nodes.len() / 2);
        if let Some(leaf) = self.nodes.get_mut(position) {
            *leaf = fires.cloned();
        }
        while position > 1 {
            position /= 2;
            let left = self.node(position.saturating_mul(2));
            let right = self.node(position.saturating_mul(2).saturating_add(1));
            let joined = match (left, right) {
                (Some(left), Some(right)) => Some(Rc::new(left.or(right))),
                (one, other) => one.or(other).cloned(),
            };
            if let Some(node) = self.nodes.get_mut(position) {
                *node = joined;
            }
        }
    }

    /// At least one of the rules fires.
    pub fn holds(&self) -> Option<&Bdd> {
        // The root of a one-leaf tree is the leaf.
        self.node(1).map(Rc::as_ref)
    }

    fn node(&self, position: usize) -> Option<&Rc<Bdd>> {
        self.nodes.get(position).and_then(Option::as_ref)
    }
}
