//! HTTP response headers, MIME types and cache policies, for every kind of server.

/// Headers of every response.
///
/// CORS and CORP allow any origin: the files are public and contain no answers, and in a sandboxed
/// frame (opaque origin) the check is cross-origin to its own server. COEP lets pages with that
/// policy embed the check.
pub const ALWAYS: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", PERMISSIONS),
];

/// `Integrity-Policy` of the check's own pages: they run no script file without a digest (SRI), so that a tag without
/// one, planted or forgotten, is refused. Chrome since 138 and Firefox since 145 know it. Other pages in the folder
/// do not get it: a page of the site's own may load `embed.js` without a digest.
pub(super) const INTEGRITY: (&str, &str) = ("Integrity-Policy", "blocked-destinations=(script)");

/// `Permissions-Policy`: denies everything except writing the clipboard, for Copy. It lists the
/// features that Chromium 156 knows; unknown ones cause console warnings.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), \
    browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(self), compute-pressure=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), \
    window-management=(), xr-spatial-tracking=()";

/// Cache policy of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// The browser revalidates on each use.
    Revalidate,
    /// The name contains a content hash, so the browser never revalidates.
    Immutable,
}

impl CachePolicy {
    /// Value of `Cache-Control`.
    pub fn value(self) -> &'static str {
        match self {
            CachePolicy::Revalidate => "no-cache",
            CachePolicy::Immutable => "public, max-age=31536000, immutable",
        }
    }
}

/// Regular expression of file names with a content hash. A hash is printed without leading zeros,
/// so it may be shorter.
pub(super) const HASHED: &str = r"-[0-9a-f]{8,16}(_bg)?\.(js|wasm|css)$";

/// MIME type (Content-Type) of each file extension.
pub const TYPES: &[(&str, &str)] = &[
    ("html", "text/html"),
    ("css", "text/css"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("txt", "text/plain"),
];

/// Cache policy by file name, as on servers that use the `HASHED` pattern. Must match the manifest.
pub fn cache_policy(name: &str) -> CachePolicy {
    let file = name.rsplit('/').next().unwrap_or(name);
    let Some((stem, ending)) = file.rsplit_once('.') else {
        return CachePolicy::Revalidate;
    };
    let hash = stem
        .strip_suffix("_bg")
        .unwrap_or(stem)
        .rsplit_once('-')
        .map_or("", |(_, hash)| hash);
    if is_hash(hash) && ["js", "wasm", "css"].contains(&ending) {
        CachePolicy::Immutable
    } else {
        CachePolicy::Revalidate
    }
}

/// Whether a part of a file name is a content hash.
pub(super) fn is_hash(text: &str) -> bool {
    (8..=16).contains(&text.len())
        && text
            .bytes()
            .all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_immutable() {
        for hashed in [
            "footing-0123456789abcdef.js",
            "footing-0123456789abcdef_bg.wasm",
            "widget-12345678.css",
        ] {
            assert_eq!(cache_policy(hashed), CachePolicy::Immutable, "{hashed}");
        }
        for unhashed in [
            "index.html",
            "embed.js",
            "settings.js",
            "site.json",
            "site.schema.json",
            "words/en.json",
            "footing-1234567.js",
            "footing-0123456789abcdef0.js",
            "footing-0123456789abcdeg.js",
            "footing-0123456789abcdef.html",
            "",
        ] {
            assert_eq!(
                cache_policy(unhashed),
                CachePolicy::Revalidate,
                "{unhashed}"
            );
        }
    }
}
