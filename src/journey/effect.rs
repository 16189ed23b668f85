//! What the journey asks the edge to do.

use crate::assessment::ItemIndex;

/// Something only the browser can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Adds a history entry that says nothing, so that the browser's Back leads to where we were.
    PushHistory,
    /// Goes so many history entries forward, or back where it is below zero.
    Go(i16),
    /// Puts the focus on one option of an item.
    FocusOption(ItemIndex, u8),
    /// Brings the new heading into view and into focus.
    FocusHeading,
    /// Brings the notice into view and into focus.
    FocusNotice,
    /// Leaves for a neutral page, and leaves no way back.
    Leave,
}
