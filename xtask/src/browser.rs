//! Environment of the browser tests and the gallery.

use std::path::PathBuf;
use std::process::Command;

use crate::apt::{Chromium, OtherBrowsers};
use crate::tools;
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

/// Firefox and WebKitGTK with their drivers.
#[derive(Debug)]
pub struct OtherEngines {
    browsers: OtherBrowsers,
    geckodriver: PathBuf,
}

impl OtherEngines {
    /// Installs whatever is missing.
    pub fn ensure(workspace: &Workspace) -> Result<Self, Failure> {
        Ok(Self {
            browsers: OtherBrowsers::ensure()?,
            geckodriver: tools::geckodriver(workspace)?,
        })
    }

    /// Passes their paths to a program as environment variables.
    pub fn tell<'a>(&self, program: &'a mut Command) -> &'a mut Command {
        program
            .env("FOOTING_FIREFOX", &self.browsers.firefox)
            .env("FOOTING_GECKODRIVER", &self.geckodriver)
            .env("FOOTING_WEBKITDRIVER", &self.browsers.webkit_driver)
            .env("FOOTING_MINIBROWSER", &self.browsers.mini_browser)
            .env("FOOTING_XVFB", &self.browsers.xvfb)
    }
}
