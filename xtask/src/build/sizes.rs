//! Sizes of the built files.

use std::io::Cursor;
use std::path::Path;

use brotli::enc::BrotliEncoderParams;

use crate::files;
use command_support::failure::Failure;

/// One file of the built page.
#[derive(Debug, PartialEq, Eq)]
pub struct FileSize {
    /// Path relative to `dist/`, with forward slashes.
    pub path: String,
    /// Size on disk.
    pub raw: usize,
    /// Download size with the best brotli compression.
    pub brotli: usize,
}

/// Measures all files in a folder, sorted by path.
pub fn measure(folder: &Path) -> Result<Vec<FileSize>, Failure> {
    let weigh = || -> std::io::Result<Vec<FileSize>> {
        let mut sizes = Vec::new();
        for file in files::below(folder)? {
            let bytes = std::fs::read(&file.path)?;
            sizes.push(FileSize {
                path: file.name,
                raw: bytes.len(),
                brotli: brotli_size(&bytes)?,
            });
        }
        Ok(sizes)
    };
    weigh().map_err(|error| {
        Failure::work(
            format!(
                "The files in {} cannot be measured: {error}.",
                folder.display()
            ),
            "Run `cargo xtask build` again.",
        )
    })
}

fn brotli_size(bytes: &[u8]) -> std::io::Result<usize> {
    let settings = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut std::io::sink(), &settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_folder_is_weighed() {
        let sizes = measure(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let own = sizes
            .iter()
            .find(|size| size.path == "build/sizes.rs")
            .unwrap();
        assert_eq!(own.raw, include_bytes!("sizes.rs").len());
        assert!(own.brotli > 0 && own.brotli < own.raw);
        assert!(sizes.is_sorted_by(|one, other| one.path < other.path));
    }

    #[test]
    fn repetition_weighs_next_to_nothing() {
        assert!(brotli_size(&[b'a'; 100_000]).unwrap() < 50);
    }

    #[test]
    fn a_missing_folder_is_told() {
        assert_eq!(
            measure(Path::new("/no/such/dist")).unwrap_err().exit_code(),
            1
        );
    }
}
