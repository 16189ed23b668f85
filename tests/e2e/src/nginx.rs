//! The built page behind a real web server, with the headers that the build writes for it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::environment::path;
use crate::folder::copy_folder;
use crate::site::Site;

/// How long it may take to come up on a busy computer.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running nginx, gone when dropped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    site: Site,
    port: u16,
    folder: TempDir,
}

/// What a site owner may write into the configuration.
#[derive(Clone, Copy, Debug)]
struct Owner<'a> {
    site: Site,
    /// Who may show the check in a frame, in place of those that stand there.
    partners: Option<&'a str>,
    /// Bytes in a second for each connection, in nginx's words; `0` is without limit.
    rate: &'a str,
}

impl Nginx {
    /// Serves a built page as its documentation says.
    pub fn start(dist: &Path) -> Nginx {
        Nginx::run(
            dist,
            Owner {
                site: Site::First,
                partners: None,
                rate: "0",
            },
        )
    }

    /// The same at a site, for pages of these origins.
    pub fn for_partner(site: Site, dist: &Path, partners: &str) -> Nginx {
        Nginx::slow_for_partner(site, dist, partners, "0")
    }

    /// The same over a slow line: so many bytes in a second for each connection, such as `50k`.
    pub fn slow_for_partner(site: Site, dist: &Path, partners: &str, rate: &str) -> Nginx {
        Nginx::run(
            dist,
            Owner {
                site,
                partners: Some(partners),
                rate,
            },
        )
    }

    /// A copy of the built page at a folder of its own, served by a server block and with a map of
    /// partners that somebody wrote down. They are asked for with the name of the folder.
    pub fn as_written(dist: &Path, written: impl FnOnce(&str) -> (String, String)) -> Nginx {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        copy_folder(dist, &site);
        let (server, partners) = written(site.to_str().unwrap());
        let maps = site.join("headers/nginx-http.conf");
        let given = fs::read_to_string(&maps).unwrap();
        let empty = partners_in(&given).to_owned();
        fs::write(&maps, given.replace(&empty, partners_in(&partners))).unwrap();
        let site = Site::Second;
        let port = free_port(site);
        let listen = format!("listen {}:{port};\n    server_name", site.address());
        let server = server.replace("server_name", &listen);
        let configuration = around(folder.path(), &server);
        Nginx::begin(folder, site, port, &configuration)
    }

    fn run(dist: &Path, owner: Owner<'_>) -> Nginx {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port(owner.site);
        let configuration = written(dist, folder.path(), port, owner);
        Nginx::begin(folder, owner.site, port, &configuration)
    }

    fn begin(folder: TempDir, site: Site, port: u16, written: &str) -> Nginx {
        let configuration = folder.path().join("nginx.conf");
        fs::write(&configuration, written).unwrap();
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
            site,
            port,
            folder,
        };
        let begun = Instant::now();
        while TcpStream::connect((site.address(), port)).is_err() {
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
        format!("http://{}:{}{path}", self.site.name(), self.port)
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
pub fn free_port(site: Site) -> u16 {
    let listener = TcpListener::bind((site.address(), 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// The map of partners in a configuration: from its name to the brace that ends it.
fn partners_in(configuration: &str) -> &str {
    let from = configuration.find("map \"\" $footing_partners {").unwrap();
    let rest = &configuration[from..];
    &rest[..=rest.find('}').unwrap()]
}

fn written(dist: &Path, folder: &Path, port: u16, owner: Owner<'_>) -> String {
    let maps = fs::read_to_string(dist.join("headers/nginx-http.conf")).unwrap();
    let there = partners_in(&maps);
    let Owner {
        site,
        partners,
        rate,
    } = owner;
    let wanted = partners.map_or_else(
        || there.to_owned(),
        |partners| format!("map \"\" $footing_partners {{\n    default \"{partners}\";\n}}"),
    );
    fs::write(folder.join("maps.conf"), maps.replace(there, &wanted)).unwrap();
    let (dist, position, host) = (dist.display(), folder.display(), site.address());
    around(
        folder,
        &format!(
            "include {position}/maps.conf;
gzip on;
gzip_types text/css text/javascript application/json application/wasm;
server {{
    listen {host}:{port};
    limit_rate {rate};
    root {dist};
    include {dist}/headers/nginx-server.conf;
}}
"
        ),
    )
}

/// What a whole configuration has besides what is ours.
fn around(folder: &Path, ours: &str) -> String {
    let folder = folder.display();
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
{ours}}}
"
    )
}
