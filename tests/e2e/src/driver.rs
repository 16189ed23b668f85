//! chromedriver, the WebDriver server that controls Chromium.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// How often chromedriver is started before a test fails.
const ATTEMPTS: u32 = 5;

/// Running chromedriver, shut down with its browsers on drop.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Kept open: chromedriver exits when it cannot write to its output.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts chromedriver on a free port. It ends at once where another process has taken the port that it
    /// chose, so it may try again.
    pub(crate) fn start(program: &Path) -> Driver {
        (0..ATTEMPTS)
            .find_map(|_| Driver::try_start(program))
            .expect("chromedriver ended without telling its port")
    }

    fn try_start(program: &Path) -> Option<Driver> {
        let mut process = Command::new(program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} does not start: {error}", program.display()));
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let port = (&mut output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| announced_port(&line));
        if port.is_none() {
            // It has closed its output: it ends by itself.
            let _ = process.wait();
        }
        Some(Driver {
            process,
            port: port?,
            _output: output,
        })
    }

    /// URL of the WebDriver endpoint.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Requests a shutdown. Killing chromedriver would leave its browsers running.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        connection.set_read_timeout(Some(Duration::from_secs(10)))?;
        connection
            .write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        connection.read_to_end(&mut Vec::new())?;
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed in case the shutdown fails; the process may also have ended already.
        let _ = self.shut_down();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Parses "ChromeDriver was started successfully on port 40123."
fn announced_port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn parses_the_port_from_the_startup_line() {
        assert_eq!(announced_port("Only local connections are allowed."), None);
        assert_eq!(
            announced_port("ChromeDriver was started successfully on port 40123."),
            Some(40123)
        );
    }
}
