//! Java, which runs the W3C's checker of HTML.

use std::path::PathBuf;
use std::process::Command;

use super::{Bundle, find};
use command_support::failure::Failure;

const BUNDLE: Bundle = Bundle {
    packages: &["default-jre-headless"],
    missing: "The W3C's checker of HTML needs Java, and it is not installed.",
    misplaced: "The package is installed, but java is not on the PATH.",
    otherwise: "Install Java 17 or newer; set FOOTING_JAVA to where it is, then run this again.",
};

/// Path of Java.
#[derive(Debug)]
pub struct Java {
    program: PathBuf,
}

impl Java {
    /// Finds Java, and installs the Debian package if it is missing.
    pub fn ensure() -> Result<Self, Failure> {
        BUNDLE.ensure(Self::find)
    }

    fn find() -> Option<Self> {
        let program = find("FOOTING_JAVA", "java")?;
        Some(Self { program })
    }

    /// Passes the path to a program as an environment variable.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program.env("FOOTING_JAVA", &self.program)
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
            message.contains("--no-install-recommends default-jre-headless`"),
            "{message}"
        );
    }
}
