//! Packs the WordPress plugin for installation.
//!
//! Its source in `xtask/wordpress/` needs no build step. The zip contains one folder, `footing/`, with that
//! source and the license.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::files;
use crate::zip::zip;
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Writes `wordpress/footing.zip` next to the built page.
pub fn pack(workspace: &Workspace) -> Result<(), Failure> {
    let packed = zip(&contents(workspace)?)?;
    let file = workspace.dist().join("wordpress/footing.zip");
    let folder = workspace.dist().join("wordpress");
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, packed))
        .map_err(|error| {
            Failure::work(
                format!("{} cannot be written: {error}.", file.display()),
                "Check the folder and its free space, then run this again.",
            )
        })
}

/// Every file of the zip, by its name in the zip.
fn contents(workspace: &Workspace) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let source = workspace.wordpress();
    let mut found = BTreeMap::new();
    for file in files::below(&source).map_err(|error| unread(&source, &error))? {
        found.insert(format!("footing/{}", file.name), read(&file.path)?);
    }
    let license = workspace.root().join("LICENSE");
    found.insert("footing/LICENSE".to_owned(), read(&license)?);
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| unread(path, &error))
}

fn unread(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read: {error}.", path.display()),
        "Take it back from the repository, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plugin() -> BTreeMap<String, Vec<u8>> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        contents(&Workspace::at(root)).unwrap()
    }

    fn text(name: &str) -> String {
        let bytes = plugin().remove(name).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_zip_holds_one_folder_with_all_of_the_plugin() {
        let names: Vec<String> = plugin().into_keys().collect();
        assert_eq!(
            names,
            [
                "footing/LICENSE",
                "footing/block/block.json",
                "footing/block/editor.js",
                "footing/footing.php",
                "footing/includes/check.php",
                "footing/includes/options.php",
                "footing/includes/settings.php",
                "footing/readme.txt",
                "footing/uninstall.php",
            ]
        );
    }

    #[test]
    fn the_plugin_has_the_version_of_the_project() {
        let version = env!("CARGO_PKG_VERSION");
        let main = text("footing/footing.php");
        assert!(main.contains(&format!(" * Version:           {version}\n")));
        assert!(main.contains(&format!("const FOOTING_VERSION = '{version}';")));
        assert!(text("footing/readme.txt").contains(&format!("Stable tag: {version}\n")));
    }

    /// The browser test records requests too; this also covers code that no test reaches.
    #[test]
    fn nothing_in_it_asks_another_server_or_runs_a_text() {
        let asks = [
            "wp_remote",
            "wp_safe_remote",
            "curl_",
            "fsockopen",
            "stream_socket",
            "download_url",
            "file_get_contents",
            "fopen(",
            "fetch",
            "XMLHttpRequest",
            "sendBeacon",
            "setcookie",
            "localStorage",
            "wp_mail",
            "eval(",
            "base64_decode",
            "unserialize",
            "innerHTML",
            "$_GET",
            "$_POST",
            "$_REQUEST",
            "$_SERVER",
            "$wpdb",
        ];
        for (name, bytes) in plugin() {
            if !name.ends_with(".php") && !name.ends_with(".js") {
                continue;
            }
            let code = String::from_utf8(bytes).unwrap();
            for word in asks {
                assert!(!code.contains(word), "{name} names {word}");
            }
        }
    }

    /// A plugin file must do nothing if it is requested directly by its URL.
    #[test]
    fn every_program_in_it_ends_where_wordpress_did_not_start_it() {
        for (name, bytes) in plugin() {
            if name.ends_with(".php") {
                let code = String::from_utf8(bytes).unwrap();
                let guarded = code.contains("defined( 'ABSPATH' ) || exit;")
                    || code.contains("defined( 'WP_UNINSTALL_PLUGIN' ) || exit;");
                assert!(guarded, "{name}");
            }
        }
    }
}
