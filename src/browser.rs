//! The only room of the check that touches the web platform.
//!
//! It mounts the widget, listens to the browser's Back and Forward, and carries out every effect in one
//! place; what comes of an effect goes back as a message. An effect may fail; it fails gently, and never
//! with an answer in what it says. Listeners go with the widget.
//! There is no request in this room, and `tests/tidy/main.rs` keeps it so: what a person asks to send goes
//! to `send.html`, a page of its own. One file writes to the device, `storage.rs`. Start at [`mount`].

mod clock;

mod colors;

mod focus;

mod form;

mod history;

mod storage;

mod mount;

mod seal;

mod send;

mod settings;

mod export;

mod voice;

pub use mount::{MountError, mount};
