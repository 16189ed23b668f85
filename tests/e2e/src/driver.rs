//! The program that steers the browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

/// A running chromedriver, gone with its browsers when dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    port: u16,
    /// Kept open: the driver would die of what it cannot write.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts the driver on a port the system chooses.
    pub(crate) fn start(program: &Path) -> Driver {
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
            .find_map(|line| announced_port(&line))
            .expect("chromedriver ended without telling its port");
        Driver {
            process,
            port,
            _output: output,
        }
    }

    /// Where it takes commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks the driver to end all its browsers and itself. Killed outright, it would leave them.
    fn ask_to_end(&self) -> std::io::Result<()> {
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
        // What it does not do when asked, it does when killed; it may also be gone already.
        let _ = self.ask_to_end();
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Reads "ChromeDriver was started successfully on port 40123."
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
