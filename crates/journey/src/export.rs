//! Ways to take the result along.

use assessment::Response;

use super::saved::SavedAnswers;

/// A way to take the result along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// On paper, or as a PDF.
    Print,
    /// As text, in the clipboard.
    Copy,
    /// As a text file.
    SaveText,
    /// As a FHIR file.
    SaveFhir,
    /// Results of earlier days beside this one, as a text file.
    SaveOverTime,
    /// As text to select by hand, where the others are refused.
    ShowText,
    /// Read aloud by a voice of the device.
    ReadAloud,
    /// No longer read aloud.
    StopReading,
}

/// The answers that an export is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportInput {
    /// The answers of today.
    pub response: Response,
    /// Finished answers of earlier days, for the export over time alone.
    pub earlier: Vec<SavedAnswers>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportOutcome {
    /// It was done.
    Done,
    /// The browser refused, or cannot.
    Refused,
}
