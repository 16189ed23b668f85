//! Builds a tree of nodes, one call after the other.

use std::rc::Rc;

use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

/// Static attributes: their names and values.
type StaticAttributes = &'static [(&'static str, AttributeOrProperty)];

/// Builds a tree of nodes. No method is generic or inlined: that keeps the module small.
#[derive(Debug)]
pub struct Pen {
    above: Vec<Open>,
    open: Open,
}

/// An open element or list.
#[derive(Debug, Default)]
struct Open {
    /// `None` for a list.
    tag: Option<&'static str>,
    key: Option<Key>,
    node_ref: NodeRef,
    fixed: StaticAttributes,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    children: Vec<VNode>,
}

impl Default for Pen {
    fn default() -> Pen {
        Pen::new()
    }
}

impl Pen {
    /// Creates a pen for one node.
    #[inline(never)]
    pub fn new() -> Pen {
        Pen {
            above: Vec::new(),
            open: Open::default(),
        }
    }

    /// Returns what was drawn: the only node, or a list.
    #[inline(never)]
    pub fn done(mut self) -> Html {
        while !self.above.is_empty() {
            self.close();
        }
        match self.open.children.pop() {
            Some(only) if self.open.children.is_empty() => only,
            last => {
                self.open.children.extend(last);
                list_of(self.open.children, None)
            }
        }
    }

    /// Opens an element whose attributes are all static.
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str, fixed: StaticAttributes) {
        self.push(Open {
            tag: Some(tag),
            fixed,
            ..Open::default()
        });
    }

    /// Opens an element with the names of its attributes; the value of each follows, in their order.
    #[inline(never)]
    pub fn open_with(&mut self, tag: &'static str, names: &'static [&'static str]) {
        self.push(Open {
            tag: Some(tag),
            names,
            values: Vec::with_capacity(names.len()),
            ..Open::default()
        });
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

    /// Adds the value of the next attribute: a literal.
    #[inline(never)]
    pub fn fixed(&mut self, value: &'static str) {
        self.attribute(Some(AttrValue::Static(value)));
    }

    /// Adds the value of the next attribute; `None` leaves it out.
    #[inline(never)]
    pub fn attribute(&mut self, value: Option<AttrValue>) {
        self.open
            .values
            .push(value.map(AttributeOrProperty::Attribute));
    }

    /// Sets the key.
    #[inline(never)]
    pub fn key(&mut self, key: Key) {
        self.open.key = Some(key);
    }

    /// Sets what refers to the element in the page.
    #[inline(never)]
    pub fn node_ref(&mut self, node_ref: NodeRef) {
        self.open.node_ref = node_ref;
    }

    /// Sets whether a field is checked.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.open.checked = Some(checked);
    }

    /// Sets the value of a field.
    #[inline(never)]
    pub fn value(&mut self, value: Option<AttrValue>) {
        self.open.value = value;
    }

    /// Adds a listener.
    #[inline(never)]
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
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

fn list_of(children: Vec<VNode>, key: Option<Key>) -> VNode {
    VNode::VList(Rc::new(VList::with_children(children, key)))
}

fn node_of(open: Open) -> VNode {
    let Some(tag) = open.tag else {
        return list_of(open.children, open.key);
    };
    let attributes = if open.names.is_empty() {
        Attributes::Static(open.fixed)
    } else {
        Attributes::Dynamic {
            keys: open.names,
            values: open.values.into_boxed_slice(),
        }
    };
    let listeners = if open.listeners.is_empty() {
        Listeners::None
    } else {
        Listeners::Pending(open.listeners.into_boxed_slice())
    };
    let node_ref = open.node_ref;
    let tag = match tag {
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
