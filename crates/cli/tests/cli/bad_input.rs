//! Tests `footing assess` with malicious or broken input: a clear error with exit code 2, in bounded memory.

use snapbox::IntoData;

use super::{complaint, footing};

const RESPONSE: &str = "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[";

/// Builds a response that repeats an item `count` times and has no other fields.
fn many(item: &str, count: usize) -> String {
    let items = vec![item; count].join(",");
    format!("{RESPONSE}{items}]}}")
}

/// Returns the error message for this standard input.
fn refused(input: impl IntoData) -> String {
    complaint(footing(&["assess", "-"], input))
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    let item = |item: &str| format!("{RESPONSE}{item}]}}");
    for (input, reason) in [
        (
            item(&"{\"linkId\":\"g\",\"item\":[".repeat(100_000)),
            "nested more than 100 deep",
        ),
        (
            item(&format!(
                "{}{}",
                "{\"linkId\":\"g\",\"item\":[".repeat(30),
                "]}".repeat(30)
            )),
            "nested more than 16 deep",
        ),
        (
            format!("{{\"text\":{}", "[".repeat(100_000)),
            "nested more than 100 deep",
        ),
    ] {
        let text = refused(input);
        assert!(text.contains(reason), "{reason}: {text}");
        assert!(text.contains("standard input: "), "{text}");
    }
}

#[test]
fn text_that_is_not_utf8_is_refused_with_its_place() {
    let mut input = many("", 0).into_bytes();
    input.push(0xff);
    let whole = input.len() - 1;
    let text = refused(input);
    assert!(
        text.contains(&format!("not UTF-8 text, from byte {whole} on")),
        "{text}"
    );
    // UTF-16 with a byte order mark, as some Windows programs write it.
    let wide: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let text = refused([&[0xff, 0xfe], wide.as_slice()].concat());
    assert!(text.contains("not UTF-8 text, from byte 0 on"), "{text}");
}

#[test]
fn more_than_a_response_can_need_is_refused() {
    // Rejected for their size, or for the number of values.
    for item in ["{\"linkId\":\"g\",\"item\":[]}", "[]", "{}"] {
        let text = refused(many(item, 1_000_000));
        assert!(
            text.contains("is larger than 4194304 bytes")
                || text.contains("more than 50000 values"),
            "{text}"
        );
    }
    let long = refused(many(&format!("\"{}\"", "x".repeat(5_000_000)), 1));
    assert!(long.contains("is larger than 4194304 bytes"), "{long}");
}

/// Runs under a memory limit. Valid input needs half of it; loading a huge response into memory whole would
/// need many times the rest.
#[cfg(target_os = "linux")]
mod bounded {
    use snapbox::cmd::{Command, OutputAssert};

    use super::*;

    const MEGABYTES: u32 = 192;

    fn limited(command: &str) -> Command {
        let limit = MEGABYTES * 1_024;
        Command::new("sh")
            .env("FOOTING", env!("CARGO_BIN_EXE_footing"))
            .env("RUST_BACKTRACE", "1")
            .args(["-c", &format!("ulimit -v {limit} && {command}")])
    }

    fn assess(input: String) -> OutputAssert {
        limited("exec \"$FOOTING\" assess -").stdin(input).assert()
    }

    #[test]
    fn good_input_fits() {
        assess(many("", 0)).success();
    }

    #[test]
    fn the_limit_is_there() {
        // Proves that the other tests would fail if memory were not bounded.
        let sort = limited("exec sort -S 1G --parallel=1 /dev/zero");
        sort.assert().failure();
    }

    /// The most values that fit into the size limit, of the kinds that use most memory.
    #[test]
    fn the_worst_that_fits_the_size_is_refused_in_bounded_memory() {
        for item in ["{\"a\":0}", "{\"a\":[0]}", "[0]", "[]", "0", "\"\""] {
            let count = 4_000_000 / (item.len() + 1);
            let text = complaint(assess(many(item, count)));
            assert!(text.contains("more than 50000 values"), "{item}: {text}");
        }
        let keys: Vec<String> = (0..300_000).map(|key| format!("\"{key}\":0")).collect();
        let text = complaint(assess(format!("{{{}}}", keys.join(","))));
        assert!(text.contains("more than 50000 values"), "{text}");
    }

    /// The most values that may be read, of the kind that uses most memory.
    #[test]
    fn as_many_values_as_are_let_in_fit() {
        let text = complaint(assess(many("{\"a\":0}", 24_990)));
        assert!(text.contains("item[0].linkId"), "{text}");
    }

    #[test]
    fn input_without_end_is_refused_in_bounded_memory() {
        for command in [
            "exec \"$FOOTING\" assess /dev/zero",
            "exec \"$FOOTING\" assess - </dev/zero",
            "yes '{' | \"$FOOTING\" assess -",
        ] {
            let text = complaint(limited(command).assert());
            assert!(text.contains("is larger than 4194304 bytes"), "{text}");
        }
    }

    /// A named pipe is read as a stream, up to the same limit as a file.
    #[test]
    fn a_pipe_with_a_name_is_read_and_bounded() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        Command::new("mkfifo").arg(&pipe).assert().success();
        let command = "yes '[' > \"$PIPE\" & exec \"$FOOTING\" assess \"$PIPE\"";
        let text = complaint(limited(command).env("PIPE", &pipe).assert());
        assert!(text.contains("is larger than 4194304 bytes"), "{text}");
    }
}
