//! The newest WordPress that Debian has, from its unstable suite.
//!
//! It is unpacked beside the build, never installed, so that nothing of the suite gets into the system. PHP and
//! MariaDB are the system's.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use command_support::failure::Failure;
use command_support::program;

const SUITE: &str = "sid";

/// Its theme, and the libraries that Debian took out of it.
const PACKAGES: [&str; 8] = [
    "wordpress",
    "wordpress-theme-twentytwentyfive",
    "libjs-cropper",
    "libjs-jquery-ui",
    "libjs-lodash",
    "libjs-underscore",
    "libphp-phpmailer",
    "php-getid3",
];

const OTHERWISE: &str = "Look whether the computer reaches Debian's packages; or unpack the newest WordPress with a theme yourself and set FOOTING_NEWEST_WORDPRESS to its folder. Then run this again.";

/// Returns the folder of the newest WordPress, unpacked anew.
pub fn newest_wordpress(target: &Path) -> Result<PathBuf, Failure> {
    if let Some(folder) = std::env::var_os("FOOTING_NEWEST_WORDPRESS") {
        return Ok(folder.into());
    }
    let folder = target.join("newest-wordpress");
    let apt =
        Apt::at(&folder).ok_or_else(|| unusable("Debian's package sources are not set up"))?;
    apt.run("update", &[])?;
    let packed = folder.join("packages");
    let unpacked = folder.join("files");
    // A package that was replaced would otherwise be unpacked too.
    for old in [&packed, &unpacked] {
        let _ = fs::remove_dir_all(old);
        fs::create_dir_all(old).map_err(|error| unusable(&error.to_string()))?;
    }
    apt.run_in(&packed, "download", &PACKAGES)?;
    let packages = fs::read_dir(&packed).map_err(|error| unusable(&error.to_string()))?;
    for package in packages.flatten() {
        let mut unpack = Command::new("dpkg-deb");
        program::run(unpack.arg("-x").arg(package.path()).arg(&unpacked))?;
    }
    Ok(unpacked.join("usr/share/wordpress"))
}

/// apt-get with folders and sources of its own.
#[derive(Debug)]
struct Apt {
    config: PathBuf,
}

impl Apt {
    /// Prepares the folders. `None` where the system has no source of Debian's packages to take the suite from.
    fn at(folder: &Path) -> Option<Apt> {
        let mut sources = Command::new("apt-get");
        sources
            .args(["indextargets", "--format", "$(REPO_URI)"])
            .args(["Created-By: Packages", "Origin: Debian", "Component: main"]);
        let answer = program::answer(&mut sources)?;
        let mirror = answer.lines().find(|line| !line.contains("security"))?;
        let folders = ["lists/partial", "cache/archives/partial"];
        for name in folders {
            fs::create_dir_all(folder.join(name)).ok()?;
        }
        fs::write(folder.join("sources.list"), source(mirror)).ok()?;
        let config = folder.join("apt.conf");
        fs::write(&config, settings(folder)).ok()?;
        Some(Apt { config })
    }

    fn run(&self, command: &str, names: &[&str]) -> Result<(), Failure> {
        self.run_in(Path::new("."), command, names)
    }

    fn run_in(&self, folder: &Path, command: &str, names: &[&str]) -> Result<(), Failure> {
        let mut apt = Command::new("apt-get");
        apt.env("APT_CONFIG", &self.config).current_dir(folder);
        let done = program::run(apt.args(["--quiet", command]).args(names));
        done.map_err(|failure| unusable(&failure.to_string()))
    }
}

/// The suite at the mirror that the system uses, with the keys of Debian.
fn source(mirror: &str) -> String {
    format!(
        "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] {mirror} {SUITE} main\n"
    )
}

/// Settings that keep apt-get in the folder. It drops its rights for downloads otherwise, and could not write there.
fn settings(folder: &Path) -> String {
    let folder = folder.display();
    format!(
        "Dir::Etc::sourcelist \"{folder}/sources.list\";
Dir::Etc::sourceparts \"-\";
Dir::State::lists \"{folder}/lists\";
Dir::Cache \"{folder}/cache\";
APT::Sandbox::User \"\";
"
    )
}

fn unusable(why: &str) -> Failure {
    Failure::work(
        format!("The newest WordPress cannot be had: {why}."),
        OTHERWISE,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apt_keeps_to_its_folder_and_checks_signatures() {
        let settings = settings(Path::new("/x"));
        for setting in ["sourcelist", "lists", "Cache"] {
            let line = settings.lines().find(|line| line.contains(setting));
            assert!(line.unwrap().contains("\"/x/"), "{settings}");
        }
        let source = source("https://mirror.example/debian/");
        assert!(source.contains("[signed-by=/"), "{source}");
        assert!(source.ends_with(" sid main\n"), "{source}");
    }
}
