//! Configuration for Apache and LiteSpeed: one `.htaccess` in the served folder.

use std::fmt::Write;

use super::headers::{ALWAYS, CachePolicy, HASHED, INTEGRITY, TYPES};
use super::policy::{check_pages, pages};
use super::server_kind::Hosting;

/// Generates the file. `IfModule` skips directives without their module instead of failing.
pub(super) fn htaccess(hosting: &Hosting) -> String {
    let partners = hosting.listed();
    let mut text = String::from(
        "# Footing: this file belongs into the folder of the check, under the name .htaccess.\n\
         # Pages of other origins that may show the check in a frame stand after frame-ancestors.\n\
         <IfModule mod_mime.c>\n",
    );
    for (ending, kind) in TYPES {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "  AddType {kind} .{ending}");
    }
    text.push_str("</IfModule>\n<IfModule mod_headers.c>\n");
    for (name, value) in ALWAYS {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let cache = |text: &mut String, indent: &str, cache_policy: CachePolicy| {
        let _ = writeln!(
            text,
            "{indent}Header always set Cache-Control \"{}\"",
            cache_policy.value()
        );
    };
    cache(&mut text, "  ", CachePolicy::Revalidate);
    // Default first: the CSP of the check, for every file without its own section; later lines override
    // earlier ones.
    for (page, policy) in pages() {
        let value = policy.in_header(&hosting.inline, &partners);
        let line = format!("Header always set Content-Security-Policy \"{value}\"");
        let _ = match page {
            "index.html" => writeln!(text, "  {line}"),
            page => writeln!(text, "  <Files \"{page}\">\n    {line}\n  </Files>"),
        };
    }
    let (name, value) = INTEGRITY;
    for page in check_pages() {
        let _ = writeln!(
            text,
            "  <Files \"{page}\">\n    Header always set {name} \"{value}\"\n  </Files>"
        );
    }
    let _ = writeln!(text, "  <FilesMatch \"{HASHED}\">");
    cache(&mut text, "    ", CachePolicy::Immutable);
    text.push_str("  </FilesMatch>\n</IfModule>\n");
    text.push_str(
        "<IfModule mod_filter.c>\n  <IfModule mod_deflate.c>\n    AddOutputFilterByType DEFLATE \
         text/html text/css text/javascript application/json application/wasm image/svg+xml\n  \
         </IfModule>\n</IfModule>\n",
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_closed_and_values_stay_quoted() {
        let partners = crate::partners(["https://partner.example", "x\"\nRequire all denied"]);
        let text = htaccess(&Hosting::at("/", partners));
        let mut open = Vec::new();
        for line in text
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with('#'))
        {
            assert!(line.matches('"').count() % 2 == 0, "{line}");
            if let Some(name) = line.strip_prefix("</") {
                assert_eq!(open.pop(), Some(name.trim_end_matches('>')), "{line}");
            } else if let Some(name) = line.strip_prefix('<') {
                open.push(name.split(' ').next().unwrap_or_default());
            } else {
                let known = ["AddType ", "Header always set ", "AddOutputFilterByType "];
                assert!(known.iter().any(|name| line.starts_with(name)), "{line}");
            }
        }
        assert!(open.is_empty(), "{open:?}");
        assert!(text.contains("frame-ancestors 'self' https://partner.example\""));
        assert!(!text.contains("Require"));
    }
}
