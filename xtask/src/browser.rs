//! Environment of the browser tests and the gallery.

use std::process::Command;

use crate::apt::Chromium;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Chromium, chromedriver and npm packages for the e2e package.
#[derive(Debug)]
pub struct Browser {
    chromium: Chromium,
}

impl Browser {
    /// Installs whatever is missing.
    pub fn ensure() -> Result<Self, Failure> {
        Ok(Self {
            chromium: Chromium::ensure()?,
        })
    }

    /// Passes their paths and the page's folder to a program as environment variables.
    pub fn tell<'a>(&self, workspace: &Workspace, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_DIST", workspace.dist())
            .env("FOOTING_CHROMEDRIVER", &self.chromium.driver)
            .env("FOOTING_PDFTOTEXT", &self.chromium.pdftotext)
            .env("FOOTING_NGINX", &self.chromium.nginx)
            .env("FOOTING_APACHE", &self.chromium.apache)
            .env("FOOTING_CHROMIUM", &self.chromium.browser)
    }
}
