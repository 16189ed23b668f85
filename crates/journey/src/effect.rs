//! What the journey asks the edge to do.

use super::export::{Export, ExportInput};
use assessment::ItemIndex;

use super::contact::{Field, Lines};
use super::storage::StorageEffect;

/// Something only the browser can do.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Makes the text of an export from these answers, and hands it over. [`Msg::Took`] answers.
    ///
    /// [`Msg::Took`]: super::msg::Msg::Took
    Export(Export, ExportInput),
    /// Reads the clock at the site. [`Msg::Clock`] answers, where the site has opening hours.
    ///
    /// [`Msg::Clock`]: super::msg::Msg::Clock
    ReadClock,
    /// Stops reading aloud, and lets go of files that were made.
    Forget,
    /// Brings the ways of contact into focus.
    FocusContact,
    /// Brings the heading of the form's step into focus.
    FocusStep,
    /// Puts the focus on a field of the form.
    FocusField(Field),
    /// Puts the focus on the lines that are to be copied by hand.
    FocusCopy,
    /// Holds the form's fields to the browser's own rules.
    CheckForm,
    /// Sends these lines to the site's endpoint, once.
    Send(Lines),
    /// Puts a text into the clipboard.
    Copy(String),
    /// Keeps answers on the device, opens or erases what is kept.
    Storage(StorageEffect),
}
