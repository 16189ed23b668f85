//! Debian packages: Chromium with chromedriver, pdftotext for printed PDFs, and the web servers that test
//! the headers. The other browsers, Java, WordPress and wrk, which only some commands need, have their own files.

mod java;

mod engines;
mod load;
mod newest_wordpress;
mod wordpress;

use std::path::PathBuf;
use std::process::Command;

use command_support::failure::Failure;
use command_support::{program, terminal};

pub use engines::OtherBrowsers;
pub use java::Java;
pub use load::LoadTools;
pub use newest_wordpress::newest_wordpress;
pub use wordpress::WordPress;

/// Packages that are installed together.
#[derive(Debug)]
struct Bundle {
    packages: &'static [&'static str],
    /// Error message if a package is missing.
    missing: &'static str,
    /// Error message if the packages are installed and a program is still not found.
    misplaced: &'static str,
    /// Advice for systems without apt-get.
    otherwise: &'static str,
}

const BROWSER: Bundle = Bundle {
    packages: &[
        "chromium",
        "chromium-driver",
        "poppler-utils",
        "nginx-light",
        "apache2-bin",
        "curl",
    ],
    missing: "The browser tests need Chromium, ChromeDriver, pdftotext, nginx, Apache and curl, and one is not installed.",
    misplaced: "The packages are installed, but chromium, chromedriver, pdftotext, nginx, apache2 or curl is not on the PATH.",
    otherwise: "Install browser and driver in the same version, Poppler, nginx, Apache and curl; set FOOTING_CHROMIUM, FOOTING_CHROMEDRIVER, FOOTING_PDFTOTEXT, FOOTING_NGINX and FOOTING_APACHE to where they are, then run this again.",
};

/// Paths of Chromium, the chromedriver of the same version, and the other test programs.
#[derive(Debug)]
pub struct Chromium {
    /// Chromium.
    pub browser: PathBuf,
    /// chromedriver, which controls it over WebDriver.
    pub driver: PathBuf,
    /// pdftotext, which extracts the text of a PDF.
    pub pdftotext: PathBuf,
    /// nginx.
    pub nginx: PathBuf,
    /// Apache, which most shared hosts run.
    pub apache: PathBuf,
}

impl Chromium {
    /// Finds Chromium and chromedriver, and installs the Debian packages if they are missing.
    pub fn ensure() -> Result<Self, Failure> {
        BROWSER.ensure(Self::find)
    }

    fn find() -> Option<Self> {
        // `footing verify` runs it by this name.
        which::which("curl").ok()?;
        Some(Self {
            browser: find("FOOTING_CHROMIUM", "chromium")?,
            driver: find("FOOTING_CHROMEDRIVER", "chromedriver")?,
            pdftotext: find("FOOTING_PDFTOTEXT", "pdftotext")?,
            nginx: find_server("FOOTING_NGINX", "nginx")?,
            apache: find_server("FOOTING_APACHE", "apache2")?,
        })
    }
}

impl Bundle {
    /// Finds the programs, and installs the packages if one is missing.
    fn ensure<T>(&self, find: impl Fn() -> Option<T>) -> Result<T, Failure> {
        if let Some(found) = find() {
            return Ok(found);
        }
        self.bring()?;
        find().ok_or_else(|| Failure::work(self.misplaced, self.otherwise))
    }

    /// Installs the packages, or returns a failure with installation advice.
    fn bring(&self) -> Result<(), Failure> {
        match Remedy::choose(self, is_root(), which::which("apt-get").is_ok()) {
            Remedy::Install => install(self.packages),
            Remedy::Ask(failure) => Err(failure),
        }
    }
}

/// How to handle a missing package.
#[derive(Debug, PartialEq, Eq)]
enum Remedy {
    /// Install it ourselves.
    Install,
    /// Ask the user to install it.
    Ask(Failure),
}

impl Remedy {
    fn choose(bundle: &Bundle, is_root: bool, has_apt: bool) -> Self {
        match (is_root, has_apt) {
            (true, true) => Self::Install,
            (false, true) => Self::Ask(Failure::input(
                bundle.missing,
                format!(
                    "Run `sudo apt-get install --no-install-recommends {}`, then run this again.",
                    bundle.packages.join(" ")
                ),
            )),
            (_, false) => Self::Ask(Failure::input(bundle.missing, bundle.otherwise)),
        }
    }
}

/// Finds a server, which Debian installs in `/usr/sbin`: only root has that on the PATH.
fn find_server(variable: &str, program: &str) -> Option<PathBuf> {
    find(variable, program).or_else(|| find(variable, &format!("/usr/sbin/{program}")))
}

fn find(variable: &str, program: &str) -> Option<PathBuf> {
    match std::env::var_os(variable).filter(|path| !path.is_empty()) {
        Some(path) => which::which(path).ok(),
        None => which::which(program).ok(),
    }
}

fn install(packages: &[&str]) -> Result<(), Failure> {
    terminal::say(format_args!(
        "Installing the Debian packages {}: a minute or two, once.",
        packages.join(", ")
    ));
    program::run(Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(packages);
    program::run(install.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    program::answer(Command::new("id").arg("-u")).is_some_and(|user| user == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_installs_by_itself() {
        assert_eq!(Remedy::choose(&BROWSER, true, true), Remedy::Install);
    }

    #[test]
    fn everyone_else_is_told_the_command() {
        let Remedy::Ask(failure) = Remedy::choose(&BROWSER, false, true) else {
            panic!("installed without being root")
        };
        assert_eq!(failure.exit_code(), 2);
        assert!(
            failure.to_string().contains(
                "`sudo apt-get install --no-install-recommends chromium chromium-driver poppler-utils nginx-light apache2-bin curl`"
            ),
            "{failure}"
        );
    }

    #[test]
    fn without_apt_the_variables_are_named() {
        for is_root in [true, false] {
            let Remedy::Ask(failure) = Remedy::choose(&BROWSER, is_root, false) else {
                panic!("installed without apt-get")
            };
            assert_eq!(failure.exit_code(), 2);
            assert!(
                failure.to_string().contains(
                    "FOOTING_CHROMEDRIVER, FOOTING_PDFTOTEXT, FOOTING_NGINX and FOOTING_APACHE"
                ),
                "{failure}"
            );
        }
    }
}
