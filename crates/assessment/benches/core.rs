//! How the assessment grows with the questionnaire: invented ones of 30, 300 and 3 000 items and rules.
//! `cargo xtask bench --core` runs it and fits the exponents.

#![allow(missing_docs, reason = "criterion's macros write public functions")]

use std::hint::black_box;

use assessment::{
    Evaluation, GapPolicy, Questionnaire, Response, ScoredAnswers, SortedSet, assess, standing,
    what_would_change,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use test_support::large::{SIZES, answered, half_answered, questionnaire};

/// As many answers at once as the result page tries first.
const LARGEST_SET: usize = 1;

fn core(criterion: &mut Criterion) {
    let questionnaires = SIZES.map(|size| (size, questionnaire(size)));
    let mut measure = |name: &str, run: &dyn Fn(&Questionnaire)| {
        let mut group = criterion.benchmark_group(name);
        // Ten samples: the largest take a second each.
        group.sample_size(10);
        for (size, questionnaire) in &questionnaires {
            let id = BenchmarkId::from_parameter(size);
            group.bench_with_input(id, questionnaire, |bencher, questionnaire| {
                bencher.iter(|| run(black_box(questionnaire)));
            });
        }
        group.finish();
    };
    measure("assess", &|questionnaire| {
        black_box(assess(questionnaire, &answered(questionnaire)));
    });
    measure("answers alone", &|questionnaire| {
        black_box(answered(questionnaire));
    });
    measure("range", &|questionnaire| {
        let response = half_answered(questionnaire);
        for policy in [GapPolicy::Mildest, GapPolicy::MostCareful] {
            black_box(weigh(questionnaire, &response, policy));
        }
    });
    measure("what would change", &|questionnaire| {
        let response = answered(questionnaire);
        black_box(what_would_change(questionnaire, &response, LARGEST_SET));
    });
    measure("early stop", &|questionnaire| {
        let response = half_answered(questionnaire);
        black_box(standing(questionnaire, &response, &SortedSet::default()));
    });
}

fn weigh(questionnaire: &Questionnaire, response: &Response, policy: GapPolicy) -> Evaluation {
    let scored = ScoredAnswers::read(questionnaire, response, policy);
    Evaluation::of(questionnaire, scored)
}

criterion_group!(benches, core);
criterion_main!(benches);
