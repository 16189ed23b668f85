//! Messages: everything that can happen.

use super::export::{Export, ExportOutcome};
use assessment::{ItemIndex, PageIndex};
use site::WeekMinute;

use super::contact::ContactMsg;
use super::pace::Pace;
use super::section::OpenSections;
use super::storage::StorageMsg;

/// An action of the person, or an event of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The person chose an option of a single-choice item.
    Chose(ItemIndex, u8),
    /// The person toggled an option of a multiple-choice item.
    Toggled(ItemIndex, u8),
    /// The person pressed a number key within the options of an item; 1 is the first.
    NumberKey(ItemIndex, u8),
    /// The person answered "not sure".
    Unsure(ItemIndex),
    /// The person answered "rather not say".
    Declined(ItemIndex),
    /// The person answered "not sure" to every unanswered question on the screen.
    RestUnsure,
    /// The person answered "rather not say" to every unanswered question on the screen.
    RestDeclined,
    /// The person pressed Continue: on the start screen, a page, a help screen or the review.
    Continue,
    /// The person pressed the page's own Back button.
    Back,
    /// The browser's history is at this position of the trail.
    WentTo(u16),
    /// The person asked to change the answers of a page.
    Change(PageIndex),
    /// The person asked to see all answers.
    Review,
    /// The person asked, on a page of questions, what the check would suggest so far.
    Standing,
    /// The person asked for the result early, because no remaining question can change it.
    Finish,
    /// The person chose the pace of the result.
    Pace(Pace),
    /// The person opened or closed sections of the result; these are open now.
    Sections(OpenSections),
    /// The person asked for an export.
    Export(Export),
    /// The browser finished an export, or refused it.
    Took(Export, ExportOutcome),
    /// The minute of the week in the site's time zone, or `None` if the browser does not know it.
    Clock(Option<WeekMinute>),
    /// The browser has painted the first screen of the result.
    Painted,
    /// A message to the contact form.
    Contact(ContactMsg),
    /// A message to storage.
    Storage(StorageMsg),
    /// The person chose another language; this is the file name of its page.
    ChangeLocale(&'static str),
    /// The person erased everything and went back to the start.
    StartOver,
    /// The person used the quick exit: `static/leave.js` opens the other page.
    Leave,
}
