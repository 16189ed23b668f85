//! End-to-end tests of `footing check-site`.

use super::{complaint, footing};

#[test]
fn a_file_far_too_large_is_refused_at_once() {
    let long = format!("{{ \"name\": \"{}\" }}", "x".repeat(10_000_000));
    let text = complaint(footing(&["check-site", "-"], long));
    assert!(
        text.contains("standard input is larger than 100000 bytes"),
        "{text}"
    );
    assert!(text.len() < 500, "{text}");
}

#[test]
fn whatever_it_holds_it_is_told_and_never_breaks_off() {
    for input in [
        &b"\xff\xfe{\0}\0"[..],
        b"",
        b"nul",
        b"{\"name\": \"\x1b[31m\"}",
        b"{\"\x1b]0;x\": 1}",
        b"{\"name\": 1e999}",
        b"{\"name\": \"\\ud800\"}",
        b"{\"\\u001b[2J\": 1}",
        "[".repeat(90_000).as_bytes(),
        "{\"a\":".repeat(15_000).as_bytes(),
    ] {
        let text = complaint(footing(&["check-site", "-"], input));
        assert!(
            !text
                .chars()
                .any(|letter| letter.is_control() && letter != '\n'),
            "{text:?}"
        );
    }
}

#[test]
fn a_logo_has_to_stand_beside_its_settings() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = folder.join("site.json");
    std::fs::write(&file, "{ \"name\": \"H\", \"logo\": \"logo.svg\" }").unwrap();
    let file = file.to_str().unwrap();
    let check = || footing(&["check-site", file], "");
    let missing = complaint(check());
    std::fs::write(folder.join("logo.svg"), "<svg/>").unwrap();
    check().success();
    std::fs::write(folder.join("logo.svg"), "x".repeat(100_001)).unwrap();
    let large = complaint(check());
    assert!(
        missing.contains("There is no such picture beside this file."),
        "{missing}"
    );
    assert!(
        large.contains("The logo is larger than 100 000 bytes."),
        "{large}"
    );
}
