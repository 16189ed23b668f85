//! The browser layer: the only module that touches the web platform.
//!
//! It mounts the widget, listens to the browser's Back and Forward, and performs every effect in one place;
//! the outcome of an effect returns as a message. Effects may fail; they fail gracefully, and error messages
//! never contain an answer. Listeners are removed with the widget. This module makes no network request, and
//! `tests/tidy/main.rs` enforces that: a request that a person sends goes through `send.html`, a separate
//! page. Only `storage.rs` writes to the device. Start at [`mount()`].

mod clock;

mod early;

mod colors;

mod focus;

mod form;

mod frame;

mod history;

mod storage;

mod mount;

mod seal;

mod send;

mod settings;

mod export;

mod voice;

pub use early::Early;
pub use mount::mount;
