//! How the proof grows with the questionnaire: 30, 300 and 3 000 items and rules.
//! `cargo xtask bench --core` runs it and fits the exponent.

#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use proof::Proof;
use test_support::large::{SIZES, questionnaire};

fn proof(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("proof");
    group.sample_size(10);
    for size in SIZES {
        let questionnaire = questionnaire(size);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| black_box(Proof::of(&questionnaire)).outcome.facts().count());
        });
    }
    group.finish();
}

criterion_group!(benches, proof);
criterion_main!(benches);
