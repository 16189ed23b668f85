//! The browser edge that the three pages share: the clipboard, downloads, chosen files, JSON, and the
//! shell of the pages beside the check (`workbench.html`, `setup.html`).
//!
//! Nothing here makes a request or writes to storage. What it is asked may fail; it fails gently, and
//! never with an answer in what it says.

mod clipboard;

mod download;

mod file;

mod json;

mod shell;

pub use clipboard::copy;
pub use download::{revoke_download, save};
pub use file::{FileError, Picked, picked, shown};
pub use json::{json_value, parse_json};
pub use shell::{Skip, shell};
