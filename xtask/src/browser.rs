//! What the browser tests and the gallery need around them.

use std::process::Command;

use crate::apt::Chromium;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// A browser and its driver, ready to be handed to the e2e package.
#[derive(Debug)]
pub struct Browser {
    chromium: Chromium,
}

impl Browser {
    /// Makes sure of both.
    pub fn ensure() -> Result<Self, Failure> {
        Ok(Self {
            chromium: Chromium::ensure()?,
        })
    }

    /// Tells a program where they are, and which page to look at.
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
