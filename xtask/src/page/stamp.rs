//! Names for files that trunk does not name.

use std::hash::{DefaultHasher, Hasher};

/// A short name for what a file holds, so that a browser never keeps an old file with a new page.
pub fn stamp(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn another_file_has_another_name() {
        assert_eq!(stamp(b"one"), stamp(b"one"));
        assert_ne!(stamp(b"one"), stamp(b"two"));
    }
}
