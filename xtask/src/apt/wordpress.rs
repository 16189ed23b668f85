//! WordPress as packaged by Debian, the oldest version the plugin supports, with the PHP and database it
//! needs.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Bundle, find, find_server};
use command_support::failure::Failure;

const FOLDER: &str = "/usr/share/wordpress";

/// None of these packages starts a service: the database comes without its server package, PHP as CLI and
/// CGI programs. `php-cgi` and `nginx-light` satisfy dependencies that would otherwise install Apache.
const BUNDLE: Bundle = Bundle {
    packages: &[
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "php-cli",
        "php-cgi",
        "php-mysql",
        "mariadb-server-core",
        "mariadb-client",
        "nginx-light",
        "php-codesniffer",
    ],
    missing: "The WordPress tests need WordPress, PHP with its MySQL part, PHP_CodeSniffer and MariaDB, and one is not installed.",
    misplaced: "The packages are installed, but WordPress, php, phpcs, mariadbd or mariadb-install-db is not where Debian puts it.",
    otherwise: "Install WordPress 6.1, PHP, PHP_CodeSniffer and MariaDB; set FOOTING_WORDPRESS (a folder), FOOTING_PHP, FOOTING_PHPCS, FOOTING_MARIADBD and FOOTING_MARIADB_INSTALL_DB to where they are, then run this again.",
};

/// Paths of WordPress and of the programs that run it.
#[derive(Debug)]
pub struct WordPress {
    folder: PathBuf,
    php: PathBuf,
    phpcs: PathBuf,
    mariadbd: PathBuf,
    mariadb_install_db: PathBuf,
}

impl WordPress {
    /// Finds WordPress and its programs, and installs the Debian packages if any is missing.
    pub fn ensure() -> Result<Self, Failure> {
        BUNDLE.ensure(Self::find)
    }

    fn find() -> Option<Self> {
        let folder = std::env::var_os("FOOTING_WORDPRESS")
            .filter(|path| !path.is_empty())
            .map_or_else(|| PathBuf::from(FOLDER), PathBuf::from);
        is_whole(&folder).then_some(())?;
        Some(Self {
            folder,
            php: find("FOOTING_PHP", "php")?,
            phpcs: find("FOOTING_PHPCS", "phpcs")?,
            mariadbd: find_server("FOOTING_MARIADBD", "mariadbd")?,
            mariadb_install_db: find("FOOTING_MARIADB_INSTALL_DB", "mariadb-install-db")?,
        })
    }

    /// Folder of WordPress.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// PHP, which also checks the form of a program.
    pub fn php(&self) -> Command {
        Command::new(&self.php)
    }

    /// PHP_CodeSniffer.
    pub fn phpcs(&self) -> Command {
        Command::new(&self.phpcs)
    }

    /// Passes the paths to a program as environment variables.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_WORDPRESS", &self.folder)
            .env("FOOTING_PHP", &self.php)
            .env("FOOTING_MARIADBD", &self.mariadbd)
            .env("FOOTING_MARIADB_INSTALL_DB", &self.mariadb_install_db)
    }
}

/// Also requires a theme: it comes in a separate package, and without one every page is empty.
fn is_whole(folder: &Path) -> bool {
    folder.join("wp-load.php").is_file()
        && folder
            .join("wp-content/themes/twentytwentythree/style.css")
            .is_file()
}

#[cfg(test)]
mod tests {
    use super::super::Remedy;
    use super::*;

    #[test]
    fn who_is_not_root_is_told_the_command() {
        let Remedy::Ask(failure) = Remedy::choose(&BUNDLE, false, true) else {
            panic!("installed without being root")
        };
        let message = failure.to_string();
        assert!(
            message.contains("--no-install-recommends wordpress "),
            "{message}"
        );
    }

    #[test]
    fn a_folder_without_a_theme_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("wp-load.php"), "").unwrap();
        assert!(!is_whole(folder.path()));
    }
}
