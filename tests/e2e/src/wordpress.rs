//! Local WordPress with its own database.

mod front;

use std::fs;
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::Locator;
use tempfile::TempDir;

use crate::apache::make_readable;
use crate::environment::path;
use crate::folder::copy_folder;
use crate::nginx::free_port;
use crate::session::Session;
use crate::site::Site;

/// Startup timeout of each process on a busy computer.
const TIMEOUT: Duration = Duration::from_secs(60);

/// PHP functions that could send requests past WordPress's HTTP API. Calling one is a logged error.
const FORBIDDEN: &str = "disable_functions=curl_exec,curl_multi_exec,fsockopen,pfsockopen,\
     stream_socket_client,socket_connect,mail,exec,shell_exec,system,passthru,popen,proc_open";

/// Fresh WordPress installation, removed on drop.
#[derive(Debug)]
pub struct WordPress {
    processes: Vec<Child>,
    /// Port of its URLs.
    port: u16,
    /// Port of PHP, which is another one if a web server stands in front.
    php_port: u16,
    version: String,
    folder: TempDir,
}

impl WordPress {
    /// Installs and serves WordPress: a copy of its files, a new database on a Unix socket in the
    /// same folder, and PHP's built-in web server.
    pub fn start() -> WordPress {
        let port = free_port(Site::First);
        WordPress::start_at(port, port)
    }

    /// Installs WordPress for a web server that is started later: [`WordPress::serve_with_apache`] or
    /// [`WordPress::serve_with_nginx`].
    pub fn start_behind_a_server() -> WordPress {
        WordPress::start_at(free_port(Site::First), free_port(Site::First))
    }

    fn start_at(port: u16, php_port: u16) -> WordPress {
        // Short, because paths of Unix sockets are limited to about 100 bytes.
        let folder = tempfile::Builder::new().prefix("wp").tempdir().unwrap();
        // A web server that was started by root reads files as another user.
        make_readable(folder.path());
        let mut wordpress = WordPress {
            processes: Vec::new(),
            port,
            php_port,
            version: String::new(),
            folder,
        };
        copy_folder(&path("FOOTING_WORDPRESS"), &wordpress.site());
        wordpress.start_database();
        wordpress.configure();
        wordpress.version = wordpress.run_in(
            "define( 'WP_INSTALLING', true );",
            include_str!("wordpress/install.php"),
        );
        wordpress.serve();
        wordpress
    }

    /// Installs WordPress with the plugin activated and the check's address set.
    pub fn with_plugin(zip: &Path, address: &str) -> WordPress {
        let wordpress = WordPress::start();
        wordpress.add_plugin(zip);
        wordpress.php(&format!(
            "update_option( 'footing', array( 'address' => '{address}' ) );"
        ));
        wordpress
    }

    /// Installs and activates the plugin.
    pub fn add_plugin(&self, zip: &Path) {
        let output = self.php(&format!(
            "require ABSPATH . 'wp-admin/includes/admin.php';
             WP_Filesystem();
             $done = unzip_file( '{}', WP_PLUGIN_DIR );
             if ( ! is_wp_error( $done ) ) {{ $done = activate_plugin( 'footing/footing.php' ); }}
             echo is_wp_error( $done ) ? $done->get_error_message() : 'good';",
            zip.display()
        ));
        assert_eq!(output, "good");
    }

