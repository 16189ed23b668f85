//! Where the person is, and what happens next.
//!
//! One state, one function that changes it, and a list of effects for the edge to carry out. Nothing
//! here touches a browser, reads a clock or writes to a device: answers live in the [`Model`], and
//! [`kept`] only says how they are written where a person asks for it. The result is never stored.
//! Start at [`update`].

mod take;

mod update;

mod contact;

mod model;

mod msg;

mod effect;

mod keeping;

pub mod kept;

pub use contact::{
    Asked, Contact, ContactMsg, Copying, Fault, Field, Fields, Flaw, Line, Lines, Outcome,
    PartOfDay, Reason, Step, Tick, asked, asks_time,
};
pub use effect::Effect;
pub use keeping::{Keep, KeepMsg, KeepNote, KeepState, Keeping, Key, Lock, Over, Span};
pub use model::{Model, Notice, Pace, Place};
pub use msg::Msg;
pub use take::{Take, Taken};
pub use update::update;
