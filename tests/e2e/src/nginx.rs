//! nginx that serves the built page with the headers that the build generates.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::environment::path;
use crate::folder::copy_folder;
use crate::site::Site;

/// Startup timeout on a busy computer.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Running nginx, killed on drop.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    site: Site,
    port: u16,
    folder: TempDir,
}

/// Settings that a site owner may change in the configuration.
#[derive(Clone, Copy, Debug)]
struct Owner<'a> {
    site: Site,
    /// Origins that may frame the check, replacing those in the generated configuration.
    partners: Option<&'a str>,
    /// nginx `limit_rate`: bytes per second and connection, `0` for no limit.
    rate: &'a str,
}

impl Nginx {
    /// Serves a built page as documented.
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

    /// Serves a built page that these origins may frame.
    pub fn for_partner(site: Site, dist: &Path, partners: &str) -> Nginx {
        Nginx::slow_for_partner(site, dist, partners, "0")
    }

    /// Serves a built page at a limited rate, such as `50k` bytes per second.
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

    /// Serves a copy of the built page with a given server block and map of partners. `config`
    /// returns both for the path of the copy.
    pub fn with_config(dist: &Path, config: impl FnOnce(&str) -> (String, String)) -> Nginx {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        copy_folder(dist, &site);
        let (server, partners) = config(site.to_str().unwrap());
        let maps = site.join("headers/nginx-http.conf");
        let generated = fs::read_to_string(&maps).unwrap();
        let empty = partners_in(&generated).to_owned();
        fs::write(&maps, generated.replace(&empty, partners_in(&partners))).unwrap();
        let site = Site::Second;
        let port = free_port(site);
        let listen = format!("listen {}:{port};\n    server_name", site.address());
        let server = server.replace("server_name", &listen);
        let configuration = http_config(folder.path(), &server);
        Nginx::spawn(folder, site, port, &configuration)
    }

    fn run(dist: &Path, owner: Owner<'_>) -> Nginx {
        let folder = tempfile::tempdir().unwrap();
        let port = free_port(owner.site);
        let configuration = config(dist, folder.path(), port, owner);
        Nginx::spawn(folder, owner.site, port, &configuration)
    }

    fn spawn(folder: TempDir, site: Site, port: u16, text: &str) -> Nginx {
        let configuration = folder.path().join("nginx.conf");
        fs::write(&configuration, text).unwrap();
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
        let start = Instant::now();
        while TcpStream::connect((site.address(), port)).is_err() {
            assert!(
                start.elapsed() < TIMEOUT,
                "nginx does not answer:\n{}",
                nginx.log("error.log")
            );
            std::thread::yield_now();
        }
        nginx
    }

    /// URL of a path.
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
        // Fails only if the process has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Finds a free port, which another process may still take.
pub fn free_port(site: Site) -> u16 {
    let listener = TcpListener::bind((site.address(), 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// The map of partners in a configuration, up to its closing brace.
fn partners_in(configuration: &str) -> &str {
    let from = configuration.find("map \"\" $footing_partners {").unwrap();
    let rest = &configuration[from..];
    &rest[..=rest.find('}').unwrap()]
}

fn config(dist: &Path, folder: &Path, port: u16, owner: Owner<'_>) -> String {
    let maps = fs::read_to_string(dist.join("headers/nginx-http.conf")).unwrap();
    let generated = partners_in(&maps);
    let Owner {
        site,
        partners,
        rate,
    } = owner;
    let wanted = partners.map_or_else(
        || generated.to_owned(),
        |partners| format!("map \"\" $footing_partners {{\n    default \"{partners}\";\n}}"),
    );
    fs::write(folder.join("maps.conf"), maps.replace(generated, &wanted)).unwrap();
    let (dist, config_dir, host) = (dist.display(), folder.display(), site.address());
    http_config(
        folder,
        &format!(
            "include {config_dir}/maps.conf;
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

/// Complete nginx configuration around the contents of the `http` block.
fn http_config(folder: &Path, contents: &str) -> String {
    let folder = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("    {kind}_temp_path {folder}/{kind};\n"))
        .concat();
    // Single process, so that killing it leaves no children.
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
{contents}}}
"
    )
}
