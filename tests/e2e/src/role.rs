//! ARIA roles of elements.

use fantoccini::Locator;

/// Role of an element that tests locate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Button.
    Button,
    /// Option of a multiple-choice question.
    Checkbox,
    /// `<summary>` of a `<details>` element.
    Disclosure,
    /// Heading of any level.
    Heading,
    /// Link.
    Link,
    /// Option of a single-choice question.
    Radio,
    /// Text field.
    Textbox,
}

impl Role {
    /// Chromium's internal role of a disclosure; ARIA has none.
    pub(crate) const DISCLOSURE: &str = "DisclosureTriangle";

    /// CSS locator of candidates for the role.
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

    /// Whether a computed role is this role.
    pub(crate) fn is(self, computed: &str) -> bool {
        computed
            == match self {
                Role::Button => "button",
                Role::Checkbox => "checkbox",
                Role::Disclosure => Role::DISCLOSURE,
                Role::Heading => "heading",
                Role::Link => "link",
                Role::Radio => "radio",
                Role::Textbox => "textbox",
            }
    }
}
