//! Packs the WordPress plugin for installation.
//!
//! Its source in `xtask/wordpress/` needs no build step. The zip contains one folder, `footing/`: that source, the
//! built check with its license notices, and the headers of the check for two kinds of servers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::files;
use crate::page::inline_digests;
use crate::release::notices;
use crate::zip::zip;
use command_support::failure::Failure;
use command_support::terminal;
use command_support::workspace::Workspace;
use site::hosting::{Hosting, Page, ServerKind, Source, manifest};
use site::partners;

/// Files of the plugin, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// The folder in the zip.
const FOLDER: &str = "footing/";

/// Where the headers name other sites that may show the check. The plugin replaces it on each site.
const PARTNERS_PLACE: &str = "https://partners.invalid";

/// Configuration files of a server, under names that the plugin directory allows: it refuses `.htaccess` in a plugin.
const HEADERS: [(ServerKind, &str, &str); 3] = [
    (ServerKind::Apache, ".htaccess", "headers/apache.txt"),
    (
        ServerKind::Nginx,
        "nginx-http.conf",
        "headers/nginx-http.txt",
    ),
    (
        ServerKind::Nginx,
        "nginx-server.conf",
        "headers/nginx-server.txt",
    ),
];

/// Last line before which [`WITHOUT_UPDATES`] goes into the head of the plugin.
const LAST_OF_HEAD: &str = " * License URI:       https://opensource.org/license/mit\n";

/// Keeps WordPress from replacing a plugin that was installed by hand with one of the same name from its directory,
/// which may be a stranger's. The directory itself refuses this line.
const WITHOUT_UPDATES: &str = " * Update URI:        false\n";

/// The largest zip that PHP takes as an upload unless its owner sets another limit (`upload_max_filesize`).
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Writes `wordpress/footing.zip` next to the built page.
pub fn pack(workspace: &Workspace) -> Result<(), Failure> {
    let packed = zip(&by_hand(contents(workspace)?))?;
    write(&workspace.dist().join("wordpress/footing.zip"), &packed)
}

/// Writes the plugin as WordPress's plugin directory takes it: without the line about updates.
pub fn pack_for_directory(workspace: &Workspace, file: &Path) -> Result<(), Failure> {
    write(file, &zip(&contents(workspace)?)?)
}

fn write(file: &Path, packed: &[u8]) -> Result<(), Failure> {
    if packed.len() > MOST_BYTES {
        return Err(Failure::work(
            format!(
                "The WordPress plugin has {} bytes, and PHP takes at most {} as an upload.",
                terminal::in_threes(packed.len()),
                terminal::in_threes(MOST_BYTES)
            ),
            "Make the check smaller, or leave a file that no page needs out of the plugin (xtask/src/wordpress.rs).",
        ));
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, packed))
        .map_err(|error| {
            Failure::work(
                format!("{} cannot be written: {error}.", file.display()),
                "Check the folder and its free space, then run this again.",
            )
        })
}

/// Every file of the zip, by its name in the zip.
fn contents(workspace: &Workspace) -> Result<Files, Failure> {
    let mut found = plugin(workspace)?;
    let check = check(workspace)?;
    let page = check.get(Page::Check.file());
    let page = page.map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    found.extend(headers(&page.unwrap_or_default()));
    found.extend(
        check
            .into_iter()
            .map(|(name, bytes)| (format!("check/{name}"), bytes)),
    );
    // The licenses of the libraries in the check require it.
    notices::add(workspace, &mut found)?;
    Ok(found
        .into_iter()
        .map(|(name, bytes)| (format!("{FOLDER}{name}"), bytes))
        .collect())
}

/// The plugin as it was written, with the license.
fn plugin(workspace: &Workspace) -> Result<Files, Failure> {
    let source = workspace.wordpress();
    let mut found = Files::new();
    for file in files::below(&source).map_err(|error| unread(&source, &error))? {
        found.insert(file.name, read(&file.path)?);
    }
    let license = workspace.root().join("LICENSE");
    found.insert("LICENSE".to_owned(), read(&license)?);
    Ok(found)
}

