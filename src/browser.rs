//! The only room of the check that touches the web platform.
//!
//! It mounts the widget, listens to the browser's Back and Forward, and carries out effects. No other
//! room uses it. What it is asked may fail; it fails gently, and never with an answer in what it says.
//! Nothing here sends anything: there is no request in this room, and `tests/tidy.rs` keeps it so.
//! Start at [`mount`].

mod focus;

mod history;

mod leave;

mod mount;

pub use mount::{MountError, mount};
