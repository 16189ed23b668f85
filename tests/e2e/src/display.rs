//! Xvfb, a screen without hardware: WebKitGTK's MiniBrowser has no headless mode.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Running Xvfb, ended on drop.
#[derive(Debug)]
pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts Xvfb on a free display, which it chooses itself.
    pub(crate) fn start(program: &Path) -> Display {
        let mut process = Command::new(program)
            // The number goes to standard output once it accepts connections.
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let mut number = String::new();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        output.read_line(&mut number).unwrap();
        let number = number.trim();
        assert!(!number.is_empty(), "Xvfb ended without a display");
        Display {
            process,
            name: format!(":{number}"),
        }
    }

    /// Value of `DISPLAY`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Fails only if the process has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