/// The built check, without the files that no page loads.
fn check(workspace: &Workspace) -> Result<Files, Failure> {
    let dist = workspace.dist();
    let mut found = Files::new();
    for file in files::below(&dist).map_err(|error| unread(&dist, &error))? {
        if manifest::row(&file.name).is_some_and(|row| is_served(row.source)) {
            found.insert(file.name, read(&file.path)?);
        }
    }
    Ok(found)
}

fn is_served(source: Source) -> bool {
    !matches!(source, Source::Headers | Source::Plugin)
}

/// The headers of the check for the servers that most WordPress sites run on.
fn headers(page: &str) -> Files {
    let hosting = Hosting::at("/", partners([PARTNERS_PLACE])).with_inline(inline_digests(page));
    let mut found = Files::new();
    for (kind, name, packed) in HEADERS {
        let files = kind.files(&hosting).into_iter();
        for file in files.filter(|file| file.name == name) {
            found.insert(packed.to_owned(), file.text.into_bytes());
        }
    }
    found
}

/// The plugin as it is installed by hand.
fn by_hand(mut files: Files) -> Files {
    if let Some(main) = files.get_mut(&format!("{FOLDER}footing.php")) {
        let text = String::from_utf8_lossy(main);
        let with_line = format!("{LAST_OF_HEAD}{WITHOUT_UPDATES}");
        *main = text.replacen(LAST_OF_HEAD, &with_line, 1).into_bytes();
    }
    files
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| unread(path, &error))
}

