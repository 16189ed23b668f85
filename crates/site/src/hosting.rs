//! Server configuration for the files of a build: CSP, caching, MIME types, and `frame-ancestors`,
//! for each kind of server.
//!
//! `build` writes these texts beside the page, and the setup page writes the same ones for the settings
//! it shows. The check itself never asks this room anything. What a site owner typed comes in only as an
//! [`crate::Origin`], which can break out of no quotes.
//! Start at [`manifest::FILES`], which names every file once, then [`ServerKind::files`].

pub mod manifest;

mod file;

mod name;

mod inline;

mod policy;

mod headers;

mod server_kind;

mod nginx;

mod apache;

mod netlify;

mod plain;

mod partner_lines;

pub use file::{Budget, File, Minify, Page, Source, Tag};
pub use headers::{ALWAYS, CachePolicy, TYPES, cache_policy};
pub use inline::Inline;
pub use name::{Name, Translated};
pub use partner_lines::partner_lines;
pub use policy::{CLOSED, Policy, pages};
pub use server_kind::{Hosting, ServerFile, ServerKind};
