//! What is said to the person at the terminal.

use std::fmt::Display;
use std::io::Write;

/// Says one line on standard output.
pub fn say(line: impl Display) {
    if cfg!(test) {
        // Only what is printed this way is kept out of the report of the tests.
        println!("{line}");
        return;
    }
    // A reader who went away (`cargo xtask build | head`) is no reason to fail, and `println!`
    // would panic.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Says one line on standard error, where it does not mix with output meant for a program.
pub fn complain(line: impl Display) {
    if cfg!(test) {
        eprintln!("{line}");
        return;
    }
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Takes the color codes out of a line, so that its words can be read.
pub fn without_colors(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
            continue;
        }
        // A color code runs from the escape to the first letter after it.
        characters.by_ref().find(char::is_ascii_alphabetic);
    }
    plain
}

/// Writes a number with its digits in threes, parted by a space.
pub fn in_threes(number: usize) -> String {
    let digits = number.to_string();
    let mut written = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(' ');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_go_and_words_stay() {
        assert_eq!(
            without_colors("test result: \u{1b}[32mok\u{1b}[0m. 1 passed"),
            "test result: ok. 1 passed"
        );
        assert_eq!(without_colors("a plain line"), "a plain line");
        assert_eq!(without_colors("cut off \u{1b}["), "cut off ");
    }

    #[test]
    fn long_numbers_are_parted_in_threes() {
        assert_eq!(in_threes(0), "0");
        assert_eq!(in_threes(999), "999");
        assert_eq!(in_threes(14_336), "14 336");
        assert_eq!(in_threes(1_234_567), "1 234 567");
    }
}
