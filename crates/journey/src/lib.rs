//! The state machine of a check, in the Elm architecture: which screen the person is on, and what happens
//! next.
//!
//! One [`Model`], one [`update()`] function, and a list of [`Effect`]s for the browser layer to perform.
//! Nothing here touches a browser, reads a clock or writes to a device: answers live in the [`Model`], and
//! [`saved`] only defines the text format for answers that a person asks to save. The result is never stored.
//! Start at [`update()`].

mod ahead;

mod export;

mod update;

mod contact;

mod model;

mod msg;

mod effect;

mod answer;
mod navigation;
mod pace;
mod page_part;
mod replay;
mod section;
mod snapshot;
mod standing;

mod storage;

pub mod saved;

pub use ahead::Ahead;
pub use contact::{
    Asked, Contact, ContactMsg, Copying, Field, FieldError, FieldErrorKind, Fields, Line, Lines,
    Outcome, PartOfDay, SendFailure, Step, Tick, asked, asks_time,
};
pub use effect::Effect;
pub use export::{Export, ExportInput, ExportOutcome};
pub use model::{Model, Notice, Screen};
pub use msg::Msg;
pub use pace::Pace;
pub use page_part::PagePart;
pub use replay::replay;
pub use section::{OpenSections, Section};
pub use storage::{
    Lock, LockWith, OnConflict, SavedState, Span, Storage, StorageArea, StorageEffect, StorageMsg,
    StorageNote, StoragePort,
};
pub use update::update;
