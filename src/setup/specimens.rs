//! The form drawn without a browser: for the view tests, and for what stands in the page before it runs.

use std::rc::Rc;

use yew::{Callback, Html, NodeRef, Properties, ServerRenderer, component, html};

use crate::content::words::Words;
use crate::site::settings;

use super::draft::usable;
use super::frame;
use super::model::Model;
use super::view::View;
use super::words;

/// The form in one state, on a day as in 2026-11-21.
pub fn drawn(said: &Words, model: Model, today: &'static str) -> String {
    draw(said, Some(model), today)
}

/// What stands in the page before the form runs: what it is, and what to do where it
/// cannot be loaded.
pub fn waiting(said: &Words) -> String {
    draw(said, None, "")
}

fn draw(said: &Words, model: Option<Model>, today: &'static str) -> String {
    let said = said.clone();
    let props = move || PageProps {
        words: Rc::new(said),
        model: model.map(Rc::new),
        today,
    };
    let render = ServerRenderer::<Page>::with_props(props)
        .hydratable(false)
        .render();
    futures_executor::block_on(render)
}

#[derive(Clone, Properties)]
struct PageProps {
    words: Rc<Words>,
    model: Option<Rc<Model>>,
    today: &'static str,
}

impl PartialEq for PageProps {
    /// A page is drawn once.
    fn eq(&self, other: &PageProps) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
    }
}

#[component(Page)]
fn page(props: &PageProps) -> Html {
    match &props.model {
        Some(model) => frame::page(&View {
            model,
            site: &settings(&usable(model)).0,
            words: &props.words,
            today: props.today,
            preview: &NodeRef::default(),
            send: &Callback::noop(),
        }),
        None => html! {
            <>
                <noscript>
                    <p class="page-note">
                        { words::NEEDS_SCRIPTS }
                    </p>
                </noscript>
                <p class="page-note" id="setup-failed" role="alert" hidden=true>{ words::FAILED }</p>
                <div id="setup">{ frame::waiting(&props.words) }</div>
            </>
        },
    }
}
