//! Counts the syllables of an English word by spelling rules.

/// Counts the syllables of a word. A number, a symbol or an abbreviation counts as one, as in the
/// instructions for the formula (Flesch, How to Write Plain English, 1979).
pub(super) fn syllables(word: &str) -> i32 {
    let abbreviation = word.len() > 1 && !word.contains(|letter: char| letter.is_lowercase());
    if abbreviation || word.contains(|letter: char| letter.is_ascii_digit()) {
        return 1;
    }
    let small = word.trim_end_matches("'s").to_lowercase();
    let letters: String = small.chars().filter(char::is_ascii_alphabetic).collect();
    let counted = groups(&letters) + split_groups(&letters) - silent(&letters);
    counted.max(1)
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

/// Counts groups of adjacent vowels.
fn groups(letters: &str) -> i32 {
    letters
        .split(|letter| !is_vowel(letter))
        .filter(|group| !group.is_empty())
        .map(|_| 1)
        .sum()
}

/// Counts adjacent vowels that belong to two syllables.
fn split_groups(letters: &str) -> i32 {
    let mut apart = 0;
    let mut before = None;
    let mut rest = letters.chars();
    while let Some(letter) = rest.next() {
        let after = rest.as_str();
        let soft = before.is_some_and(|before| "tcsgx".contains(before));
        let spoken_apart = match letter {
            // Play-ing, try-ing, any-one.
            'y' => before.is_some() && after.starts_with(is_vowel),
            // Me-di-a, ra-di-o and Val-i-um, not so-cial and not ques-tion.
            'i' => after.starts_with(['a', 'o', 'u']) && !soft || ["er", "est"].contains(&after),
            // U-su-al, not qual-i-ty and not guard.
            'u' => after.starts_with('a') && !before.is_some_and(|before| "qg".contains(before)),
            // Go-ing, see-ing.
            'o' | 'e' => after == "ing",
            _ => false,
        };
        apart += i32::from(spoken_apart);
        before = Some(letter);
    }
    apart
}

/// Counts each silent e.
fn silent(letters: &str) -> i32 {
    let ending = |stem: Option<&str>, voiced: fn(&str) -> bool| {
        stem.is_some_and(|stem| {
            stem.ends_with(|letter| !is_vowel(letter)) && !voiced(stem) && !ends_in_le(stem)
        })
    };
    let at_end = ending(letters.strip_suffix('e'), |_| false)
        || ending(letters.strip_suffix("es"), |stem| {
            stem.ends_with(['s', 'x', 'z', 'c', 'g'])
                || stem.ends_with("ch")
                || stem.ends_with("sh")
        })
        || ending(letters.strip_suffix("ed"), |stem| {
            stem.ends_with(['t', 'd'])
        });
    let inside = ["ly", "ful", "fully", "less", "ness", "ment", "ments"]
        .iter()
        .filter_map(|suffix| letters.strip_suffix(suffix)?.strip_suffix('e'))
        .any(|stem| ending(Some(stem), |_| false) && groups(stem) > 0);
    i32::from(at_end) + i32::from(inside)
}

/// Whether the e after the stem is part of a syllable: ta-ble, strug-gled.
fn ends_in_le(stem: &str) -> bool {
    stem.strip_suffix('l')
        .is_some_and(|stem| stem.ends_with(|letter| !is_vowel(letter) && !"lrw".contains(letter)))
}
