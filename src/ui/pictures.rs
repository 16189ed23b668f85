//! Pictures drawn from data, each with a text equivalent.
//!
//! The text is the content, not an afterthought: a list, a table, a term with its fact. The inline SVG beside
//! it repeats the same visually, and is hidden from screen readers.

pub mod compare;

pub mod over_time;

pub mod path;

pub mod profile;

pub mod qr;

pub mod week;
