//! The syntax of `html!`.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Block, Expr, Ident, Lit, LitStr, Result, Token, braced, token};

/// Nodes one after the other.
pub struct Nodes(pub Vec<Node>);

/// One node of a view.
pub enum Node {
    /// An element.
    Element(Element),
    /// A fragment, `<>…</>`.
    Fragment(Vec<Node>),
    /// A value: `{ value }` or a literal.
    Value(TokenStream),
    /// A list of values: `{ for values }`.
    Values(Expr),
    /// `if` or `if let`, with what else there is.
    If(Expr, Vec<Node>, Vec<Node>),
}

/// An element.
pub struct Element {
    /// Its name, such as `p`.
    pub name: String,
    /// Its attributes and listeners.
    pub attributes: Vec<Attribute>,
    /// Its children.
    pub children: Vec<Node>,
}

/// An attribute or a listener.
pub struct Attribute {
    /// Its name, such as `aria-label`.
    pub name: String,
    /// Its name as Rust, for a listener.
    pub ident: Ident,
    /// Its value.
    pub value: Value,
}

/// A value of an attribute.
pub enum Value {
    /// A string literal.
    Static(LitStr),
    /// An expression.
    Dynamic(TokenStream),
}

impl Parse for Nodes {
    fn parse(input: ParseStream<'_>) -> Result<Nodes> {
        let mut nodes = Vec::new();
        while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
            nodes.push(input.parse()?);
        }
        Ok(Nodes(nodes))
    }
}

impl Parse for Node {
    fn parse(input: ParseStream<'_>) -> Result<Node> {
        if input.peek(Token![<]) {
            return element(input);
        }
        if input.peek(Token![if]) {
            return choice(input);
        }
        if input.peek(Lit) {
            return Ok(Node::Value(input.parse::<Lit>()?.into_token_stream()));
        }
        if !input.peek(token::Brace) {
            return Err(input.error("expected an element, a literal, `if` or `{ value }`"));
        }
        let ahead = input.fork();
        let content;
        braced!(content in ahead);
        if content.peek(Token![for]) {
            let content;
            braced!(content in input);
            content.parse::<Token![for]>()?;
            return Ok(Node::Values(content.parse()?));
        }
        Ok(Node::Value(value_of(&input.parse::<Block>()?)))
    }
}

/// The only expression of a block without its braces, or the block.
fn value_of(block: &Block) -> TokenStream {
    match block.stmts.as_slice() {
        [syn::Stmt::Expr(value, None)] => value.into_token_stream(),
        _ => block.into_token_stream(),
    }
}

fn element(input: ParseStream<'_>) -> Result<Node> {
    input.parse::<Token![<]>()?;
    if input.parse::<Option<Token![>]>>()?.is_some() {
        let children = input.parse::<Nodes>()?.0;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        input.parse::<Token![>]>()?;
        return Ok(Node::Fragment(children));
    }
    let (name, _) = dashed(input)?;
    let mut attributes = Vec::new();
    while !input.peek(Token![>]) && !input.peek(Token![/]) {
        attributes.push(input.parse()?);
    }
    let mut children = Vec::new();
    if input.parse::<Option<Token![/]>>()?.is_none() {
        input.parse::<Token![>]>()?;
        children = input.parse::<Nodes>()?.0;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let (closed, ident) = dashed(input)?;
        if closed != name {
            return Err(syn::Error::new(
                ident.span(),
                format!("`{name}` is open; close it with `</{name}>`"),
            ));
        }
    }
    input.parse::<Token![>]>()?;
    Ok(Node::Element(Element {
        name,
        attributes,
        children,
    }))
}

fn choice(input: ParseStream<'_>) -> Result<Node> {
    input.parse::<Token![if]>()?;
    let condition = Expr::parse_without_eager_brace(input)?;
    let content;
    braced!(content in input);
    let then = content.parse::<Nodes>()?.0;
    let mut otherwise = Vec::new();
    if input.parse::<Option<Token![else]>>()?.is_some() {
        if input.peek(Token![if]) {
            otherwise.push(choice(input)?);
        } else {
            let content;
            braced!(content in input);
            otherwise = content.parse::<Nodes>()?.0;
        }
    }
    Ok(Node::If(condition, then, otherwise))
}

impl Parse for Attribute {
    fn parse(input: ParseStream<'_>) -> Result<Attribute> {
        // `{name}` is short for `name={name}`.
        if input.peek(token::Brace) {
            let content;
            braced!(content in input);
            let ident: Ident = content.parse()?;
            return Ok(Attribute {
                name: ident.to_string(),
                value: Value::Dynamic(ident.to_token_stream()),
                ident,
            });
        }
        let (name, ident) = dashed(input)?;
        input.parse::<Token![=]>()?;
        let value = if input.peek(LitStr) {
            Value::Static(input.parse()?)
        } else if input.peek(Lit) {
            Value::Dynamic(input.parse::<Lit>()?.into_token_stream())
        } else {
            Value::Dynamic(value_of(&input.parse::<Block>()?))
        };
        Ok(Attribute { name, ident, value })
    }
}

/// A name that may have dashes, and its first part.
fn dashed(input: ParseStream<'_>) -> Result<(String, Ident)> {
    let first = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.parse::<Option<Token![-]>>()?.is_some() {
        let part = input.call(Ident::parse_any)?;
        name.push('-');
        name.push_str(&part.to_string());
    }
    Ok((name, first))
}
