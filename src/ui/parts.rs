//! Components shared by several screens.

pub mod card;

pub mod choices;

pub mod countries;

pub mod languages;

pub mod line;

pub mod notice;

pub mod progress;

pub mod steps;

pub mod waiting;
