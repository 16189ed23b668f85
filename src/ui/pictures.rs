//! Pictures drawn from data, each with its words beside it.
//!
//! The words are the text of the page, not an afterthought: a list, a table, a term with its fact. The
//! inline SVG beside them says the same once more to the eye, and is hidden from screen readers.

pub mod compare;

pub mod over_time;

pub mod path;

pub mod profile;

pub mod qr;

pub mod week;
