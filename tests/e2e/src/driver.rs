//! The WebDriver server that controls a browser: chromedriver, geckodriver or WebKitWebDriver.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use crate::browser::Scripts;
use crate::display::Display;
use crate::engine::Engine;
use crate::environment::path;
use crate::nginx::free_port;
use crate::site::Site;

/// How often a driver is started before a test fails.
const ATTEMPTS: u32 = 5;

/// How long a driver may take until it answers.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Running driver, shut down with its browsers on drop.
#[derive(Debug)]
pub(crate) struct Driver {
    engine: Engine,
    process: Child,
    port: u16,
    /// Dropped after the driver, whose browser is drawn there.
    _display: Option<Display>,
}

impl Driver {
    /// Starts the driver of an engine on a free port. It ends at once where another process has taken the
    /// port, so it may try again. The folder is for what the browser keeps.
    pub(crate) fn start(engine: Engine, scripts: Scripts, folder: &Path) -> Driver {
        (0..ATTEMPTS)
            .find_map(|_| match engine {
                Engine::Chromium => Driver::announced(engine, chromedriver()),
                Engine::Firefox => Driver::announced(engine, geckodriver(folder)),
                Engine::WebKit => Driver::webkit(scripts, folder),
            })
            .unwrap_or_else(|| panic!("the driver of {} does not start", engine.name()))
    }

    /// Starts a driver that chooses its port and tells it.
    fn announced(engine: Engine, mut program: Command) -> Option<Driver> {
        let mut process = spawn(program.stdout(Stdio::piped()));
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let port = (&mut output)
            .lines()
            .map_while(Result::ok)
            .find_map(|line| announced_port(&line));
        let Some(port) = port else {
            // It has closed its output: it ends by itself.
            let _ = process.wait();
            return None;
        };
        drain(output);
        Some(Driver {
            engine,
            process,
            port,
            _display: None,
        })
    }

    /// Starts WebKitWebDriver, which tells nothing, on a port that was free a moment before.
    fn webkit(scripts: Scripts, folder: &Path) -> Option<Driver> {
        let display = Display::start(&path("FOOTING_XVFB"));
        let port = free_port(Site::First);
        let process = spawn(webkit_driver(scripts, folder, &display, port).stdout(Stdio::null()));
        let mut driver = Driver {
            engine: Engine::WebKit,
            process,
            port,
            _display: Some(display),
        };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            let has_ended = driver.process.try_wait().unwrap().is_some();
            if has_ended || start.elapsed() > TIMEOUT {
                return None;
            }
            std::thread::yield_now();
        }
        Some(driver)
    }

    /// URL of the WebDriver endpoint.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Requests a shutdown. Killing chromedriver would leave its browsers running; the others have none left
    /// once their session is closed.
    fn shut_down(&self) -> std::io::Result<()> {
        if self.engine != Engine::Chromium {
            return Ok(());
        }
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

fn chromedriver() -> Command {
    let mut command = Command::new(path("FOOTING_CHROMEDRIVER"));
    command.arg("--port=0");
    command
}

fn geckodriver(folder: &Path) -> Command {
    let mut command = Command::new(path("FOOTING_GECKODRIVER"));
    command
        .args(["--port", "0", "--websocket-port", "0", "--profile-root"])
        .arg(folder)
        // Lets tests change the color scheme and read the history.
        .arg("--allow-system-access")
        // Writes nothing outside the profile.
        .env("HOME", folder);
    command
}

fn webkit_driver(scripts: Scripts, folder: &Path, display: &Display, port: u16) -> Command {
    let mut command = Command::new(path("FOOTING_WEBKITDRIVER"));
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", display.name())
        .env("GDK_BACKEND", "x11")
        // No accessibility bus, which nobody listens to here.
        .env("NO_AT_BRIDGE", "1")
        .env("HOME", folder);
    if scripts == Scripts::WithoutWasm {
        command.env("JSC_useWasm", "0");
    }
    command
}

fn spawn(command: &mut Command) -> Child {
    let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
    child.unwrap_or_else(|error| {
        panic!(
            "{} does not start: {error}",
            command.get_program().display()
        )
    })
}

/// Reads the rest of the output: a driver ends when it cannot write to it, and waits when it is full.
fn drain(mut output: BufReader<ChildStdout>) {
    std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
}

/// Parses "ChromeDriver was started successfully on port 40123." and "geckodriver INFO Listening on
/// 127.0.0.1:40123".
fn announced_port(line: &str) -> Option<u16> {
    let announcements = ["started successfully on port ", "Listening on 127.0.0.1:"];
    let port = announcements
        .iter()
        .find_map(|before| line.split_once(before))?
        .1;
    port.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::announced_port;

    #[test]
    fn parses_the_port_from_the_startup_line() {
        assert_eq!(announced_port("Only local connections are allowed."), None);
        for line in [
            "ChromeDriver was started successfully on port 40123.",
            "1795986031905\tgeckodriver\tINFO\tListening on 127.0.0.1:40123",
        ] {
            assert_eq!(announced_port(line), Some(40123), "{line}");
        }
    }
}
