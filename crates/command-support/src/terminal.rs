//! Terminal output.

use std::fmt::Display;
use std::io::Write;

/// Prints one line to standard output.
pub fn say(line: impl Display) {
    if cfg!(test) {
        // The test harness captures only `println!`.
        println!("{line}");
        return;
    }
    // `println!` would panic on a closed pipe (`cargo xtask build | head`).
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Prints one line to standard error, apart from output that programs read.
pub fn complain(line: impl Display) {
    if cfg!(test) {
        eprintln!("{line}");
        return;
    }
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Strips ANSI color codes from a line.
pub fn without_colors(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
            continue;
        }
        // An ANSI color code ends with the first letter after the escape.
        characters.by_ref().find(char::is_ascii_alphabetic);
    }
    plain
}

/// Formats a number with a space as thousands separator.
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
    fn strips_only_color_codes() {
        assert_eq!(
            without_colors("test result: \u{1b}[32mok\u{1b}[0m. 1 passed"),
            "test result: ok. 1 passed"
        );
        assert_eq!(without_colors("a plain line"), "a plain line");
        assert_eq!(without_colors("cut off \u{1b}["), "cut off ");
    }

    #[test]
    fn separates_thousands_with_spaces() {
        assert_eq!(in_threes(0), "0");
        assert_eq!(in_threes(999), "999");
        assert_eq!(in_threes(14_336), "14 336");
        assert_eq!(in_threes(1_234_567), "1 234 567");
    }
}
