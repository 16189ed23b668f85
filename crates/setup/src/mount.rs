//! Mounts the form into its page.

use std::rc::Rc;

use assessment::Day;

use web_sys::Element;
use yew::Renderer;

use i18n::Words;
use site::hosting::Inline;

use super::app::{App, AppProps};

/// Why mounting failed. The static page stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountError {
    /// The texts belong to another version, or are broken.
    Words,
}

/// Mounts the form in `root`, in place of the placeholder. `inline` has the digests of the check's inline code.
pub fn mount(root: Element, words: &str, today: &str, inline: &str) -> Result<(), MountError> {
    let words = Words::read(content::questionnaire(), words).map_err(|_| MountError::Words)?;
    let props = AppProps {
        words: Rc::new(words),
        today: Day::read(today),
        inline: Inline::read(inline),
    };
    Renderer::<App>::with_root_and_props(root, props).render();
    Ok(())
}
