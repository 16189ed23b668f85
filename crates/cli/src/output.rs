//! JSON on standard output.

use command_support::failure::Failure;
use command_support::terminal::say;

/// Prints a value as indented JSON.
pub fn print(value: &serde_json::Value) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| {
        Failure::work(
            format!("The result cannot be written: {error}."),
            "Report this: it is a bug.",
        )
    })?;
    say(text);
    Ok(())
}
