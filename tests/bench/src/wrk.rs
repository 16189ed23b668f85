//! wrk, which asks a server for files as fast as it answers.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use command_support::failure::Failure;
use command_support::program;
use serde::{Deserialize, Serialize};

/// Seconds of one run.
pub const SECONDS: u32 = 10;

/// Threads of wrk.
pub const THREADS: u32 = 2;

/// Connections kept open, each with one request under way.
pub const CONNECTIONS: u32 = 50;

/// One request of a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Path on the server.
    pub path: String,
    /// ETag of the file that the browser has already; empty without one.
    pub etag: String,
}

/// What wrk counts in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Answered requests.
    pub requests: f64,
    /// Length of the run.
    pub microseconds: f64,
    /// Bytes of all answers, headers included.
    pub bytes: f64,
    /// Latency that half of the answers kept, in microseconds.
    pub p50: f64,
    /// Latency that 99 of 100 answers kept, in microseconds.
    pub p99: f64,
    /// Connections that could not be opened.
    pub connect: u32,
    /// Failed reads.
    pub read: u32,
    /// Failed writes.
    pub write: u32,
    /// Requests that took longer than two seconds.
    pub timeout: u32,
    /// Answers with a status above 399.
    pub status: u32,
}

impl Outcome {
    /// Answered requests in a second.
    pub fn requests_per_second(&self) -> f64 {
        self.requests * 1e6 / self.microseconds.max(1.0)
    }

    /// Everything that went wrong.
    pub fn errors(&self) -> u32 {
        [
            self.connect,
            self.read,
            self.write,
            self.timeout,
            self.status,
        ]
        .into_iter()
        .sum()
    }
}

/// Asks a server for the files of a visit, in their order, for [`SECONDS`].
pub fn run(address: &str, visit: &[Asked]) -> Result<Outcome, Failure> {
    let wrk = std::env::var_os("FOOTING_WRK").map_or(PathBuf::from("wrk"), PathBuf::from);
    let folder = tempfile::tempdir().map_err(|error| unwritten(&error))?;
    let script = folder.path().join("load.lua");
    std::fs::write(&script, include_str!("../scripts/load.lua"))
        .map_err(|error| unwritten(&error))?;
    let mut command = Command::new(wrk);
    command
        .arg(format!("--threads={THREADS}"))
        .arg(format!("--connections={CONNECTIONS}"))
        .arg(format!("--duration={SECONDS}s"))
        .arg("--script")
        .arg(&script)
        .arg(address)
        .arg("--")
        .args(visit.iter().flat_map(|asked| [&asked.path, &asked.etag]))
        .stderr(Stdio::inherit());
    let output = program::answer(&mut command);
    output.as_deref().and_then(read).ok_or_else(|| {
        Failure::work(
            format!("`{}` told no figures.", program::written(&command)),
            "Install wrk 4, or set FOOTING_WRK to where it is; then run `cargo xtask bench --load` again.",
        )
    })
}

/// Reads the line of figures that the script writes behind wrk's own report.
fn read(output: &str) -> Option<Outcome> {
    let line = output.lines().rfind(|line| line.starts_with('{'))?;
    serde_json::from_str(line).ok()
}

fn unwritten(error: &std::io::Error) -> Failure {
    Failure::work(
        format!("The script for wrk cannot be written: {error}."),
        "Make room in the folder for temporary files, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As wrk 4.1.0 writes it.
    const OUTPUT: &str = r#"Running 10s test @ http://127.0.0.2:40123
  2 threads and 50 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency    62.50ms   81.24ms 401.00ms   82.11%
    Req/Sec   400.12     90.01   700.00     68.00%
  8000 requests in 10.00s, 360.00MB read
  Socket errors: connect 0, read 1, write 0, timeout 2
  Non-2xx or 3xx responses: 3
Requests/sec:    800.00
Transfer/sec:     36.00MB
{"requests":8000,"microseconds":10000000,"bytes":377487360,"p50":41000,"p99":320000,"connect":0,"read":1,"write":0,"timeout":2,"status":3}
"#;

    #[test]
    fn figures_are_read_from_the_line_of_the_script() {
        let outcome = read(OUTPUT).unwrap();
        assert_eq!(outcome.requests_per_second(), 800.0);
        assert_eq!((outcome.p50, outcome.p99), (41_000.0, 320_000.0));
        assert_eq!(outcome.bytes, 377_487_360.0);
        assert_eq!(outcome.errors(), 6);
    }

    #[test]
    fn a_report_without_figures_is_none() {
        let (report, _) = OUTPUT.split_once('{').unwrap();
        assert_eq!(read(report), None);
        assert_eq!(read("{\"requests\":8000}"), None);
    }

    #[test]
    fn the_script_writes_every_figure_that_is_read() {
        let script = include_str!("../scripts/load.lua");
        let outcome = serde_json::to_value(read(OUTPUT).unwrap()).unwrap();
        for name in outcome.as_object().unwrap().keys() {
            assert!(script.contains(&format!("\"{name}\":%.0f")), "{name}");
        }
    }
}
