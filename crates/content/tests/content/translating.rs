//! Translations: what is missing or stale is named by sentence, and all of them are whole.

use content_compiler::translation::{self, Sentence, TRANSLATED_FROM};

use crate::content;
use crate::draft::Draft;

#[test]
fn reworded_english_makes_one_sentence_of_each_translation_stale() {
    let draft = Draft::of(&content());
    let english = "words/en/phrases.toml";
    draft.replace(english, "start = \"Start\"", "start = \"Begin\"");
    for locale in translation::translations(draft.folder()) {
        let state = translation::read(draft.folder(), &locale).unwrap();
        let [stale] = &state.stale[..] else {
            panic!("{locale}: {:?}", state.stale)
        };
        assert_eq!(stale.original, "Begin");
        assert_eq!(stale.position.message, "phrases.toml.phrases.start");
        let file = format!("words/{locale}/phrases.toml");
        assert_eq!(stale.position.file, file);
        let accepted = translation::fingerprints(draft.folder()).unwrap();
        std::fs::write(
            draft
                .folder()
                .join(format!("words/{locale}/{TRANSLATED_FROM}")),
            accepted,
        )
        .unwrap();
        let state = translation::read(draft.folder(), &locale).unwrap();
        assert_eq!(state.stale, [], "{locale}");
    }
}

#[test]
fn no_translation_is_stale_or_misses_a_sentence() {
    let folder = content();
    let all = translation::translations(&folder);
    assert!(all.len() >= 3, "{all:?}");
    for locale in all {
        let state = translation::read(&folder, &locale).unwrap();
        assert!(state.count > 1000, "{}", state.count);
        // Words about someone else may be those to the person.
        let mut missing = state.missing.iter();
        let is_optional = |one: &Sentence| one.position.message.ends_with("other");
        assert!(missing.all(is_optional), "{locale}: {:#?}", state.missing);
        let stale: Vec<String> = state
            .stale
            .iter()
            .map(|one| one.position.to_string())
            .collect();
        assert!(
            stale.is_empty(),
            "`cargo xtask translations {locale}`: {stale:#?}"
        );
    }
}

#[test]
fn a_missing_sentence_is_named_with_its_original() {
    let draft = Draft::of(&content());
    let before = translation::read(draft.folder(), "es").unwrap();
    assert_eq!(before.missing, []);
    let file = "words/es/questionnaire.toml";
    let words = std::fs::read_to_string(draft.folder().join(file)).unwrap();
    let other = words
        .lines()
        .find(|line| line.starts_with("other = "))
        .unwrap();
    draft.replace(file, &format!("{other}\n"), "");
    let state = translation::read(draft.folder(), "es").unwrap();
    let [missing] = &state.missing[..] else {
        panic!("{:?}", state.missing)
    };
    assert_eq!(missing.position.file, "words/en/questionnaire.toml");
    assert!(missing.position.message.ends_with(".other"), "{missing:?}");
    assert!(!missing.original.is_empty());
}

/// `1-800` would be shown as `800-1` after Arabic letters.
#[test]
fn arabic_numbers_with_dashes_are_isolated() {
    let draft = Draft::of(&content());
    let wrapped = "\u{2066}1-800-222-1222\u{2069}";
    let file = "words/ar/advice.toml";
    draft.replace(file, wrapped, "1-800-222-1222");
    let problems = draft.problems_with_words();
    let named = problems.iter().filter(|one| one.contains("turned around"));
    assert_eq!(named.count(), 1, "{problems:?}");
}
