//! Writes the seed corpus and a dictionary of every fuzz target to a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use fuzz_checks::TARGETS;
use fuzz_checks::seeds::{Seed, seeds};

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.expect("name the folder to write to");
    for (target, _) in TARGETS {
        let seeds = seeds(target);
        let own = folder.join(target);
        // Removes seeds of earlier versions.
        let _ = fs::remove_dir_all(&own);
        fs::create_dir_all(&own).expect("a folder for the seeds");
        for (name, input) in &seeds {
            fs::write(own.join(name), input).expect("room for the seeds");
        }
        let dictionary = folder.join(format!("{target}.dict"));
        fs::write(dictionary, words_in(&seeds)).expect("room for the dictionary");
    }
}

/// Dictionary in libFuzzer's format: each word of the seeds once, in quotes.
fn words_in(seeds: &[Seed]) -> String {
    let mut words = BTreeSet::new();
    for (_, input) in seeds {
        let text = String::from_utf8_lossy(input);
        let parts =
            text.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter));
        words.extend(
            parts
                .filter(|word| (2..=40).contains(&word.len()))
                .map(str::to_owned),
        );
    }
    // A comment line, because libFuzzer rejects an empty dictionary and binary seeds have no words.
    let mut dictionary = "# Every word of the seeds.\n".to_owned();
    dictionary.extend(words.iter().map(|word| format!("\"{word}\"\n")));
    dictionary
}
