//! The built page behind a real web server, with the headers that the build writes for it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::environment::path;

/// How long it may take to come up on a busy computer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running nginx, gone when dropped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Nginx {
    /// Serves a built page as its documentation says.
    pub fn start(dist: &Path) -> Nginx {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port();
        let configuration = folder.path().join("nginx.conf");
        fs::write(&configuration, written(dist, folder.path(), port)).unwrap();
        let process = Command::new(path("FOOTING_NGINX"))
            .arg("-p")
            .arg(folder.path())
            .arg("-c")
            .arg(&configuration)
            .arg("-e")
            .arg(folder.path().join("error.log"))
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("nginx does not start: {error}"));
        let nginx = Nginx {
            process,
            port,
            folder,
        };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(
                begun.elapsed() < PATIENCE,
                "nginx does not answer:\n{}",
                nginx.log("error.log")
            );
            std::thread::yield_now();
        }
        nginx
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Every request line in the server's log so far.
    pub fn requests(&self) -> Vec<String> {
        self.log("access.log").lines().map(str::to_owned).collect()
    }

    fn log(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap_or_default()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Gone already is gone enough.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

fn written(dist: &Path, folder: &Path, port: u16) -> String {
    let (dist, folder) = (dist.display(), folder.display());
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {folder}/{kind};\n"))
        .concat();
    // One process: it ends when it is killed, and leaves nobody behind.
    format!(
        "daemon off;
master_process off;
pid {folder}/nginx.pid;
events {{}}
http {{
{temporary}    types {{
        text/html html;
    }}
    log_format request '$request';
    access_log {folder}/access.log request;
    include {dist}/headers/nginx-http.conf;
    server {{
        listen 127.0.0.1:{port};
        root {dist};
        include {dist}/headers/nginx-server.conf;
    }}
}}
"
    )
}
