//! `html!` with the syntax of Yew.
//!
//! The macro of Yew inlines the construction of every node, a third of the module. This one writes a call
//! for each element, attribute and text; [`Pen`] builds the same nodes. Decision 0028.

mod draw;
mod pen;
mod value;

pub use draw::Draw;
pub use html_macro::html;
pub use pen::Pen;
pub use value::{Value, classes};
pub use yew::html as events;
pub use yew::virtual_dom::AttributeOrProperty::Static;
pub use yew::virtual_dom::Key;
