//! Web servers in front of WordPress: they serve its files, and hand the programs to PHP.

use std::fs;
use std::process::Command;

use super::{WordPress, is_open};
use crate::environment::path;

/// Debian's folder of Apache modules.
const MODULES: &str = "/usr/lib/apache2/modules";

/// Addresses that PHP answers: programs, and the folders that have one as their start page.
const PROGRAMS: &str = "^/(.*\\.php|wp-admin/|)$";

impl WordPress {
    /// Serves the site with Apache, which reads every `.htaccess`, like shared hosting.
    pub fn serve_with_apache(&mut self) {
        let configuration = self.apache_config();
        let file = self.folder.path().join("apache.conf");
        fs::write(&file, configuration).unwrap();
        let mut apache = Command::new(path("FOOTING_APACHE"));
        // Single process, so that killing it leaves no children.
        self.spawn(apache.arg("-X").arg("-f").arg(file));
        self.wait_until("Apache", "front.log", || is_open(self.port));
    }

    /// Serves the site with nginx, with these lines in its `http` and `server` blocks.
    pub fn serve_with_nginx(&mut self, http: &str, server: &str) {
        let configuration = self.nginx_config(http, server);
        let folder = self.folder.path().to_owned();
        let file = folder.join("nginx.conf");
        fs::write(&file, configuration).unwrap();
        let mut nginx = Command::new(path("FOOTING_NGINX"));
        nginx.arg("-p").arg(&folder).arg("-c").arg(file);
        self.spawn(nginx.arg("-e").arg(folder.join("front.log")));
        self.wait_until("nginx", "front.log", || is_open(self.port));
    }

    fn apache_config(&self) -> String {
        let modules: String = [
            "mpm_event",
            "authz_core",
            "mime",
            "dir",
            "headers",
            "filter",
            "deflate",
            "proxy",
            "proxy_http",
        ]
        .map(|name| format!("LoadModule {name}_module {MODULES}/mod_{name}.so\n"))
        .concat();
        let (port, php_port) = (self.port, self.php_port);
        let (site, folder) = (self.site(), self.folder.path().display());
        let site = site.display();
        // The types of WordPress's own files alone: the `.htaccess` of the check has to set the others.
        let types = "text/html html\ntext/css css\ntext/javascript js\n";
        fs::write(self.folder.path().join("mime.types"), types).unwrap();
        format!(
            "{modules}ServerName localhost
Listen 127.0.0.1:{port}
User nobody
Group nogroup
ServerRoot {folder}
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/front.log
TypesConfig {folder}/mime.types
DocumentRoot {site}
DirectoryIndex index.html
ProxyPreserveHost On
ProxyPassMatch \"{PROGRAMS}\" \"http://127.0.0.1:{php_port}/$1\"
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

    fn nginx_config(&self, http: &str, server: &str) -> String {
        let (port, php_port) = (self.port, self.php_port);
        let (site, folder) = (self.site(), self.folder.path().display());
        let site = site.display();
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
        text/css css;
        text/javascript js;
    }}
    access_log off;
{http}
    server {{
        listen 127.0.0.1:{port};
        root {site};
        index index.html;
        location ~ {PROGRAMS} {{
            proxy_set_header Host $http_host;
            proxy_pass http://127.0.0.1:{php_port};
        }}
{server}
    }}
}}
"
        )
    }
}
