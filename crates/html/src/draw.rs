//! What can stand between elements.

use std::rc::Rc;

use yew::AttrValue;
use yew::virtual_dom::VNode;

use super::Pen;

/// A value that can stand in a view. It draws exactly one node.
pub trait Draw {
    /// Draws the value.
    fn draw(self, pen: &mut Pen);

    /// Draws the value after what is static before it.
    fn draw_next(self, pen: &mut Pen)
    where
        Self: Sized,
    {
        pen.next();
        self.draw(pen);
    }
}

impl Draw for VNode {
    fn draw(self, pen: &mut Pen) {
        pen.node(self);
    }

    #[inline(never)]
    fn draw_next(self, pen: &mut Pen) {
        pen.next();
        pen.node(self);
    }
}

impl Draw for &'static str {
    fn draw(self, pen: &mut Pen) {
        pen.text(AttrValue::Static(self));
    }

    #[inline(never)]
    fn draw_next(self, pen: &mut Pen) {
        pen.next();
        self.draw(pen);
    }
}

impl Draw for String {
    fn draw(self, pen: &mut Pen) {
        pen.text(AttrValue::Rc(Rc::from(self)));
    }

    #[inline(never)]
    fn draw_next(self, pen: &mut Pen) {
        pen.next();
        self.draw(pen);
    }
}

impl Draw for &&'static str {
    fn draw(self, pen: &mut Pen) {
        (*self).draw(pen);
    }
}

impl Draw for &String {
    fn draw(self, pen: &mut Pen) {
        self.clone().draw(pen);
    }
}

impl Draw for u8 {
    fn draw(self, pen: &mut Pen) {
        usize::from(self).draw(pen);
    }
}

impl Draw for usize {
    fn draw(self, pen: &mut Pen) {
        self.to_string().draw(pen);
    }
}

impl<T: Draw> Draw for Option<T> {
    fn draw(self, pen: &mut Pen) {
        match self {
            Some(value) => value.draw(pen),
            None => pen.nothing(),
        }
    }
}

impl<T: Draw> Draw for Vec<T> {
    fn draw(self, pen: &mut Pen) {
        pen.list();
        for value in self {
            value.draw(pen);
        }
        pen.close();
    }
}