    /// WordPress version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// URL of a path, on another host than the check.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.port)
    }

    /// Publishes a page and returns its URL.
    pub fn publish(&self, content: &str) -> String {
        let number = self.php(&format!(
            "kses_remove_filters();
             echo wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish',
                 'post_title' => 'Help', 'post_content' => wp_slash( base64_decode( '{}' ) ) ) );",
            base64(content)
        ));
        self.url(&format!("/?page_id={number}"))
    }

    /// Runs PHP inside WordPress and returns its output.
    pub fn php(&self, code: &str) -> String {
        self.run_in("", code)
    }

    /// Requests of PHP to other servers so far, each with its call stack.
    pub fn outgoing_requests(&self) -> Vec<String> {
        self.lines("asked.log")
    }

    /// PHP notices of the plugin and all fatal errors so far.
    pub fn php_errors(&self) -> Vec<String> {
        let mut found = self.lines("complaints.log");
        found.extend(self.lines("debug.log").into_iter().filter(|line| {
            ["PHP Fatal", "PHP Parse", "plugins/footing"]
                .iter()
                .any(|word| line.contains(word))
        }));
        found
    }

    /// Runs PHP from a file in the plugin's folder, so that it is attributed to the plugin.
    pub fn as_plugin(&self, code: &str) {
        let file = self
            .site()
            .join("wp-content/plugins/footing/of-the-test.php");
        fs::write(&file, format!("<?php {code}")).unwrap();
        self.php(&format!("require '{}';", file.display()));
        fs::remove_file(file).unwrap();
    }

    /// Whether a file of the site exists.
    pub fn has(&self, file: &str) -> bool {
        self.site().join(file).exists()
    }

    /// Path of a file of the site.
    pub fn file(&self, file: &str) -> PathBuf {
        self.site().join(file)
    }

    /// Logs in and waits for the admin bar.
    pub fn log_in(&self, session: &Session, name: &str) {
        session.visit(&self.url("/wp-login.php"));
        let _: serde_json::Value = session.read(&format!(
            "document.getElementById('user_login').value = '{name}';
             document.getElementById('user_pass').value = '{name}-word';
             document.getElementById('wp-submit').click(); return null;"
        ));
        session.wait_for("to be logged in", Locator::Css("#wpadminbar"));
    }

    fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    fn lines(&self, log: &str) -> Vec<String> {
        let text = fs::read_to_string(self.folder.path().join(log)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    fn start_database(&mut self) {
        let folder = self.folder.path();
        let data = format!("--datadir={}", folder.join("data").display());
        let user = format!("--user={}", current_user());
        // Own folder: a starting MariaDB deletes temporary files of others in a shared one.
        let temporary = folder.join("database-tmp");
        fs::create_dir(&temporary).unwrap();
        let output = Command::new(path("FOOTING_MARIADB_INSTALL_DB"))
            .env("TMPDIR", &temporary)
            .args(["--no-defaults", "--skip-test-db"])
            .arg("--auth-root-authentication-method=normal")
            .args([&data, &user])
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let socket = folder.join("db.sock");
        let mut database = Command::new(path("FOOTING_MARIADBD"));
        database
            .env("TMPDIR", &temporary)
            .args(["--no-defaults", "--skip-networking", &data, &user])
            .arg(format!("--socket={}", socket.display()))
            .arg(format!("--pid-file={}", folder.join("db.pid").display()))
            .arg(format!("--log-error={}", folder.join("db.log").display()));
        self.spawn(&mut database);
        self.wait_until("the database", "db.log", || {
            UnixStream::connect(&socket).is_ok()
        });
    }

    fn configure(&self) {
        let folder = self.folder.path().display();
        let url = self.url("");
        let configuration = format!(
            "<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{folder}/db.sock' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_SITEURL', '{url}' );
define( 'WP_HOME', '{url}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '{folder}/debug.log' );
define( 'DISABLE_WP_CRON', true );
define( 'FS_METHOD', 'direct' );
define( 'FOOTING_ASKED', '{folder}/asked.log' );
define( 'FOOTING_COMPLAINTS', '{folder}/complaints.log' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
"
        );
        let site = self.site();
        fs::write(site.join("wp-config.php"), configuration).unwrap();
        let mu_plugins = site.join("wp-content/mu-plugins");
        fs::create_dir_all(&mu_plugins).unwrap();
        let recorder = include_str!("wordpress/recorder.php");
        fs::write(mu_plugins.join("recorder.php"), recorder).unwrap();
        let output = self
            .interpreter()
            .arg("-r")
            .arg(format!(
                "( new mysqli( 'localhost', 'root', '', '', 0, '{folder}/db.sock' ) )->query( 'CREATE DATABASE wordpress' );"
            ))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
    }

    fn serve(&mut self) {
        let mut server = self.interpreter();
        server
            .arg("-S")
            .arg(format!("127.0.0.1:{}", self.php_port))
            .arg("-t")
            .arg(self.site());
        self.spawn(&mut server);
        self.wait_until("PHP", "debug.log", || is_open(self.php_port));
    }

    fn run_in(&self, before: &str, code: &str) -> String {
        let program = format!(
            "{before} $_SERVER['HTTP_HOST'] = 'localhost:{}'; $_SERVER['REQUEST_URI'] = '/';
             $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
             require '{}/wp-load.php'; {code}",
            self.port,
            self.site().display()
        );
        let output = self.interpreter().arg("-r").arg(program).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        assert!(output.status.success(), "{text}\n{:?}", self.php_errors());
        text
    }

    fn interpreter(&self) -> Command {
        let folder = self.folder.path().display();
        let mut php = Command::new(path("FOOTING_PHP"));
        php.stdin(Stdio::null()).args(["-d", FORBIDDEN]);
        for setting in [
            "allow_url_fopen=0",
            "display_errors=0",
            "opcache.enable_cli=1",
            &format!("sys_temp_dir={folder}"),
            &format!("upload_tmp_dir={folder}"),
        ] {
            php.args(["-d", setting]);
        }
        php
    }

    fn spawn(&mut self, program: &mut Command) {
        let quiet = program
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let process = quiet
            .spawn()
            .unwrap_or_else(|error| panic!("{program:?} does not start: {error}"));
        self.processes.push(process);
    }

    fn wait_until(&self, what: &str, log: &str, is_ready: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_ready() {
            assert!(
                start.elapsed() < TIMEOUT,
                "{what} does not answer:\n{}",
                self.lines(log).join("\n")
            );
            std::thread::yield_now();
        }
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        for process in &mut self.processes {
            // Fails only if the process has already ended. Nobody needs the database's final writes.
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

fn is_open(port: u16) -> bool {
    TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Name of the current user. MariaDB refuses to run as root unless it is named.
fn current_user() -> String {
    let output = Command::new("id").arg("-un").output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}
