//! The only room of the check that touches the web platform.
//!
//! It mounts the widget, listens to the browser's Back and Forward, and carries out effects. No other
//! room uses it but the setup page, which copies and saves by the same functions. What it is asked may fail; it fails gently, and never with an answer in what it says.
//! There is no request in this room, and `tests/tidy/main.rs` keeps it so: what a person asks to send goes
//! to `send.html`, a page of its own. One file writes to the device, `keep.rs`. Start at [`mount`].

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
