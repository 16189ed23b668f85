//! Elements as they stand in the source: a name and attributes.

use std::cell::RefCell;

use yew::virtual_dom::AttributeOrProperty;

/// Static attributes: their names and values.
pub type StaticAttributes = &'static [(&'static str, AttributeOrProperty)];

/// An element of a view, without what is known only when it is drawn.
#[derive(Debug)]
pub struct Shape {
    text: &'static str,
    /// Its name.
    pub tag: &'static str,
    /// Its attributes where all of them are static.
    pub fixed: Option<StaticAttributes>,
    /// The names of its attributes.
    pub names: &'static [&'static str],
    /// Their values; `None` for a value that follows.
    pub values: &'static [Option<&'static str>],
}

thread_local! {
    /// The shapes drawn so far, sorted by their text. Two drawings of an element share its names, so that
    /// Yew compares pointers.
    static SHAPES: RefCell<Vec<&'static Shape>> = const { RefCell::new(Vec::new()) };
}

impl Shape {
    /// Finds the shape of an element: its name, then its attributes, each after a tab as `name=value`, or
    /// as `name` where the value follows. Each text is read once and never freed.
    #[inline(never)]
    pub fn of(text: &'static str) -> &'static Shape {
        SHAPES.with_borrow_mut(|shapes| {
            let found = shapes.binary_search_by_key(&text, |shape| shape.text);
            if let Some(shape) = found.ok().and_then(|index| shapes.get(index)) {
                return *shape;
            }
            let shape: &'static Shape = Box::leak(Box::new(Shape::read(text)));
            shapes.insert(found.unwrap_or_else(|index| index), shape);
            shape
        })
    }

    fn read(text: &'static str) -> Shape {
        let mut parts = text.split('\t');
        let tag = parts.next().unwrap_or_default();
        let (mut names, mut values, mut fixed) = (Vec::new(), Vec::new(), Vec::new());
        for part in parts {
            match part.split_once('=') {
                Some((name, value)) => {
                    names.push(name);
                    values.push(Some(value));
                    fixed.push((name, AttributeOrProperty::Static(value)));
                }
                None => {
                    names.push(part);
                    values.push(None);
                }
            }
        }
        Shape {
            text,
            tag,
            fixed: (fixed.len() == names.len()).then(|| &*fixed.leak()),
            names: names.leak(),
            values: values.leak(),
        }
    }
}
