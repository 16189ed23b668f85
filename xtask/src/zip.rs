//! Reproducible zip files: the same files always give the same bytes.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use ::zip::result::ZipError;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, DateTime, ZipWriter};

use command_support::failure::Failure;

/// World-readable, owner-writable, so that a server that unpacks the zip can serve the files.
const MODE: u32 = 0o644;

/// Packs files in the order of their names, which use slashes.
///
/// Nothing depends on the computer or the date: no timestamps, no owner, and a fixed compression method.
pub fn zip(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, Failure> {
    write(files).map_err(|error| {
        Failure::work(
            format!("The files cannot be packed: {error}."),
            "Check their names and sizes, then run this again.",
        )
    })
}

fn write(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The earliest date of the format.
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(MODE);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use ::zip::ZipArchive;

    use super::*;

    fn files() -> BTreeMap<String, Vec<u8>> {
        [
            ("b/page.html", b"<p>second</p>".repeat(100)),
            ("a.txt", b"first".to_vec()),
        ]
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .into()
    }

    #[test]
    fn what_goes_in_comes_out_in_order_and_smaller() {
        let packed = zip(&files()).unwrap();
        assert!(packed.len() < 500, "{}", packed.len());
        let mut archive = ZipArchive::new(Cursor::new(packed)).unwrap();
        let mut found = Vec::new();
        for position in 0..archive.len() {
            let mut file = archive.by_index(position).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(MODE));
            assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
            found.push((file.name().unwrap().into_owned(), bytes));
        }
        assert_eq!(found, files().into_iter().collect::<Vec<_>>());
    }

    /// A snapshot, so that a change of the library or the computer is noticed.
    #[test]
    fn the_bytes_are_always_the_same() {
        use sha2::{Digest, Sha256};
        let digest = Sha256::digest(zip(&files()).unwrap());
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "a290dcf7ec80d2076be6606730ab79eaa6ad0cfdc5fdce8ee0f27a7f6312e46b"
        );
    }

    #[test]
    fn nothing_to_pack_is_an_empty_archive() {
        let packed = zip(&BTreeMap::new()).unwrap();
        assert_eq!(ZipArchive::new(Cursor::new(packed)).unwrap().len(), 0);
    }
}
