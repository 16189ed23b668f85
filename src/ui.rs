//! The view.
//!
//! Screens are pure functions from the model and the words to HTML; they emit messages and decide nothing
//! about care. They access no storage, clock or URL: the browser layer provides the date and performs
//! effects. Start at [`App`], then [`screen`].

mod app;

mod host_context;

mod view;

mod frame;

mod start;

mod question;

mod help;

mod review;

mod standing;

mod result;

mod why;

mod change;

mod advice;

mod fit;

mod pictures;

mod take_along;

mod storage;

mod text_size;

mod inspect;

mod contact;

mod level;

mod matters;

mod pace;

mod signs;

mod parts;

pub use app::{App, AppProps};
pub use frame::screen;
pub use host_context::{HostContext, Isolation};
pub use view::{Readiness, View};
