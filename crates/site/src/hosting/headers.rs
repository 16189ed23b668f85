//! What every answer of the server carries, whatever kind of server it is.

/// What every file gets.
///
/// The files are public and hold no answer, so any page may read them: a check in a frame without an
/// origin of its own (`sandbox`) counts as a stranger to its own server. Asking the same of what it
/// embeds itself lets pages with such a policy of their own show it.
pub const ALWAYS: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", PERMISSIONS),
];

/// The page asks the browser for nothing but the clipboard, when a person presses Copy. Named is what
/// Chromium 156 knows; it complains of anything else.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), \
    browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(self), compute-pressure=(), \
    display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
    gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), local-fonts=(), \
    magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), usb=(), \
    window-management=(), xr-spatial-tracking=()";

/// How long a browser may keep a file without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// It asks each time whether there is a newer one.
    Revalidate,
    /// Its name changes with what it holds, so it never asks again.
    Immutable,
}

impl CachePolicy {
    /// The value of `Cache-Control`.
    pub fn value(self) -> &'static str {
        match self {
            CachePolicy::Revalidate => "no-cache",
            CachePolicy::Immutable => "public, max-age=31536000, immutable",
        }
    }
}

/// Names with a hash in them, as a pattern: they never hold anything else. A hash is written without
/// its leading zeros, so one build in sixteen has a shorter one.
pub(super) const HASHED: &str = r"-[0-9a-f]{8,16}(_bg)?\.(js|wasm|css)$";

/// What each kind of file is.
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

/// How long a browser may keep the file with this name, as servers see it that know [`HASHED`]. The
/// manifest says the same.
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

/// Whether this is a hash, as it stands in a name.
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
    fn only_a_name_with_a_hash_is_kept() {
        for kept in [
            "footing-0123456789abcdef.js",
            "footing-0123456789abcdef_bg.wasm",
            "widget-12345678.css",
        ] {
            assert_eq!(cache_policy(kept), CachePolicy::Immutable, "{kept}");
        }
        for asked in [
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
            assert_eq!(cache_policy(asked), CachePolicy::Revalidate, "{asked}");
        }
    }
}
