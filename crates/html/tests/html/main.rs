//! What `html!` builds.

#![allow(clippy::unwrap_used, clippy::panic)]

use html::{classes, html};
use yew::Html;
use yew::virtual_dom::VNode;

/// The children of the only element.
fn children(of: &Html) -> Vec<VNode> {
    let VNode::VTag(tag) = of else {
        panic!("no element but {of:?}");
    };
    let VNode::VList(list) = tag.children().unwrap() else {
        panic!("no list in {of:?}");
    };
    list.to_vec()
}

/// The attributes of the only element, in order.
fn attributes(of: &Html) -> Vec<(String, String)> {
    let VNode::VTag(tag) = of else {
        panic!("no element but {of:?}");
    };
    let pairs = tag.attributes.iter();
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[test]
fn each_part_is_one_node_whatever_it_holds() {
    for wanted in [false, true] {
        let (some, none) = (Some("text"), None::<&str>);
        let drawn = html! {
            <p>
                if wanted { <b /> <i /> }
                if let Some(text) = some.filter(|_| wanted) { { text } } else { <u /> }
                { none }
                { for ["a", "b"].into_iter().filter(|_| wanted) }
                <></>
                "end"
            </p>
        };
        let children = children(&drawn);
        assert_eq!(children.len(), 6, "{children:?}");
        assert!(matches!(children.last(), Some(VNode::VText(_))));
    }
}

#[test]
fn attributes_stand_in_the_order_of_the_source() {
    let href = Some(format!("tel:{}", 911));
    let drawn = html! {
        <a class="way" aria-label={None::<String>} {href} hidden={false} download=true>{ "Call" }</a>
    };
    let pairs = [
        ("class", "way"),
        ("href", "tel:911"),
        ("download", "download"),
    ];
    assert_eq!(
        attributes(&drawn),
        pairs.map(|(name, value)| (name.into(), value.into()))
    );
    let fixed = html! { <img alt="" src="a.svg" /> };
    let pairs = [("alt", ""), ("src", "a.svg")];
    assert_eq!(
        attributes(&fixed),
        pairs.map(|(name, value)| (name.into(), value.into()))
    );
}

#[test]
fn names_of_the_macro_hide_no_name_of_the_view() {
    let (pen, value) = ("pen", "value");
    let drawn = html! {
        <input type="text" id={pen} value={value} title={value} checked={true} />
    };
    let pairs = [("type", "text"), ("id", "pen"), ("title", "value")];
    assert_eq!(
        attributes(&drawn),
        pairs.map(|(name, value)| (name.into(), value.into()))
    );
    let VNode::VTag(tag) = &drawn else {
        panic!("no element but {drawn:?}");
    };
    assert_eq!(
        tag.value().map(ToString::to_string),
        Some("value".to_owned())
    );
    assert_eq!(tag.checked(), Some(true));
}

#[test]
fn a_key_and_a_single_root_are_kept() {
    let drawn = html! { <li key="one">{ 1_usize }</li> };
    assert_eq!(drawn.key().map(ToString::to_string), Some("one".to_owned()));
    assert_eq!(html! {}, Html::default());
    assert!(matches!(html! { <b /> <i /> }, VNode::VList(_)));
}

#[test]
fn class_names_are_joined_without_the_missing() {
    assert_eq!(classes(&[Some("a"), None, Some(""), Some("b")]), "a b");
    assert_eq!(classes(&[]), "");
}
