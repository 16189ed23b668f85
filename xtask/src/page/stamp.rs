//! Names for files that trunk does not name.

use sha2::{Digest, Sha256};

/// A short name for what a file holds, so that a browser never keeps an old file with a new page. The
/// standard library's hasher would give another one with another Rust.
pub fn stamp(bytes: &[u8]) -> String {
    format!("{:.16x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::stamp;

    /// The beginning of the digest of "abc" in FIPS 180-2.
    #[test]
    fn a_name_is_the_same_with_every_rust() {
        assert_eq!(stamp(b"abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn another_file_has_another_name() {
        assert_eq!(stamp(b"one"), stamp(b"one"));
        assert_ne!(stamp(b"one"), stamp(b"two"));
    }
}
