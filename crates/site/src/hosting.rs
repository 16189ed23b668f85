//! Server configuration for the files of a build: CSP, caching, MIME types, and `frame-ancestors`,
//! for each kind of server.
//!
//! `build` writes these files beside the page, and the setup page generates them for its settings.
//! The check itself does not use this module. Input of a site owner enters only as a
//! [`crate::Origin`], which cannot break out of quotes. Start at [`ServerKind::files`].

mod policy;

mod headers;

mod server_kind;

mod nginx;

mod apache;

mod netlify;

mod plain;

mod partner_lines;

pub use headers::{ALWAYS, CachePolicy, HASHED_PREFIXES, TYPES, UNHASHED_FILES, cache_policy};
pub use partner_lines::partner_lines;
pub use policy::{CLOSED, POLICIES, Policy};
pub use server_kind::{Hosting, ServerFile, ServerKind};
