//! Content hashes in file names that Trunk does not hash.

use sha2::{Digest, Sha256};

/// Short content hash, so that a browser never uses an old cached file with a new page. The standard
/// library's hasher would give different hashes in different Rust versions.
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
