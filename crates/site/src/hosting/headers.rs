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

/// The same names by how they begin, for servers that know no such pattern.
pub const HASHED_PREFIXES: &[&str] = &[
    "footing-",
    "setup-",
    "widget-",
    "without-wasm-",
    "workbench-",
];

/// Files that keep their name from build to build, for servers that have to be told each.
pub const UNHASHED_FILES: &[&str] = &[
    "",
    "companion.css",
    "companion.js",
    "embed.js",
    "embedded.js",
    "index.html",
    "inspect.js",
    "leave.js",
    "load.js",
    "method.css",
    "method.html",
    "method.js",
    "offline.js",
    "paper.css",
    "paper.html",
    "progress.js",
    "seal.js",
    "send.html",
    "send.js",
    "setup.css",
    "setup.html",
    "settings.js",
    "site.json",
    "site.schema.json",
    "start.js",
    "words/*",
    "workbench.css",
    "workbench.html",
];

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

/// How long a browser may keep the file with this name.
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
    let is_hash = (8..=16).contains(&hash.len())
        && hash
            .bytes()
            .all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit));
    if is_hash && ["js", "wasm", "css"].contains(&ending) {
        CachePolicy::Immutable
    } else {
        CachePolicy::Revalidate
    }
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

    #[test]
    fn no_named_file_is_one_of_the_stamped() {
        for name in UNHASHED_FILES {
            assert!(
                !HASHED_PREFIXES.iter().any(|start| name.starts_with(start)),
                "{name}"
            );
        }
    }
}
