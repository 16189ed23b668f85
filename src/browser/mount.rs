//! Puts the widget into the page.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;
use yew::{Callback, Renderer};

use crate::content;
use crate::content::words::Words;
use crate::journey::Effect;
use crate::site::Site;
use crate::ui::{App, AppProps};

use super::history::History;
use super::{focus, leave};

/// Why the widget could not be put into the page. The static page stays as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountError {
    /// The words belong to another version, or are broken.
    Words,
}

/// Shows the check in `root`, in place of the static start screen.
pub fn mount(root: Element, words: &str, today: &str) -> Result<(), MountError> {
    let words = Words::read(content::questionnaire(), words).map_err(|_| MountError::Words)?;
    let site = Rc::new(Site::default());
    let history = Rc::new(History::begin());
    let perform = Callback::from({
        let (root, site, history) = (root.clone(), Rc::clone(&site), Rc::clone(&history));
        move |effect| perform(&root, &site, &history, effect)
    });
    let props = AppProps {
        words: Rc::new(words),
        site,
        today: today.into(),
        perform,
    };
    let app = Renderer::<App>::with_root_and_props(root, props).render();
    let scope = (*app).clone();
    let listener = EventListener::new(&window(), "popstate", move |_| {
        if let Some(msg) = history.moved() {
            scope.send_message(msg);
        }
    });
    // The page listens for as long as it is there.
    listener.forget();
    Ok(())
}

fn perform(root: &Element, site: &Site, history: &History, effect: Effect) {
    match effect {
        Effect::PushHistory => history.push(),
        Effect::Go(steps) => history.go(steps),
        Effect::FocusHeading => focus::heading(root),
        Effect::FocusNotice => focus::notice(root),
        Effect::FocusOption(item, place) => focus::option(root, item, place),
        Effect::Leave => leave::leave(&site.leave_to),
    }
}
