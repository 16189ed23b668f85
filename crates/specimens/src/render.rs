//! Renders Yew views to HTML without a browser.

use std::rc::Rc;

use yew::{Html, LocalServerRenderer, Properties, component};

/// Renders the result of a function to HTML by server-side rendering.
pub fn render(draw: impl Fn() -> Html + 'static) -> String {
    let props = DrawnProps {
        draw: Rc::new(draw),
    };
    let html = LocalServerRenderer::<Drawn>::with_props(props)
        .hydratable(false)
        .render();
    futures_executor::block_on(html)
}

#[derive(Clone, Properties)]
struct DrawnProps {
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for DrawnProps {
    /// Never equal: the view is rendered once.
    fn eq(&self, other: &DrawnProps) -> bool {
        Rc::ptr_eq(&self.draw, &other.draw)
    }
}

#[component(Drawn)]
fn component(props: &DrawnProps) -> Html {
    (props.draw)()
}
