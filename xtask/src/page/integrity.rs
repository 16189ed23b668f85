//! SRI digests.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use command_support::failure::Failure;
use sha2::{Digest, Sha384};

use super::read;

/// Start of a script that stands beside its page.
const SCRIPT: &str = "src=\"./";

/// Value of the `integrity` attribute for these bytes.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// Adds digests to the scripts of a page that have none yet: `Integrity-Policy` refuses every script without one.
/// `crossorigin` belongs to it, because in a sandboxed frame the page is of another origin than its files.
pub fn into_scripts(staging: &Path, html: &str) -> Result<String, Failure> {
    let mut done = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<script ") {
        let Some((tag, more)) = after.split_once('>') else {
            break;
        };
        done += before;
        done += "<script ";
        done += tag;
        let name = tag
            .split_once(SCRIPT)
            .and_then(|(_, name)| name.split('"').next());
        if let Some(name) = name.filter(|_| !tag.contains("integrity=")) {
            let digest = integrity(&read(&staging.join(name))?);
            done += &format!(" integrity=\"{digest}\" crossorigin=\"anonymous\"");
        }
        done.push('>');
        rest = more;
    }
    Ok(done + rest)
}

#[cfg(test)]
mod tests {
    use super::{integrity, into_scripts};

    #[test]
    fn scripts_get_a_digest_unless_they_have_one() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.js"), "abc").unwrap();
        let html = "<script src=\"./a.js\" defer></script><script src=\"./b.js\" integrity=\"x\"></script>";
        let done = into_scripts(folder.path(), html).unwrap();
        let digest = integrity(b"abc");
        let first = format!(
            "<script src=\"./a.js\" defer integrity=\"{digest}\" crossorigin=\"anonymous\"></script>"
        );
        assert!(done.starts_with(&first), "{done}");
        assert!(done.ends_with("<script src=\"./b.js\" integrity=\"x\"></script>"));
    }

    /// The digest of "abc" in FIPS 180-2, as base64.
    #[test]
    fn the_published_example_comes_out() {
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
