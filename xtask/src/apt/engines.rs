//! Firefox ESR and WebKitGTK as packaged by Debian, and the screen that WebKitGTK draws on.

use std::path::{Path, PathBuf};

use super::{Bundle, find};
use command_support::failure::Failure;

const BUNDLE: Bundle = Bundle {
    packages: &["firefox-esr", "webkit2gtk-driver", "xvfb"],
    missing: "The tests in other browsers need Firefox ESR, WebKitGTK with WebKitWebDriver, and Xvfb, and one is not installed.",
    misplaced: "The packages are installed, but firefox-esr, WebKitWebDriver, MiniBrowser or Xvfb is not where Debian puts it.",
    otherwise: "Install Firefox ESR, WebKitGTK with its driver and MiniBrowser, and Xvfb; set FOOTING_FIREFOX, FOOTING_WEBKITDRIVER, FOOTING_MINIBROWSER and FOOTING_XVFB to where they are, then run this again.",
};

/// Paths of the other browsers and what they need. geckodriver is no Debian package: see
/// [`crate::tools::geckodriver`].
#[derive(Debug)]
pub struct OtherBrowsers {
    /// Firefox ESR.
    pub firefox: PathBuf,
    /// WebKitWebDriver, which controls MiniBrowser over WebDriver.
    pub webkit_driver: PathBuf,
    /// MiniBrowser, the smallest browser around WebKitGTK.
    pub mini_browser: PathBuf,
    /// Xvfb, a screen without hardware.
    pub xvfb: PathBuf,
}

impl OtherBrowsers {
    /// Finds the browsers, and installs the Debian packages if any is missing.
    pub fn ensure() -> Result<Self, Failure> {
        BUNDLE.ensure(Self::find)
    }

    fn find() -> Option<Self> {
        Some(Self {
            firefox: find("FOOTING_FIREFOX", "firefox-esr")?,
            webkit_driver: find("FOOTING_WEBKITDRIVER", "WebKitWebDriver")?,
            mini_browser: find("FOOTING_MINIBROWSER", "MiniBrowser")
                .or_else(|| mini_browser_below(Path::new("/usr/lib")))?,
            xvfb: find("FOOTING_XVFB", "Xvfb")?,
        })
    }
}

/// Debian installs MiniBrowser beside the library, in the folder of the processor's architecture, and not on
/// the PATH.
fn mini_browser_below(libraries: &Path) -> Option<PathBuf> {
    let architectures = std::fs::read_dir(libraries).ok()?.flatten();
    let candidates = architectures.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser"));
    let mut found: Vec<PathBuf> = candidates.filter(|file| file.is_file()).collect();
    found.sort();
    found.into_iter().next()
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
            message.contains(
                "`sudo apt-get install --no-install-recommends firefox-esr webkit2gtk-driver xvfb`"
            ),
            "{message}"
        );
    }

    #[test]
    fn mini_browser_is_found_for_any_architecture() {
        let libraries = tempfile::tempdir().unwrap();
        assert_eq!(mini_browser_below(libraries.path()), None);
        let folder = libraries.path().join("aarch64-linux-gnu/webkit2gtk-4.1");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("MiniBrowser"), "").unwrap();
        assert_eq!(
            mini_browser_below(libraries.path()),
            Some(folder.join("MiniBrowser"))
        );
    }
}
