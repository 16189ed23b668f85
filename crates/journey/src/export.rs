//! Exports of the result.

use assessment::Response;

use super::saved::SavedAnswers;

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// Prints the result, on paper or as a PDF.
    Print,
    /// Copies the result as text to the clipboard.
    Copy,
    /// Saves the result as a text file.
    SaveText,
    /// Saves the result as a FHIR file.
    SaveFhir,
    /// Saves this result and those of earlier days as a text file.
    SaveOverTime,
    /// Shows the text for manual selection, where the browser refuses the other exports.
    ShowText,
    /// Reads the result aloud with the device's speech synthesis.
    ReadAloud,
    /// Stops reading aloud.
    StopReading,
}

/// The answers from which an export is created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportInput {
    /// Today's answers.
    pub response: Response,
    /// Finished answers of earlier days; only for [`Export::SaveOverTime`].
    pub earlier: Vec<SavedAnswers>,
}

/// The outcome of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportOutcome {
    /// The browser did it.
    Done,
    /// The browser refused, or lacks the feature.
    Refused,
}