fn unread(path: &Path, error: &std::io::Error) -> Failure {
    Failure::work(
        format!("{} cannot be read: {error}.", path.display()),
        "Take it back from the repository or build the page, then run this again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Files {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        plugin(&Workspace::at(root)).unwrap()
    }

    fn text(name: &str) -> String {
        let bytes = source().remove(name).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_source_is_all_of_the_plugin_but_the_check() {
        let names: Vec<String> = source().into_keys().collect();
        assert_eq!(
            names,
            [
                "LICENSE",
                "block/block.json",
                "block/editor.js",
                "footing.php",
                "includes/check.php",
                "includes/copy.php",
                "includes/options.php",
                "includes/settings.js",
                "includes/settings.php",
                "readme.txt",
                "uninstall.php",
            ]
        );
    }

    #[test]
    fn the_plugin_has_the_version_of_the_project() {
        let version = env!("CARGO_PKG_VERSION");
        let main = text("footing.php");
        assert!(main.contains(&format!(" * Version:           {version}\n")));
        assert!(main.contains(&format!("const FOOTING_VERSION = '{version}';")));
        let readme = text("readme.txt");
        assert!(readme.contains(&format!("\nStable tag: {version}\n")));
        assert!(readme.contains(&format!("\n= {version} =\n")));
    }

    /// WordPress reads the head of the program, the directory that of readme.txt.
    #[test]
    fn both_heads_tell_the_same() {
        let (main, readme) = (text("footing.php"), text("readme.txt"));
        let of_main = |name: &str| {
            let line = main.lines().find_map(|line| {
                let (key, value) = line.strip_prefix(" * ")?.split_once(':')?;
                (key == name).then(|| value.trim().to_owned())
            });
            line.unwrap_or_else(|| panic!("{name} is missing"))
        };
        for name in [
            "Requires at least",
            "Requires PHP",
            "License",
            "License URI",
        ] {
            let line = format!("\n{name}: {}\n", of_main(name));
            assert!(readme.contains(&line), "{line}");
        }
        assert!(readme.starts_with(&format!("=== {} ===\n", of_main("Plugin Name"))));
    }

    #[test]
    fn readme_has_what_the_directory_asks_for() {
        let readme = text("readme.txt");
        for section in [
            "Description",
            "External services",
            "Source code",
            "Installation",
            "Frequently Asked Questions",
            "Changelog",
        ] {
            assert!(
                readme.contains(&format!("\n== {section} ==\n")),
                "{section}"
            );
        }
        let short = readme.lines().skip_while(|line| !line.is_empty()).nth(1);
        let letters = short.unwrap().chars().count();
        assert!((20..=150).contains(&letters), "{letters} letters");
        let tags = readme.lines().find_map(|line| line.strip_prefix("Tags: "));
        assert!(tags.unwrap().split(", ").count() <= 5);
    }

    #[test]
    fn line_about_updates_is_in_the_plugin_for_installation_by_hand_alone() {
        let files: Files = source()
            .into_iter()
            .map(|(name, bytes)| (format!("{FOLDER}{name}"), bytes))
            .collect();
        let main = |files: &Files| {
            let bytes = files.get("footing/footing.php").cloned().unwrap();
            String::from_utf8(bytes).unwrap()
        };
        assert!(!main(&files).contains("Update URI"));
        let by_hand = by_hand(files.clone());
        assert_eq!(main(&by_hand).replace(WITHOUT_UPDATES, ""), main(&files));
        let whole = main(&by_hand);
        let (head, _) = whole.split_once("*/").unwrap();
        assert!(head.contains("\n * Update URI:        false\n"), "{head}");
    }

    #[test]
    fn headers_name_one_place_for_partners() {
        let packed = headers("");
        let texts: Vec<(String, String)> = packed
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
            .collect();
        let names: Vec<&str> = texts.iter().map(|(name, _)| name.as_str()).collect();
        let expected = HEADERS.map(|(_, _, packed)| packed);
        assert_eq!(names, expected);
        for (name, text) in &texts {
            let is_named = text.contains(PARTNERS_PLACE);
            assert_eq!(is_named, name != "headers/nginx-server.txt", "{name}");
        }
        // The program knows the place under the same name.
        let copy = text("includes/copy.php");
        assert!(copy.contains(&format!("= '{PARTNERS_PLACE}';")));
    }

    /// Directory rule: all of it has a license that is compatible with the GPL.
    #[test]
    fn every_library_in_the_check_offers_a_license_compatible_with_the_gpl() {
        let mut found = Files::new();
        notices::add(&Workspace::find().unwrap(), &mut found).unwrap();
        let text = String::from_utf8(found.remove("licenses/notices.txt").unwrap()).unwrap();
        let listed = text.split("\n\n").nth(1).unwrap();
        assert!(listed.lines().count() > 20, "{listed}");
        for line in listed.lines() {
            let (_, license) = line.split_once(": ").unwrap();
            let is_compatible = ["MIT", "BSL-1.0"].iter().any(|one| license.contains(one));
            let adds_another = license.replace(" AND Unicode-3.0", "").contains("AND");
            assert!(is_compatible && !adds_another, "{line}");
        }
    }

    /// Directory rule: no file whose name begins with a dot, and no archive.
    #[test]
    fn no_file_has_a_name_that_the_directory_refuses() {
        let check = manifest::FILES
            .iter()
            .filter(|file| is_served(file.source))
            .flat_map(|file| file.name.known());
        let names = source().into_keys().collect::<Vec<String>>();
        let names = names.iter().map(String::as_str).chain(check);
        for name in names.chain(HEADERS.map(|(_, _, packed)| packed)) {
            let file = name.rsplit('/').next().unwrap();
            assert!(!file.starts_with('.'), "{name}");
            assert!(!file.ends_with(".zip") && !file.contains(' '), "{name}");
        }
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
        for (name, bytes) in source() {
            if !name.ends_with(".php") && !name.ends_with(".js") {
                continue;
            }
            let code = String::from_utf8(bytes).unwrap();
            for word in asks {
                // The settings page looks at the headers of one file of its own site.
                let is_known = word == "fetch" && name == "includes/settings.js";
                assert!(is_known || !code.contains(word), "{name} names {word}");
            }
        }
    }

    /// A plugin file must do nothing if it is requested directly by its URL.
    #[test]
    fn every_program_in_it_ends_where_wordpress_did_not_start_it() {
        for (name, bytes) in source() {
            if name.ends_with(".php") {
                let code = String::from_utf8(bytes).unwrap();
                let guarded = code.contains("defined( 'ABSPATH' ) || exit;")
                    || code.contains("defined( 'WP_UNINSTALL_PLUGIN' ) || exit;");
                assert!(guarded, "{name}");
            }
        }
    }
}
