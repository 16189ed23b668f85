//! Which rooms a file names, however it names them.

use std::collections::BTreeSet;

use crate::ROOMS;
use crate::repository::Source;

/// The rooms a file names, however it names them.
pub(crate) fn rooms_used(file: &Source) -> BTreeSet<String> {
    let code: String = file.code().map(|(_, line)| format!("{line}\n")).collect();
    let mut used = BTreeSet::new();
    // From here, so many times `super` is the crate.
    let depth = file.name.matches('/').count();
    for root in [
        "crate::".to_owned(),
        "footing::".to_owned(),
        "super::".repeat(depth),
    ] {
        for (place, _) in code.match_indices(&root) {
            if code[..place].ends_with("::") {
                continue;
            }
            let rest = &code[place + root.len()..];
            match rest.strip_prefix('{') {
                None => used.extend(first_word(rest)),
                Some(group) => used.extend(words_of_group(group)),
            }
        }
    }
    used.retain(|word| ROOMS.iter().any(|(room, _)| room == word));
    used
}

fn first_word(text: &str) -> Option<String> {
    let word = text
        .trim_start()
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next();
    word.filter(|word| !word.is_empty()).map(str::to_owned)
}

/// The first word of every part of `{a, b::{c}, d}`, from after its opening bracket.
fn words_of_group(group: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut depth = 0_usize;
    let mut part = String::new();
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => words.extend(first_word(&std::mem::take(&mut part))),
            _ => {}
        }
        if letter != ',' || depth > 0 {
            part.push(letter);
        }
    }
    words.extend(first_word(&part));
    words
}

/// The scan of imports finds what it is there to find.
#[test]
fn imports_are_found_in_every_form() {
    let used = |name: &str, text: &str| -> Vec<String> {
        rooms_used(&Source {
            name: name.into(),
            text: text.into(),
        })
        .into_iter()
        .collect()
    };
    assert_eq!(used("src/journey/update.rs", "use crate::ui::App;"), ["ui"]);
    assert_eq!(
        used(
            "src/journey/update.rs",
            "use crate::{content, ui::{App, journey}, browser};"
        ),
        ["browser", "content", "ui"]
    );
    assert_eq!(
        used("src/journey/update.rs", "let x = super::super::site::Site;"),
        ["site"]
    );
    assert_eq!(used("src/journey.rs", "use super::fhir::*;"), ["fhir"]);
    assert_eq!(
        used("src/main.rs", "footing::browser::mount()"),
        ["browser"]
    );
    assert_eq!(
        used("src/journey/update.rs", "use super::site; // crate::ui"),
        [""; 0]
    );
    assert_eq!(
        used("src/ui/parts/card.rs", "use super::super::site::X;"),
        [""; 0]
    );
}
