//! The WordPress plugin: its PHP code by PHP's own linter and PHP_CodeSniffer, then the plugin itself in the oldest and
//! the newest WordPress.

use std::path::{Path, PathBuf};

use super::once;
use super::step::Step;
use super::tally::Tally;
use crate::apt::{WordPress, newest_wordpress};
use crate::browser::Browser;
use crate::{files, tools};
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

/// Tests in a browser, and what they need.
#[derive(Debug)]
pub struct PluginTests<'a> {
    workspace: &'a Workspace,
    browser: Browser,
    wordpress: WordPress,
    packages: PathBuf,
}

impl<'a> PluginTests<'a> {
    /// Finds or installs everything that the tests need.
    pub fn prepare(workspace: &'a Workspace) -> Result<Self, Failure> {
        // The browser comes first: its packages include nginx, so WordPress installs no other web server.
        let browser = Browser::ensure()?;
        Ok(Self {
            workspace,
            browser,
            wordpress: WordPress::ensure()?,
            packages: tools::for_tests(workspace)?,
        })
    }

    /// Checks the code of the plugin.
    pub fn check_code(&self) -> Tally {
        let source = self.workspace.wordpress();
        let listed = files::below(&source).unwrap_or_default();
        let programs = listed.iter().filter(|file| file.name.ends_with(".php"));
        let mut tally = Tally::default();
        for file in programs {
            tally += once(program::run(self.wordpress.php().arg("-l").arg(&file.path)));
        }
        let standard = self.workspace.root().join("xtask/wordpress-standard.xml");
        let mut sniffer = self.wordpress.phpcs();
        sniffer.arg(format!("--standard={}", standard.display()));
        tally += once(program::run(sniffer.arg("-s").arg(source)));
        tally
    }

    /// Tests the plugin in the oldest WordPress that it supports.
    pub fn in_the_oldest(&self) -> Tally {
        self.run(self.wordpress.folder())
    }

    /// Tests the plugin in the newest WordPress that can be had.
    pub fn in_the_newest(&self) -> Tally {
        let folder = self
            .workspace
            .target()
            .and_then(|target| newest_wordpress(&target));
        match folder {
            Ok(folder) => self.run(&folder),
            Err(failure) => once(Err(failure)),
        }
    }

    fn run(&self, wordpress: &Path) -> Tally {
        let mut step = Step::libtest(
            self.workspace,
            "WordPress",
            &[
                "test",
                "--package",
                "e2e",
                "--features",
                "wordpress",
                "--test",
                "wordpress",
                "--no-fail-fast",
            ],
        );
        let program = self.browser.tell(self.workspace, &mut step.command);
        self.wordpress.tell(program);
        step.command.env("FOOTING_WORDPRESS", wordpress);
        step.command.env("FOOTING_NPM", &self.packages);
        step.run()
    }
}
