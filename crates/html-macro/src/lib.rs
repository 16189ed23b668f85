//! `html!` with the syntax of Yew. It expands to calls of `html::Pen`.
//!
//! Understands elements, fragments, attributes, listeners, `key`, `ref`, blocks, `{ for … }`, `if` and
//! `if let`; no components. Decision 0028.

mod expand;
mod syntax;

use proc_macro::TokenStream;

use syntax::Nodes;

/// Builds a `yew::Html`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let nodes = syn::parse_macro_input!(input as Nodes);
    expand::html(&nodes.0).into()
}
