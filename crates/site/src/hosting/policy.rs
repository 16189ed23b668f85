//! Content-Security-Policy (CSP) of each page.
//!
//! Each policy is in a `meta` element of its page, and again in the response headers. `site.json`
//! never changes a policy: only `send.html` may contact a site's endpoint; it may post to any HTTPS
//! address, and receives no data before a person presses Send.

/// Page with its policy.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// File name of the page.
    pub page: &'static str,
    directives: &'static [&'static str],
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

/// Policies of all pages.
pub const POLICIES: [Policy; 6] = [
    Policy {
        page: "index.html",
        directives: &[
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            // Empty favicon.
            "img-src data:",
            "connect-src 'self'",
            // `send.html`, once a person presses Send.
            "frame-src 'self'",
            // `offline.js`, and a Trusted Types policy that allows only its URL.
            "worker-src 'self'",
            "trusted-types footing-offline",
        ],
    },
    Policy {
        page: "send.html",
        directives: &[
            "script-src 'self'",
            "connect-src http://127.0.0.1:* http://localhost:* https:",
            "trusted-types 'none'",
        ],
    },
    Policy {
        page: "method.html",
        directives: &[
            "script-src 'self'",
            "style-src 'self'",
            "img-src data:",
            "trusted-types 'none'",
        ],
    },
    Policy {
        page: "paper.html",
        directives: &["style-src 'self'", "img-src data:", "trusted-types 'none'"],
    },
    Policy {
        page: "workbench.html",
        directives: &[
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src data:",
            "connect-src 'self'",
            "trusted-types 'none'",
        ],
    },
    Policy {
        page: "setup.html",
        directives: &[
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src data:",
            "connect-src 'self'",
            "trusted-types 'none'",
        ],
    },
];

/// Policy that `index.html` adds once everything is loaded: no further scripts, styles or
/// connections, its own server included. `start.js` appends the frame of `send.html` if the site
/// needs it.
pub const CLOSED: &str = "default-src 'none'; img-src data:; frame-src";

impl Policy {
    /// Formats the policy for the `meta` element.
    pub fn in_page(&self) -> String {
        let all: Vec<&str> = ALWAYS.iter().chain(self.directives).copied().collect();
        all.join("; ")
    }

    /// Formats the policy for the header: adds `frame-ancestors`, which only a header can set.
    /// `partners` is the list of allowed origins, or a variable for it.
    pub fn in_header(&self, partners: &str) -> String {
        let ancestors = match self.page {
            "index.html" => format!("'self' {partners}"),
            // The check embeds `send.html`; in a sandboxed frame its origin is opaque, so only `*`
            // matches. The page shows nothing and does nothing by itself.
            "send.html" => "*".to_owned(),
            _ => "'self'".to_owned(),
        };
        format!("{}; frame-ancestors {}", self.in_page(), ancestors.trim())
    }

    /// Inserts the policy into its page, before everything it applies to.
    pub fn put_into(&self, html: &str) -> Option<String> {
        const CHARSET: &str = "<meta charset=\"utf-8\" />";
        const CHARSET_OF_THE_RULEBOOK: &str = "<meta charset=\"utf-8\">";
        let after = [CHARSET, CHARSET_OF_THE_RULEBOOK]
            .into_iter()
            .find(|charset| html.contains(charset))?;
        let meta = format!(
            "{after}\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\" />",
            self.in_page()
        );
        Some(html.replacen(after, &meta, 1))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn no_policy_allows_inline_script_or_foreign_hosts() {
        for policy in POLICIES {
            let written = policy.in_header("");
            assert!(written.starts_with("default-src 'none';"), "{written}");
            for never in [
                "unsafe-inline",
                "'unsafe-eval'",
                "unsafe-hashes",
                "strict-dynamic",
            ] {
                assert!(!written.contains(never), "{}: {never}", policy.page);
            }
            assert!(
                policy.page == "send.html" || !written.contains("http"),
                "{written}"
            );
        }
    }

    #[test]
    fn policy_is_inserted_before_other_elements() {
        let [policy, ..] = POLICIES;
        let html = policy
            .put_into("<head>\n    <meta charset=\"utf-8\" />\n    <title>x</title>")
            .unwrap();
        let position = |what: &str| html.find(what).unwrap();
        assert!(position("charset") < position("Content-Security-Policy"));
        assert!(position("Content-Security-Policy") < position("<title>"));
        assert!(policy.put_into("<head></head>").is_none());
    }

    #[test]
    fn frame_ancestors_is_only_in_the_header() {
        for policy in POLICIES {
            assert!(!policy.in_page().contains("frame-ancestors"));
            assert!(policy.in_header("").contains("frame-ancestors"));
        }
    }
}
