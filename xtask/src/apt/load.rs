//! nginx and wrk, for the static host under load.

use std::path::PathBuf;
use std::process::Command;

use super::{Bundle, find, find_server};
use command_support::failure::Failure;

const BUNDLE: Bundle = Bundle {
    packages: &["nginx-light", "wrk"],
    missing: "The static host under load needs nginx and wrk, and one is not installed.",
    misplaced: "The packages are installed, but nginx or wrk is not where Debian puts it.",
    otherwise: "Install nginx and wrk 4; set FOOTING_NGINX and FOOTING_WRK to where they are, then run this again.",
};

/// Paths of the server and of what asks it.
#[derive(Debug)]
pub struct LoadTools {
    nginx: PathBuf,
    wrk: PathBuf,
}

impl LoadTools {
    /// Finds both, and installs the Debian packages if one is missing.
    pub fn ensure() -> Result<Self, Failure> {
        BUNDLE.ensure(Self::find)
    }

    fn find() -> Option<Self> {
        Some(Self {
            nginx: find_server("FOOTING_NGINX", "nginx")?,
            wrk: find("FOOTING_WRK", "wrk")?,
        })
    }

    /// Passes the paths to a program as environment variables.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_NGINX", &self.nginx)
            .env("FOOTING_WRK", &self.wrk)
    }
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
            message.contains("`sudo apt-get install --no-install-recommends nginx-light wrk`"),
            "{message}"
        );
    }
}
