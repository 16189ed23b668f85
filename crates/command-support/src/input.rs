//! Reads untrusted files with a size limit.

use std::io::Read;
use std::path::Path;

use crate::failure::Failure;

/// An input file of a command.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Name of the kind of file in messages, such as "settings file".
    pub what: &'static str,
    /// Maximum size in bytes.
    pub most: u64,
}

/// Name of a file in messages.
pub fn name_of(file: &Path) -> String {
    if is_standard_input(file) {
        "standard input".into()
    } else {
        file.display().to_string()
    }
}

/// Whether the path is `-`, which means standard input.
pub fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

impl Input {
    /// Reads the file, or standard input for `-`.
    pub fn read(self, file: &Path) -> Result<String, Failure> {
        let Input { what, most } = self;
        let name = name_of(file);
        let mut bytes = Vec::new();
        // Standard input, a pipe or a device may never end, so stop reading after the limit.
        let one_more = most.saturating_add(1);
        let done = if is_standard_input(file) {
            std::io::stdin().take(one_more).read_to_end(&mut bytes)
        } else {
            std::fs::File::open(file).and_then(|file| file.take(one_more).read_to_end(&mut bytes))
        };
        done.map_err(|error| {
            Failure::input(
                format!("{name} cannot be read: {error}."),
                format!("Name a {what} as a JSON file, or `-` for standard input."),
            )
        })?;
        if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
            return Err(Failure::input(
                format!("{name} is larger than {most} bytes."),
                format!("A {what} is much smaller; check the file."),
            ));
        }
        String::from_utf8(bytes).map_err(|error| {
            let whole = error.utf8_error().valid_up_to();
            Failure::input(
                format!("{name} is not UTF-8 text, from byte {whole} on."),
                "Save it as UTF-8 JSON.",
            )
        })
    }
}
