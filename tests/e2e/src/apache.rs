//! A folder behind a real Apache that reads the `.htaccess` in it, as a shared host does.

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::environment::path;
use crate::nginx::free_port;
use crate::site::Site;

/// How long it may take to come up on a busy computer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where Debian puts what Apache loads.
const MODULES: &str = "/usr/lib/apache2/modules";

/// A running Apache, gone when dropped.
#[derive(Debug)]
pub struct Apache {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Apache {
    /// Serves a folder with nothing set but what the folder says itself.
    pub fn start(site: &Path) -> Apache {
        Apache::at(free_port(Site::First), site)
    }

    /// The same at this port, so that others can name it before it runs.
    pub fn at(port: u16, site: &Path) -> Apache {
        let folder = tempfile::tempdir().unwrap();
        // Started by root, it reads as somebody else.
        let_all_read(folder.path());
        // The list of types that it wants is left nearly empty: the folder has to bring its own.
        fs::write(folder.path().join("mime.types"), "text/html html\n").unwrap();
        let configuration = folder.path().join("apache.conf");
        fs::write(&configuration, written(site, folder.path(), port)).unwrap();
        let process = Command::new(path("FOOTING_APACHE"))
            // One process: it ends when it is killed, and leaves nobody behind.
            .arg("-X")
            .arg("-f")
            .arg(&configuration)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("Apache does not start: {error}"));
        let apache = Apache {
            process,
            port,
            folder,
        };
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(
                begun.elapsed() < PATIENCE,
                "Apache does not answer:\n{}",
                apache.log("error.log")
            );
            std::thread::yield_now();
        }
        apache
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

impl Drop for Apache {
    fn drop(&mut self) {
        // Gone already is gone enough.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Lets everybody read a folder.
pub fn let_all_read(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

fn written(site: &Path, folder: &Path, port: u16) -> String {
    let modules: String = [
        "mpm_event",
        "authz_core",
        "mime",
        "dir",
        "headers",
        "filter",
        "deflate",
    ]
    .map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n"))
    .concat();
    let (site, folder) = (site.display(), folder.display());
    format!(
        "{modules}ServerName 127.0.0.1
Listen 127.0.0.1:{port}
User nobody
Group nogroup
ServerRoot {folder}
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/error.log
LogFormat \"%r\" request
CustomLog {folder}/access.log request
DocumentRoot {site}
DirectoryIndex index.html
<Directory />
    AllowOverride None
    Require all denied
</Directory>
<Directory {site}>
    AllowOverride All
    Require all granted
</Directory>
"
    )
}
