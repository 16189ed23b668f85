//! Builds a tree of nodes, one call after the other.

use std::rc::Rc;

use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

use super::shape::Shape;

/// Builds a tree of nodes. No method is generic or inlined: that keeps the module small.
#[derive(Debug)]
pub struct Pen {
    above: Vec<Open>,
    open: Open,
    plan: &'static str,
}

/// An open element or list.
#[derive(Debug, Default)]
struct Open {
    /// `None` for a list.
    shape: Option<&'static Shape>,
    key: Option<Key>,
    node_ref: NodeRef,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    children: Vec<VNode>,
}

impl Pen {
    /// Creates a pen for one node. The plan says what is static in it, one part after the other:
    ///
    /// - an element (see `Shape::of`), or `"` and a text, up to the end of the line,
    /// - `>`, the end of an element or list; `[`, a list; `_`, an empty node,
    /// - `*`, a value, which a call of one of the other methods adds,
    /// - `?`, `:` and `;` around two branches, see [`Pen::branch`].
    #[inline(never)]
    pub fn new(plan: &'static str) -> Pen {
        Pen {
            above: Vec::new(),
            open: Open::default(),
            plan,
        }
    }

    /// Draws what is static up to the next value or branch.
    #[inline(never)]
    pub fn next(&mut self) {
        loop {
            let (part, rest) = part(self.plan);
            self.plan = rest;
            match part {
                "" | "*" | "?" => return,
                ">" => self.close(),
                "[" => self.push(Open::default()),
                "_" => self.nothing(),
                ":" => self.skip(),
                ";" => {}
                line => match line.strip_prefix('"') {
                    Some(text) => self.text(AttrValue::Static(text)),
                    None => self.element(line),
                },
            }
        }
    }

    /// Goes on with the first of two branches, or with the second.
    #[inline(never)]
    pub fn branch(&mut self, first: bool) {
        self.next();
        if !first {
            self.skip();
        }
    }

    /// Leaves out a branch.
    fn skip(&mut self) {
        let mut depth = 0_u32;
        loop {
            let (part, rest) = part(self.plan);
            self.plan = rest;
            match part {
                "" => return,
                ":" | ";" if depth == 0 => return,
                "?" => depth += 1,
                ";" => depth -= 1,
                _ => {}
            }
        }
    }

    /// Returns what was drawn: the only node, or a list.
    #[inline(never)]
    pub fn done(mut self) -> Html {
        self.next();
        match self.open.children.pop() {
            Some(only) if self.open.children.is_empty() => only,
            last => {
                self.open.children.extend(last);
                list_of(self.open.children, None)
            }
        }
    }

    fn element(&mut self, text: &'static str) {
        let shape = Shape::of(text);
        self.push(Open {
            shape: Some(shape),
            ..Open::default()
        });
        if shape.fixed.is_none() {
            self.fixed();
        }
    }

    /// Opens a list.
    #[inline(never)]
    pub fn list(&mut self) {
        self.push(Open::default());
    }

    #[inline(never)]
    fn push(&mut self, open: Open) {
        self.above.push(std::mem::replace(&mut self.open, open));
    }

    /// Adds the static values up to the next attribute whose value follows.
    fn fixed(&mut self) {
        let Open { shape, values, .. } = &mut self.open;
        let of_shape = shape.map_or(&[][..], |shape| shape.values);
        let next = of_shape.iter().skip(values.len());
        values.extend(next.map_while(|value| {
            value.map(|value| Some(AttributeOrProperty::Attribute(AttrValue::Static(value))))
        }));
    }

    /// Adds the value of the next attribute that has none; `None` leaves it out.
    #[inline(never)]
    pub fn attribute(&mut self, value: Option<AttrValue>) {
        self.next();
        let values = &mut self.open.values;
        values.push(value.map(AttributeOrProperty::Attribute));
        self.fixed();
    }

    /// Sets the key.
    #[inline(never)]
    pub fn key(&mut self, key: Key) {
        self.next();
        self.open.key = Some(key);
    }

    /// Sets what refers to the element in the page.
    #[inline(never)]
    pub fn node_ref(&mut self, node_ref: NodeRef) {
        self.next();
        self.open.node_ref = node_ref;
    }

    /// Sets whether a field is checked.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.next();
        self.open.checked = Some(checked);
    }

    /// Sets the value of a field.
    #[inline(never)]
    pub fn value(&mut self, value: Option<AttrValue>) {
        self.next();
        self.open.value = value;
    }

    /// Adds a listener.
    #[inline(never)]
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.next();
        self.open.listeners.push(Some(listener));
    }

    /// Closes the innermost element or list.
    #[inline(never)]
    pub fn close(&mut self) {
        let Some(above) = self.above.pop() else {
            return;
        };
        let open = std::mem::replace(&mut self.open, above);
        self.open.children.push(node_of(open));
    }

    /// Adds a node.
    #[inline(never)]
    pub fn node(&mut self, node: VNode) {
        self.open.children.push(node);
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(&mut self, text: AttrValue) {
        self.open.children.push(VNode::VText(VText::new(text)));
    }

    /// Adds an empty node, so that its neighbors stay at their positions.
    #[inline(never)]
    pub fn nothing(&mut self) {
        self.open.children.push(VNode::default());
    }
}

/// Splits the first part off a plan, without the end of its line.
fn part(plan: &'static str) -> (&'static str, &'static str) {
    if plan.starts_with(['>', '[', '_', '*', '?', ':', ';']) {
        plan.split_at(1)
    } else {
        plan.split_once('\n').unwrap_or((plan, ""))
    }
}

fn list_of(children: Vec<VNode>, key: Option<Key>) -> VNode {
    VNode::VList(Rc::new(VList::with_children(children, key)))
}

fn node_of(open: Open) -> VNode {
    let Some(shape) = open.shape else {
        return list_of(open.children, open.key);
    };
    let attributes = match shape.fixed {
        Some(fixed) => Attributes::Static(fixed),
        None => Attributes::Dynamic {
            keys: shape.names,
            values: open.values.into_boxed_slice(),
        },
    };
    let listeners = if open.listeners.is_empty() {
        Listeners::None
    } else {
        Listeners::Pending(open.listeners.into_boxed_slice())
    };
    let node_ref = open.node_ref;
    let tag = match shape.tag {
        "input" => VTag::__new_input(
            open.value,
            open.checked,
            node_ref,
            open.key,
            attributes,
            listeners,
        ),
        "textarea" => {
            VTag::__new_textarea(open.value, None, node_ref, open.key, attributes, listeners)
        }
        tag => {
            let children = list_of(open.children, None);
            let tag = AttrValue::Static(tag);
            VTag::__new_other(tag, node_ref, open.key, attributes, listeners, children)
        }
    };
    VNode::VTag(Rc::new(tag))
}
