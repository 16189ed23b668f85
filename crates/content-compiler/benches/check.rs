//! How reading, checking and compiling content files grows with them: 30, 300 and 3 000 items and rules.
//! `cargo xtask bench --core` runs it and fits the exponent.

#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::hint::black_box;

use content_compiler::author;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use test_support::large::{SIZES, content};

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("content check");
    group.sample_size(10);
    for size in SIZES {
        let draft = content(size);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                let read = black_box(author::questionnaire(draft.folder()));
                assert!(read.is_ok(), "the invented content has mistakes");
            });
        });
    }
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);
