//! Apache HTTP Server that serves a folder and reads its `.htaccess`, like shared hosting.

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

/// Startup timeout on a busy computer.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Debian's folder of Apache modules.
const MODULES: &str = "/usr/lib/apache2/modules";

/// Running Apache, killed on drop.
#[derive(Debug)]
pub struct Apache {
    process: Child,
    port: u16,
    folder: TempDir,
}

impl Apache {
    /// Serves a folder that brings its own `.htaccess`.
    pub fn start(site: &Path) -> Apache {
        Apache::at(free_port(Site::First), site)
    }

    /// Serves a folder at a port that is known before the server starts.
    pub fn at(port: u16, site: &Path) -> Apache {
        let folder = tempfile::tempdir().unwrap();
        // Started by root, Apache reads files as another user.
        make_readable(folder.path());
        // Nearly empty MIME types: the folder's `.htaccess` has to set them.
        fs::write(folder.path().join("mime.types"), "text/html html\n").unwrap();
        let configuration = folder.path().join("apache.conf");
        fs::write(&configuration, config(site, folder.path(), port)).unwrap();
        let process = Command::new(path("FOOTING_APACHE"))
            // Single process, so that killing it leaves no children.
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
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(
                start.elapsed() < TIMEOUT,
                "Apache does not answer:\n{}",
                apache.log("error.log")
            );
            std::thread::yield_now();
        }
        apache
    }

    /// URL of a path.
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
        // Fails only if the process has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Makes a folder readable for every user.
pub fn make_readable(folder: &Path) {
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
}

fn config(site: &Path, folder: &Path, port: u16) -> String {
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
