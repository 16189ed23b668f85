//! nginx and wrk, for the static host under load.

use std::path::PathBuf;
use std::process::Command;

use super::{Bundle, find};
use command_support::failure::Failure;

const BUNDLE: Bundle = Bundle {
    packages: &["nginx-light", "wrk"],
    missing: "The static host under load needs nginx and wrk, and one is not installed.",
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
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        BUNDLE.bring()?;
        Self::find().ok_or_else(|| {
            Failure::work(
                "The packages are installed, but nginx or wrk is not where Debian puts it.",
                BUNDLE.otherwise,
            )
        })
    }

    fn find() -> Option<Self> {
        Some(Self {
            // Debian installs nginx in `/usr/sbin`, which only root has on the PATH.
            nginx: find("FOOTING_NGINX", "nginx")
                .or_else(|| find("FOOTING_NGINX", "/usr/sbin/nginx"))?,
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
