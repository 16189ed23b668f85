//! The response headers that a server should send with the page, as a file to include.

use std::fmt::Write;

use super::policy::POLICIES;

/// What every file gets, whatever it is.
///
/// The files are public and hold no answer, so any page may read them: a check in a frame without an
/// origin of its own (`sandbox`) counts as a stranger to its own server.
const ALWAYS: &[(&str, &str)] = &[
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
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

/// Names with a hash in them, which never hold anything else. Trunk writes a hash without its leading
/// zeros, so one build in sixteen has a shorter one.
const HASHED: &str = r"-[0-9a-f]{8,16}(_bg)?\.(js|wasm|css)$";

/// The maps for nginx's `http` block.
pub fn nginx_maps() -> String {
    let mut text = String::from(
        "# Footing: include this in the http block of nginx.\n\
         # Pages of other origins that may show the check in a frame: your own site and your partners,\n\
         # such as \"https://center.example https://partner.example\".\n\
         map \"\" $footing_partners {\n    default \"\";\n}\nmap $uri $footing_policy {\n",
    );
    for policy in POLICIES {
        let place = match policy.page {
            // Also where the address ends at the folder.
            "index.html" => "default".to_owned(),
            page => format!("~/{}$", page.replace('.', "\\.")),
        };
        // Writing to a text cannot fail.
        let _ = writeln!(text, "    {place} \"{}\";", policy.in_header());
    }
    let _ = write!(
        text,
        "}}\nmap $uri $footing_cache {{\n    default \"no-cache\";\n    \"~{HASHED}\" \
         \"public, max-age=31536000, immutable\";\n}}\n"
    );
    text
}

/// The headers for nginx's `server` block, or for the `location` that serves the folder.
pub fn nginx_headers() -> String {
    let mut text = String::from(
        "# Footing: include this in the server or location block that serves the folder. nginx drops\n\
         # these lines inside a block that has add_header lines of its own: include it there again.\n",
    );
    let varying = [
        ("Content-Security-Policy", "$footing_policy"),
        ("Cache-Control", "$footing_cache"),
    ];
    for (name, value) in varying.iter().chain(ALWAYS) {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_policy_and_the_folder_has_that_of_its_page() {
        let maps = nginx_maps();
        for policy in POLICIES {
            assert!(maps.contains(&policy.in_header()), "{}", policy.page);
        }
        assert!(maps.contains("default \"default-src 'none'"), "{maps}");
        assert!(maps.contains("~/send\\.html$ \""), "{maps}");
    }

    #[test]
    fn no_value_ends_its_own_quotes() {
        for line in (nginx_maps() + &nginx_headers())
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            assert!(line.matches('"').count() % 2 == 0, "{line}");
        }
    }
}
