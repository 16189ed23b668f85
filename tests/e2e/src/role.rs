//! What something on the page is, in the words of a screen reader.

use fantoccini::Locator;

/// What a person looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Something to press.
    Button,
    /// One of several choices that can be made at once.
    Checkbox,
    /// Words that open more words.
    Disclosure,
    /// A title on the page.
    Heading,
    /// A way to somewhere else.
    Link,
    /// One of several choices, of which only one can be made.
    Radio,
    /// Something to type into.
    Textbox,
}

impl Role {
    /// Where elements of this role are in the markup.
    pub(crate) fn locator(self) -> Locator<'static> {
        Locator::Css(match self {
            Role::Button => "button, [role=button]",
            Role::Checkbox => "input[type=checkbox]",
            Role::Disclosure => "summary",
            Role::Heading => "h1, h2, h3, h4, h5, h6",
            Role::Link => "a[href]",
            Role::Radio => "input[type=radio]",
            Role::Textbox => "input[type=text], input[type=tel], input[type=email], textarea",
        })
    }

    /// Whether this is what the browser calls the role of an element.
    pub(crate) fn is(self, computed: &str) -> bool {
        computed
            == match self {
                Role::Button => "button",
                Role::Checkbox => "checkbox",
                // Chromium's own word; ARIA has none.
                Role::Disclosure => "DisclosureTriangle",
                Role::Heading => "heading",
                Role::Link => "link",
                Role::Radio => "radio",
                Role::Textbox => "textbox",
            }
    }
}
