//! Effects: what the journey asks the browser to do.

use super::export::{Export, ExportInput};
use assessment::ItemIndex;

use super::contact::{Field, Lines};
use super::storage::StorageEffect;

/// A side effect that the browser performs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Pushes a history entry without content, so that the browser's Back returns to the current screen.
    PushHistory,
    /// Moves this many history entries forward, or back if negative.
    Go(i16),
    /// Focuses one option of an item.
    FocusOption(ItemIndex, u8),
    /// Scrolls to the new heading and focuses it.
    FocusHeading,
    /// Scrolls to the notice and focuses it.
    FocusNotice,
    /// Creates an export from these answers, and delivers it. The reply is [`Msg::Took`].
    ///
    /// [`Msg::Took`]: super::msg::Msg::Took
    Export(Export, ExportInput),
    /// Reads the clock in the site's time zone. The reply is [`Msg::Clock`], if the site has opening hours.
    ///
    /// [`Msg::Clock`]: super::msg::Msg::Clock
    ReadClock,
    /// Waits until the browser has painted the first screen of the result. The reply is [`Msg::Painted`].
    ///
    /// [`Msg::Painted`]: super::msg::Msg::Painted
    AwaitPaint,
    /// Stops reading aloud, and releases created files.
    Forget,
    /// Focuses the contact methods.
    FocusContact,
    /// Focuses the heading of the form's current step.
    FocusStep,
    /// Focuses a field of the form.
    FocusField(Field),
    /// Focuses the lines to copy by hand.
    FocusCopy,
    /// Validates the form's fields with the browser's own rules.
    CheckForm,
    /// Sends these lines to the site's endpoint, once.
    Send(Lines),
    /// Copies a text to the clipboard.
    Copy(String),
    /// Opens the page of another language, which goes on from this snapshot.
    OpenPage(&'static str, String),
    /// Saves, unlocks or erases answers on the device.
    Storage(StorageEffect),
}
