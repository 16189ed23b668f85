//! Browser APIs that the three pages share: clipboard, downloads, file input, JSON, and the layout
//! of the companion pages (`workbench.html`, `setup.html`).
//!
//! Nothing here makes a request or writes to storage. Failures are returned, and an error never
//! contains an answer.

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
