//! `html!` with the syntax of Yew.
//!
//! The macro of Yew inlines the construction of every node, a third of the module. This one writes what is
//! static between two values as one text and a call for each value; [`Pen`] builds the same nodes.
//! Decisions 0028 and 0032.

mod draw;
mod pen;
mod shape;
mod value;

pub use draw::Draw;
pub use html_macro::html;
pub use pen::Pen;
pub use value::{Value, classes};
pub use yew::html as events;
pub use yew::virtual_dom::Key;
