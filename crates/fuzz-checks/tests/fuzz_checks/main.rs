//! Runs the fuzz targets on their seeds and on the corpus, as regression tests. The fuzzer itself:
//! `cargo xtask fuzz`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use command_support::notes::{Withstood, withstood};
use command_support::soak;
use content::questionnaire;
use fhir::read_response;
use i18n::Words;
use proptest::prelude::{ProptestConfig, any, prop, proptest};
use proptest::test_runner::RngSeed;

use fuzz_checks::TARGETS;
use fuzz_checks::seeds::{Seed, seeds};

#[test]
fn every_target_accepts_its_seeds() {
    for (target, run) in TARGETS {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target} has no seeds");
        for (name, input) in seeds {
            assert!(catch_unwind(|| run(&input)).is_ok(), "{target}: {name}");
        }
    }
}

#[test]
fn every_target_accepts_its_corpus() {
    for (target, run) in TARGETS {
        let files = files(&Path::new("corpus").join(target));
        assert!(!files.is_empty(), "{target} has no corpus");
        for file in files {
            let input = fs::read(&file).unwrap();
            assert!(catch_unwind(|| run(&input)).is_ok(), "{}", file.display());
            withstood(Withstood::Inputs, 1);
        }
    }
}

/// Rejected seeds would not help the fuzzer.
#[test]
fn seeds_are_valid_input() {
    let mut answered = 0;
    for (name, input) in seeds("read_response") {
        let text = String::from_utf8(input).unwrap();
        let read = read_response(questionnaire(), &text);
        assert!(read.is_ok(), "{name}");
        // A story may equal the mildest answers.
        answered += usize::from(read.is_ok_and(|response| !response.is_empty()));
    }
    assert!(answered > 200, "only {answered} seeds hold an answer");
    for (name, input) in seeds("words") {
        assert!(input.len() < 16_384, "{name}: {} bytes", input.len());
        let text = String::from_utf8(input).unwrap();
        assert!(Words::read(questionnaire(), &text).is_ok(), "{name}");
    }
}

#[test]
fn every_target_has_a_binary_and_a_corpus() {
    let expected: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let names = |folder: &str| -> BTreeSet<String> {
        let paths = fs::read_dir(home().join(folder)).unwrap();
        paths
            .map(|entry| entry.unwrap().path())
            .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(names("fuzz_targets"), expected);
    assert_eq!(names("corpus"), expected);
    let manifest = fs::read_to_string(home().join("Cargo.toml")).unwrap();
    for target in expected {
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")));
    }
}

/// Function of a target.
type Run = fn(&[u8]);

/// Cached: every case needs one of many files for every target.
static SEEDS: LazyLock<Vec<(Run, Vec<Seed>)>> = LazyLock::new(|| {
    TARGETS
        .iter()
        .map(|(target, run)| (*run, seeds(target)))
        .collect()
});

proptest! {
    #![proptest_config(ProptestConfig {
        cases: soak::wanted(soak::CASES).map_or(64, |cases| u32::try_from(cases).unwrap()),
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(soak::wanted(soak::SEED).unwrap_or(20_261_121)),
        ..ProptestConfig::default()
    })]

    /// Damage as by a broken connection or a corrupt cache.
    #[test]
    fn every_target_accepts_damaged_seeds(
        which in any::<prop::sample::Index>(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..6),
    ) {
        for (run, seeds) in SEEDS.iter() {
            let (_, mut input) = which.get(seeds).clone();
            for (position, kind, byte) in &damage {
                let position = position.index(input.len().max(1)).min(input.len());
                let end = input.len().min(position + usize::from(*byte));
                match kind % 4 {
                    0 => input.truncate(position),
                    1 => drop(input.drain(position..end)),
                    2 => input.insert(position, *byte),
                    _ => {
                        let part = input[position..end].to_vec();
                        input.splice(position..position, part);
                    }
                }
            }
            run(&input);
        }
        withstood(Withstood::Inputs, SEEDS.len());
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(home().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz")
}
