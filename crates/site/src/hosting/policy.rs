//! Content-Security-Policy (CSP) of each page.
//!
//! Each policy is in a `meta` element of its page, and again in the response headers. `site.json`
//! never changes a policy: only `send.html` may contact a site's endpoint; it may post to any HTTPS
//! address, and receives no data before a person presses Send.

use super::inline::Inline;
use super::manifest::FILES;
use super::name::{Name, Translated};

/// CSP of one or more pages. The manifest assigns it.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    directives: &'static [&'static str],
    framed_by: FramedBy,
}

/// Which pages may embed a page in a frame.
#[derive(Clone, Copy, Debug)]
enum FramedBy {
    /// Pages of the same origin.
    Own,
    /// Pages of the same origin, and the site's partners.
    Partners,
    /// Any page.
    Anyone,
}

/// Directives of every page: deny by default, no `base`, no form submission, no script from strings
/// (Trusted Types). `webrtc 'block'` is missing because Chromium 156 does not know it and logs a
/// console warning.
const ALWAYS: &[&str] = &[
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
];

/// The check.
pub(super) const CHECK: Policy = Policy {
    directives: &[
        "script-src 'self' 'wasm-unsafe-eval'{script}",
        "style-src 'self'{style}",
        // The empty favicon.
        "img-src data:",
        "connect-src 'self'",
        // `send.html`, after a person presses Send.
        "frame-src 'self'",
        // The service worker, and a Trusted Types policy that allows its URL and that of the check as JavaScript.
        "worker-src 'self'",
        "trusted-types footing-offline",
    ],
    framed_by: FramedBy::Partners,
};

/// `send.html`, the page that sends the answers.
pub(super) const SEND: Policy = Policy {
    directives: &[
        "script-src 'self'",
        "connect-src http://127.0.0.1:* http://localhost:* https:",
        "trusted-types 'none'",
    ],
    // The check embeds it in a frame; if the check's own frame has an opaque origin, only `*` matches. The
    // page shows nothing and does nothing on its own.
    framed_by: FramedBy::Anyone,
};

/// `method.html`, the rules as text.
pub(super) const METHOD: Policy = Policy {
    directives: &[
        "script-src 'self'",
        "style-src 'self'",
        "img-src data:",
        "trusted-types 'none'",
    ],
    framed_by: FramedBy::Own,
};

/// Pages without scripts: the paper form, and the pages about accessibility.
pub(super) const TEXT: Policy = Policy {
    directives: &["style-src 'self'", "img-src data:", "trusted-types 'none'"],
    framed_by: FramedBy::Own,
};

/// The other pages with a WebAssembly module.
pub(super) const COMPANION: Policy = Policy {
    directives: &[
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src data:",
        "connect-src 'self'",
        "trusted-types 'none'",
    ],
    framed_by: FramedBy::Own,
};

/// Every page with its CSP.
pub fn pages() -> impl Iterator<Item = (&'static str, &'static Policy)> {
    with_policy().filter(|(name, _)| name.ends_with(".html"))
}

/// The pages of the check, one for each language: `Integrity-Policy` is for them alone.
pub(super) fn check_pages() -> Vec<&'static str> {
    Name::Pages(Translated::Check).known()
}

/// Service workers: their CSP comes only from the HTTP header, and is the same as the check's.
pub(super) fn workers() -> impl Iterator<Item = &'static str> {
    let scripts = with_policy().filter(|(name, _)| name.ends_with(".js"));
    scripts.map(|(name, _)| name)
}

fn with_policy() -> impl Iterator<Item = (&'static str, &'static Policy)> {
    FILES
        .iter()
        .filter_map(|file| Some((file.name.known(), file.policy?)))
        .flat_map(|(names, policy)| names.into_iter().map(move |name| (name, policy)))
}

/// Policy that `index.html` adds once everything is loaded: no further scripts, styles or
/// connections, its own server included. `start.js` appends the frame of `send.html` if the site
/// needs it.
pub const CLOSED: &str = "default-src 'none'; img-src data:; frame-src";

impl Policy {
    /// Formats the policy for the `meta` element. `inline` has the digests of the inline script and style of
    /// the check; no other page has any.
    pub fn in_page(&self, inline: &Inline) -> String {
        let all: Vec<&str> = ALWAYS.iter().chain(self.directives).copied().collect();
        inline.fill(&all.join("; "))
    }

    /// Formats the policy for the header: adds `frame-ancestors`, which only a header can set.
    /// `partners` is the list of allowed origins, or a variable for it.
    pub fn in_header(&self, inline: &Inline, partners: &str) -> String {
        let ancestors = match self.framed_by {
            FramedBy::Partners => format!("'self' {partners}"),
            FramedBy::Anyone => "*".to_owned(),
            FramedBy::Own => "'self'".to_owned(),
        };
        let in_page = self.in_page(inline);
        format!("{in_page}; frame-ancestors {}", ancestors.trim())
    }

    /// Inserts the policy into its page, before everything it applies to.
    pub fn put_into(&self, html: &str, inline: &Inline) -> Option<String> {
        const CHARSET: &str = "<meta charset=\"utf-8\" />";
        const CHARSET_OF_THE_RULEBOOK: &str = "<meta charset=\"utf-8\">";
        let after = [CHARSET, CHARSET_OF_THE_RULEBOOK]
            .into_iter()
            .find(|charset| html.contains(charset))?;
        let meta = format!(
            "{after}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />",
            self.in_page(inline)
        );
        Some(html.replacen(after, &meta, 1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::hosting::{Name, Translated};

    #[test]
    fn no_policy_allows_inline_script_or_foreign_hosts() {
        for (page, policy) in pages() {
            let written = policy.in_header(&Inline::default(), "");
            assert!(written.starts_with("default-src 'none';"), "{written}");
            for never in [
                "unsafe-inline",
                "'unsafe-eval'",
                "unsafe-hashes",
                "strict-dynamic",
            ] {
                assert!(!written.contains(never), "{page}: {never}");
            }
            assert!(
                page == "send.html" || !written.contains("http"),
                "{written}"
            );
        }
    }

    #[test]
    fn only_the_check_has_inline_code_and_only_by_its_digest() {
        let inline = Inline::new(&("A".repeat(43) + "="), &("B".repeat(43) + "="));
        for (page, policy) in pages() {
            let written = policy.in_page(&inline);
            let count = written.matches("'sha256-").count();
            let is_check = Name::Pages(Translated::Check).fits(page);
            assert_eq!(count, if is_check { 2 } else { 0 }, "{page}");
            assert!(!written.contains(['{', '}']), "{written}");
        }
    }

    #[test]
    fn policy_is_inserted_before_other_elements() {
        let html = CHECK
            .put_into(
                "<head>\n    <meta charset=\"utf-8\" />\n    <title>x</title>",
                &Inline::default(),
            )
            .unwrap();
        let position = |what: &str| html.find(what).unwrap();
        assert!(position("charset") < position("Content-Security-Policy"));
        assert!(position("Content-Security-Policy") < position("<title>"));
        assert!(
            CHECK
                .put_into("<head></head>", &Inline::default())
                .is_none()
        );
    }

    #[test]
    fn frame_ancestors_is_only_in_the_header() {
        for (_, policy) in pages() {
            assert!(
                !policy
                    .in_page(&Inline::default())
                    .contains("frame-ancestors")
            );
            assert!(
                policy
                    .in_header(&Inline::default(), "")
                    .contains("frame-ancestors")
            );
        }
    }
}
