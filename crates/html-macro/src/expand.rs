//! What `html!` expands to.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::syntax::{Attribute, Element, Node, Value};

/// A name that values in the view cannot see and do not hide.
fn own(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// Expands a view.
pub fn html(nodes: &[Node]) -> TokenStream {
    let pen = own("pen");
    let drawn = one(nodes);
    quote! {{
        let mut #pen = ::html::Pen::new();
        #drawn
        #pen.done()
    }}
}

/// Draws nodes as exactly one, so that the next drawing finds its neighbors at the same position.
fn one(nodes: &[Node]) -> TokenStream {
    let pen = own("pen");
    match nodes {
        [] => quote! { #pen.nothing(); },
        [only] => node(only),
        several => list(several),
    }
}

fn list(nodes: &[Node]) -> TokenStream {
    let pen = own("pen");
    let drawn = nodes.iter().map(node);
    quote! {
        #pen.list();
        #(#drawn)*
        #pen.close();
    }
}

fn node(of: &Node) -> TokenStream {
    let (pen, own) = (own("pen"), own("value"));
    match of {
        Node::Element(of) => element(of),
        Node::Fragment(nodes) => list(nodes),
        Node::Value(value) => quote! { ::html::Draw::draw(#value, &mut #pen); },
        Node::Values(values) => quote! {
            #pen.list();
            for #own in #values {
                ::html::Draw::draw(#own, &mut #pen);
            }
            #pen.close();
        },
        Node::If(condition, then, otherwise) => {
            let (then, otherwise) = (one(then), one(otherwise));
            quote! { if #condition { #then } else { #otherwise } }
        }
    }
}

fn element(of: &Element) -> TokenStream {
    let (pen, own) = (own("pen"), own("value"));
    let name = &of.name;
    let is_field = matches!(name.as_str(), "input" | "textarea");
    let is_attribute = |attribute: &&Attribute| {
        let name = attribute.name.as_str();
        let is_state = is_field && matches!(name, "value" | "checked");
        !matches!(name, "key" | "ref") && !is_listener(attribute) && !is_state
    };
    let attributes: Vec<&Attribute> = of.attributes.iter().filter(is_attribute).collect();
    let others = of
        .attributes
        .iter()
        .filter(|attribute| !is_attribute(attribute));
    let others = others.map(other);
    let children = of.children.iter().map(node);
    let names = attributes.iter().map(|attribute| &attribute.name);
    let statics = attributes.iter().map(|attribute| match &attribute.value {
        Value::Static(text) => Some(text),
        Value::Dynamic(_) => None,
    });
    let statics: Option<Vec<_>> = statics.collect();
    let open = match statics {
        Some(texts) => quote! {
            #pen.open(#name, &[#((#names, ::html::Static(#texts))),*]);
        },
        None => {
            let values = attributes.iter().map(|attribute| match &attribute.value {
                Value::Static(text) => quote! { #pen.fixed(#text); },
                Value::Dynamic(value) => {
                    let name = &attribute.name;
                    quote! {
                        let #own = ::html::Value::of(#value, #name);
                        #pen.attribute(#own);
                    }
                }
            });
            quote! {
                #pen.open_with(#name, &[#(#names),*]);
                #(#values)*
            }
        }
    };
    quote! {
        #open
        #(#others)*
        #(#children)*
        #pen.close();
    }
}

fn is_listener(attribute: &Attribute) -> bool {
    attribute.name.starts_with("on") && matches!(attribute.value, Value::Dynamic(_))
}

/// A listener, the key, or the state of a field.
fn other(attribute: &Attribute) -> TokenStream {
    let (pen, own) = (own("pen"), own("value"));
    let value = match &attribute.value {
        Value::Static(text) => quote! { #text },
        Value::Dynamic(value) => quote! { #value },
    };
    let ident = &attribute.ident;
    match attribute.name.as_str() {
        "key" => quote! { let #own = ::html::Key::from(#value); #pen.key(#own); },
        "ref" => quote! { let #own = #value; #pen.node_ref(#own); },
        "checked" => quote! { let #own = #value; #pen.checked(#own); },
        "value" => quote! { let #own = ::html::Value::of(#value, "value"); #pen.value(#own); },
        _ => quote! {
            let #own = ::html::events::#ident::Wrapper::new(#value);
            #pen.listen(::std::rc::Rc::new(#own));
        },
    }
}
