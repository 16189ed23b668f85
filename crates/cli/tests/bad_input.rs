//! `footing assess` with input that no well-meaning sender makes: a clear refusal with exit code
//! 2, in bounded memory.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "that is how a test fails"
)]

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

const RESPONSE: &str = "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[";

/// A response with an item so many times, and nothing at the end that would make it whole.
fn many(item: &str, count: usize) -> String {
    let items = vec![item; count].join(",");
    format!("{RESPONSE}{items}]}}")
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_footing"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

fn start(command: &mut Command) -> Child {
    command
        .env("RUST_BACKTRACE", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// What is said when standard input holds this.
fn complaint(input: &[u8]) -> String {
    let mut child = start(command().args(["assess", "-"]));
    // A command that refuses its input may be gone before it has read all of it.
    let _ = child.stdin.take().unwrap().write_all(input);
    complaint_of(&child.wait_with_output().unwrap())
}

/// What is said of this file.
fn complaint_about(file: &str) -> String {
    let child = start(command().args(["assess", file]));
    complaint_of(&child.wait_with_output().unwrap())
}

/// What happened and what to do, exit code 2, nothing on standard output.
fn complaint_of(output: &Output) -> String {
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{:?}: {text}", output.status);
    assert!(output.stdout.is_empty());
    assert!(
        text.starts_with("error: ") && text.lines().count() >= 2,
        "{text}"
    );
    assert!(!text.contains("panicked"), "{text}");
    assert!(text.len() < 2_000, "{} bytes", text.len());
    text
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let item = |item: &str| format!("{RESPONSE}{item}]}}");
    for (input, position) in [
        (String::new(), "line 1, column 1: nothing is here"),
        ("{\"resourceType\":".into(), "line 1, column 16: this is not JSON"),
        ("{\"resourceType\":\"Patient\"}".into(), "resourceType: found \"Patient\""),
        (
            "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"https://other.example\"}".into(),
            "questionnaire: these are answers to 'https://other.example'",
        ),
        (
            "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"entered-in-error\"}".into(),
            "status: these answers were taken back",
        ),
        (item("{\"linkId\":\"x\"}"), "item[0].linkId: there is no item 'x'"),
        (item("{\"linkId\":1e999}"), "number out of range"),
        (
            item("{\"linkId\":\"mood\",\"linkId\":\"age\"}"),
            "the key 'linkId' stands twice",
        ),
        (
            item("{\"linkId\":\"mood\",\"modifierExtension\":[]}"),
            "item[0].modifierExtension: this changes what the answers mean",
        ),
        (
            item(&"{\"linkId\":\"g\",\"item\":[".repeat(100_000)),
            "nested more than 100 deep",
        ),
        (
            item(&format!("{}{}", "{\"linkId\":\"g\",\"item\":[".repeat(30), "]}".repeat(30))),
            "nested more than 16 deep",
        ),
        (
            format!("{{\"text\":{}", "[".repeat(100_000)),
            "nested more than 100 deep",
        ),
    ] {
        let text = complaint(input.as_bytes());
        assert!(text.contains(position), "{position}: {text}");
        assert!(text.contains("standard input: "), "{text}");
    }
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_place() {
    let mut input = many("", 0).into_bytes();
    input.push(0xff);
    let text = complaint(&input);
    let whole = input.len() - 1;
    assert!(
        text.contains(&format!("not UTF-8 text, from byte {whole} on")),
        "{text}"
    );
    // As Windows once liked to write it.
    let wide: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let text = complaint(&[&[0xff, 0xfe], wide.as_slice()].concat());
    assert!(text.contains("not UTF-8 text, from byte 0 on"), "{text}");
}

#[test]
fn what_is_no_file_is_refused_by_name() {
    for file in ["tests", "no-such-file.json", "Cargo.toml/response.json"] {
        let text = complaint_about(file);
        assert!(text.contains(&format!("{file} cannot be read")), "{text}");
        assert!(text.contains("standard input"), "{text}");
    }
}

/// Only the dash means standard input.
#[test]
fn a_file_is_never_taken_for_standard_input() {
    assert!(complaint_about("standard input").contains("cannot be read"));
}

#[test]
fn more_than_a_response_can_need_is_refused() {
    // Each of them is refused for its size, or for the number of values in it.
    for item in ["{\"linkId\":\"g\",\"item\":[]}", "[]", "{}"] {
        let text = complaint(many(item, 1_000_000).as_bytes());
        assert!(
            text.contains("is larger than 4194304 bytes")
                || text.contains("more than 50000 values"),
            "{text}"
        );
    }
    let long = complaint(many(&format!("\"{}\"", "x".repeat(5_000_000)), 1).as_bytes());
    assert!(long.contains("is larger than 4194304 bytes"), "{long}");
}

/// Runs under a limit on memory. Half of it is what the command takes for good input; a response that
/// went into memory whole would need many times the rest.
#[cfg(target_os = "linux")]
mod bounded {
    use super::*;

    const MEGABYTES: u32 = 192;

    fn limited(command: &str) -> Command {
        let mut shell = Command::new("sh");
        shell
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env("FOOTING", env!("CARGO_BIN_EXE_footing"))
            .args([
                "-c",
                &format!("ulimit -v {} && {command}", MEGABYTES * 1_024),
            ]);
        shell
    }

    fn complaint(input: &[u8]) -> String {
        let mut child = start(&mut limited("exec \"$FOOTING\" assess -"));
        let _ = child.stdin.take().unwrap().write_all(input);
        complaint_of(&child.wait_with_output().unwrap())
    }

    #[test]
    fn good_input_fits() {
        let mut child = start(&mut limited("exec \"$FOOTING\" assess -"));
        let input = many("", 0);
        child
            .stdin
            .take()
            .unwrap()
            .write_all(input.as_bytes())
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    #[test]
    fn the_limit_is_there() {
        // Proves that the tests beside this one would fail if memory were not bounded.
        let mut child = start(&mut limited("exec sort -S 1G --parallel=1 /dev/zero"));
        drop(child.stdin.take());
        assert!(!child.wait().unwrap().success());
    }

    /// As many values as fit into the size that is let in, of the kinds that cost most memory.
    #[test]
    fn the_worst_that_fits_the_size_is_refused_in_bounded_memory() {
        for item in ["{\"a\":0}", "{\"a\":[0]}", "[0]", "[]", "0", "\"\""] {
            let count = 4_000_000 / (item.len() + 1);
            let text = complaint(many(item, count).as_bytes());
            assert!(text.contains("more than 50000 values"), "{item}: {text}");
        }
        let keys: Vec<String> = (0..300_000).map(|key| format!("\"{key}\":0")).collect();
        let text = complaint(format!("{{{}}}", keys.join(",")).as_bytes());
        assert!(text.contains("more than 50000 values"), "{text}");
    }

    /// As many as may be read, of the kind that costs most memory.
    #[test]
    fn as_many_values_as_are_let_in_fit() {
        let text = complaint(many("{\"a\":0}", 24_990).as_bytes());
        assert!(text.contains("item[0].linkId"), "{text}");
    }

    #[test]
    fn input_without_end_is_refused_in_bounded_memory() {
        for command in [
            "exec \"$FOOTING\" assess /dev/zero",
            "exec \"$FOOTING\" assess - </dev/zero",
            "yes '{' | \"$FOOTING\" assess -",
        ] {
            let child = start(&mut limited(command));
            let text = complaint_of(&child.wait_with_output().unwrap());
            assert!(text.contains("is larger than 4194304 bytes"), "{text}");
        }
    }

    /// A named pipe is read as it comes, and no further than a file.
    #[test]
    fn a_pipe_with_a_name_is_read_and_bounded() {
        let pipe = std::env::temp_dir().join(format!("footing-pipe-{}", std::process::id()));
        let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
        assert!(made.success());
        let command = "yes '[' > \"$PIPE\" & exec \"$FOOTING\" assess \"$PIPE\"";
        let child = start(limited(command).env("PIPE", &pipe));
        let output = child.wait_with_output();
        std::fs::remove_file(&pipe).unwrap();
        let text = complaint_of(&output.unwrap());
        assert!(text.contains("is larger than 4194304 bytes"), "{text}");
    }
}
