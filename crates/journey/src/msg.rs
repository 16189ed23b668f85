//! What can happen.

use super::export::{Export, ExportOutcome};
use assessment::{ItemIndex, PageIndex};
use site::WeekMinute;

use super::contact::ContactMsg;
use super::model::Pace;
use super::section::OpenSections;
use super::storage::StorageMsg;

/// Something the person or the browser did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Chose the one option of an item.
    Chose(ItemIndex, u8),
    /// Switched one of several options of an item on or off.
    Toggled(ItemIndex, u8),
    /// Pressed a number key inside the options of an item; 1 is the first.
    NumberKey(ItemIndex, u8),
    /// Answered "not sure".
    Unsure(ItemIndex),
    /// Answered "rather not say".
    Declined(ItemIndex),
    /// Answered "not sure" to every question of a page that is still open.
    RestUnsure(PageIndex),
    /// Answered "rather not say" to every question of a page that is still open.
    RestDeclined(PageIndex),
    /// Went on: from the start, a question, a help screen, the review.
    Continue,
    /// Went back one place with the page's own button.
    Back,
    /// The browser stands at this place of the trail.
    WentTo(u16),
    /// The browser went back, and cannot say how far.
    WentBack,
    /// Asked to change the answers of one page.
    Change(PageIndex),
    /// Asked to see all answers.
    Review,
    /// Asked where the check stands, on a page of questions.
    Standing,
    /// Asked for the result at once, where nothing left to ask can change it.
    Finish,
    /// Chose how the result speaks.
    Pace(Pace),
    /// Opened or closed sections of the result; these are open now.
    Sections(OpenSections),
    /// Asked to take the result along.
    Export(Export),
    /// The browser did that, or refused.
    Took(Export, ExportOutcome),
    /// The minute of the week where the site is; nothing where the browser does not know.
    Clock(Option<WeekMinute>),
    /// Did something with the contact form.
    Contact(ContactMsg),
    /// Did something about keeping answers.
    Storage(StorageMsg),
    /// Erased everything and went back to the start.
    StartOver,
    /// Left quickly: `static/leave.js` opens the other page.
    Leave,
}
