//! The honest range where answers are missing.

use super::output::Outputs;

/// The outputs under the mildest and the most careful reading of what is missing. Every way of
/// filling the gaps lies between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Every gap at its mildest option.
    pub mildest: Outputs,
    /// Every gap at its option of most concern.
    pub most_careful: Outputs,
}
