//! What the browser tests and the gallery need around them.

use std::path::PathBuf;
use std::process::Command;

use crate::apt::Chromium;
use crate::tools;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// A browser, its driver and the accessibility checker, ready to be handed to the e2e package.
#[derive(Debug)]
pub struct Browser {
    chromium: Chromium,
    axe: PathBuf,
}

impl Browser {
    /// Makes sure of all three.
    pub fn ensure(workspace: &Workspace) -> Result<Self, Failure> {
        Ok(Self {
            chromium: Chromium::ensure()?,
            axe: tools::axe(workspace)?,
        })
    }

    /// Tells a program where they are, and which page to look at.
    pub fn tell<'a>(&self, workspace: &Workspace, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_DIST", workspace.dist())
            .env("FOOTING_AXE", &self.axe)
            .env("FOOTING_CHROMEDRIVER", &self.chromium.driver)
            .env("FOOTING_PDFTOTEXT", &self.chromium.pdftotext)
            .env("FOOTING_NGINX", &self.chromium.nginx)
            .env("FOOTING_APACHE", &self.chromium.apache)
            .env("FOOTING_CHROMIUM", &self.chromium.browser)
    }
}
