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
    let mut plan = Plan::default();
    let drawn = plan.one(nodes);
    let text = plan.text;
    quote! {{
        let mut #pen = ::html::Pen::new(#text);
        #drawn
        #pen.done()
    }}
}

/// What is static in a view, in the format of `Pen::new`.
#[derive(Default)]
struct Plan {
    text: String,
}

/// Each method adds what is static to the plan, and returns a call for each value.
impl Plan {
    /// Draws nodes as exactly one, so that the next drawing finds its neighbors at the same position.
    fn one(&mut self, nodes: &[Node]) -> TokenStream {
        match nodes {
            [] => {
                self.text.push('_');
                TokenStream::new()
            }
            [only] => self.node(only),
            several => self.list(several),
        }
    }

    fn list(&mut self, nodes: &[Node]) -> TokenStream {
        self.text.push('[');
        let drawn = nodes.iter().map(|of| self.node(of)).collect();
        self.text.push('>');
        drawn
    }

    fn node(&mut self, of: &Node) -> TokenStream {
        let (pen, own) = (own("pen"), own("value"));
        match of {
            Node::Element(of) => self.element(of),
            Node::Fragment(nodes) => self.list(nodes),
            Node::Value(value) => {
                let literal = syn::parse2::<syn::LitStr>(value.clone());
                match literal.map(|text| text.value()) {
                    Ok(text) if is_one_line(&text) => {
                        self.line(&format!("\"{text}"));
                        TokenStream::new()
                    }
                    _ => {
                        self.text.push('*');
                        quote! { ::html::Draw::draw_next(#value, &mut #pen); }
                    }
                }
            }
            Node::Values(values) => {
                self.text.push_str("[*>");
                quote! {
                    #pen.next();
                    for #own in #values {
                        ::html::Draw::draw(#own, &mut #pen);
                    }
                }
            }
            Node::If(condition, then, otherwise) => {
                self.text.push('?');
                let then = self.one(then);
                self.text.push(':');
                let otherwise = self.one(otherwise);
                self.text.push(';');
                quote! {
                    if #condition {
                        #pen.branch(true);
                        #then
                    } else {
                        #pen.branch(false);
                        #otherwise
                    }
                }
            }
        }
    }

    fn element(&mut self, of: &Element) -> TokenStream {
        let (pen, own) = (own("pen"), own("value"));
        let is_field = matches!(of.name.as_str(), "input" | "textarea");
        let is_attribute = |attribute: &&Attribute| {
            let name = attribute.name.as_str();
            let is_state = is_field && matches!(name, "value" | "checked");
            !matches!(name, "key" | "ref") && !is_listener(attribute) && !is_state
        };
        let mut line = of.name.clone();
        let mut calls = Vec::new();
        for attribute in of.attributes.iter().filter(is_attribute) {
            let name = &attribute.name;
            line.push('\t');
            line.push_str(name);
            let value = match &attribute.value {
                Value::Static(text) if is_one_line(&text.value()) => {
                    line.push('=');
                    line.push_str(&text.value());
                    continue;
                }
                Value::Static(text) => quote! { #text },
                Value::Dynamic(value) => value.clone(),
            };
            calls.push(quote! {
                let #own = ::html::Value::of(#value, #name);
                #pen.attribute(#own);
            });
        }
        let others = of
            .attributes
            .iter()
            .filter(|attribute| !is_attribute(attribute));
        calls.extend(others.map(other));
        self.line(&line);
        self.text.extend(calls.iter().map(|_| '*'));
        calls.extend(of.children.iter().map(|child| self.node(child)));
        self.text.push('>');
        calls.into_iter().collect()
    }

    /// Adds a part that ends a line.
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Tells whether a text can stand in a line of a plan.
fn is_one_line(text: &str) -> bool {
    !text.contains(['\n', '\t'])
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
