//! Footing beside other ways to ask the same questions, in one browser and from one server.
//!
//! Start at [`run`]. [`Subject`](subject::Subject) lists what is compared, [`Measure`](measure::Measure) what is
//! measured, [`goals`] what the design asks for. The measuring itself is in `scripts/observer.js`, which runs
//! in each page. Times judge nothing: no goal fails a command or a test.

#![allow(
    clippy::float_arithmetic,
    reason = "statistics of measured times, never of answers"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::float_cmp,
        reason = "that is how a test fails"
    )
)]

pub mod subject;

pub mod branching;

pub mod form;

pub mod story;

pub mod served;

pub mod server;

pub mod visit;

pub mod seen;

pub mod run;

pub mod measure;

pub mod statistics;

pub mod report;

mod machine;

pub mod goals;

pub mod table;

mod chart;

mod fairness;

pub mod page;

pub mod docs;

pub mod scaling;

pub mod timings;

pub mod load;

pub mod visit_files;

pub mod wrk;

pub mod access_log;

pub mod traffic;
