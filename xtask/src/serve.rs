//! `cargo xtask serve`: serves the page locally with rebuilds on change, and demo pages that embed it.

mod addresses;
mod settings;
mod startup;

use std::io::IsTerminal;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::trunk;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};
use startup::{News, Startup};

pub use addresses::Addresses;

/// Serves the page until stopped, and prints its address once it is ready.
pub fn serve(workspace: &Workspace, port: u16, profile: Profile) -> Result<(), Failure> {
    // Checked first, because the first run installs tools for a quarter of an hour.
    check_free(port)?;
    let mut trunk = trunk::trunk(workspace, "serve", profile)?;
    if !workspace.target()?.join("wasm32-unknown-unknown").exists() {
        terminal::say(
            "Building the check for the browser. The first time takes two to five minutes, later builds take seconds.",
        );
    }
    let addresses = Addresses::find(port);
    addresses.hand_to(&mut trunk);
    if std::io::stdout().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
    {
        trunk.args(["--color", "always"]);
    }

    let mut child = program::start(trunk.stdout(Stdio::piped()))?;
    let output = child.stdout.take();
    let server = Arc::new(Mutex::new(child));
    stop_with_us(&server);
    settings::follow(workspace);
    program::repeat(output, {
        let mut startup = Startup::default();
        move |line| announce(startup.hear(line), port, &addresses)
    });

    let ended = server.lock().map(|mut child| child.wait());
    match ended {
        Ok(Ok(status)) if status.success() => Ok(()),
        _ => Err(Failure::work(
            "The development server stopped.",
            "Its own words stand above: correct what they name, then run this again.",
        )),
    }
}

fn announce(news: Option<News>, port: u16, addresses: &Addresses) {
    match news {
        Some(News::Ready) if answers(port) => {
            terminal::say(addresses.announcement());
        }
        Some(News::Broken) => terminal::complain(
            "\nThe page cannot be built yet.\nCorrect what is named above and save: it is then built again.\n",
        ),
        Some(News::Ready) | None => {}
    }
}

fn check_free(port: u16) -> Result<(), Failure> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) => Err(taken(port, &error)),
    }
}

fn taken(port: u16, error: &std::io::Error) -> Failure {
    let other = if port == u16::MAX { 8081 } else { port + 1 };
    Failure::input(
        format!("Port {port} cannot be used: {error}."),
        format!(
            "Stop the program that uses it, or choose another port: `cargo xtask serve --port {other}`."
        ),
    )
}

/// Whether the server accepts a connection within a few seconds.
fn answers(port: u16) -> bool {
    // Trunk reports that it listens slightly before it does, so retry refused connections.
    let patience = Instant::now() + Duration::from_secs(5);
    while Instant::now() < patience {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        std::thread::yield_now();
    }
    false
}

/// Stops the server when this process stops, so that no server keeps the port.
fn stop_with_us(server: &Arc<Mutex<Child>>) {
    let server = Arc::clone(server);
    // Without a signal handler, Ctrl-C still reaches the server directly; only `kill` does not.
    let _ = ctrlc::set_handler(move || {
        if let Ok(mut child) = server.lock() {
            let _ = child.kill();
        }
        std::process::exit(0);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_told_with_another_one() {
        let holder = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = holder.local_addr().unwrap().port();
        let failure = check_free(port).unwrap_err();
        assert_eq!(failure.exit_code(), 2);
        assert!(
            failure
                .to_string()
                .contains(&format!("Port {port} cannot be used")),
            "{failure}"
        );
        assert!(
            failure.to_string().contains("cargo xtask serve --port "),
            "{failure}"
        );
        assert!(answers(port));
    }

    #[test]
    fn the_last_port_has_another_one_too() {
        let failure = taken(u16::MAX, &std::io::Error::other("taken"));
        assert!(failure.to_string().contains("--port 8081"), "{failure}");
    }
}
