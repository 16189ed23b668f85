//! Pieces that several screens use.

pub mod card;

pub mod choices;

pub mod line;

pub mod notice;

pub mod progress;

pub mod steps;
