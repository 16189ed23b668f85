//! Copies changes of `static/site.json` to the served page without a rebuild.

use std::fs;
use std::path::Path;
use std::time::Duration;

use check_site::messages_of;
use command_support::terminal;
use command_support::workspace::Workspace;
use site::hosting::Page;

/// Polling interval. Saving a file and reloading the page takes a person longer.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Watches the settings in a background thread until the process exits.
pub fn follow(workspace: &Workspace) {
    let (from, to) = (workspace.root().join("static"), workspace.dist());
    std::thread::spawn(move || {
        let mut seen = None;
        loop {
            let now = fs::read(from.join(FILE)).ok();
            if now != seen {
                // Also check the initial settings.
                for line in now
                    .iter()
                    .flat_map(|now| messages_of(&from.join(FILE), now))
                {
                    terminal::complain(line);
                }
                seen = now;
            }
            bring(&from, &to);
            std::thread::sleep(LOOK_EVERY);
        }
    });
}

const FILE: &str = "site.json";

/// Copies the settings and the logo they name if the served copies differ. A build may replace the folder
/// at any time, so this compares both files each time.
fn bring(from: &Path, to: &Path) {
    if !to.join(Page::Check.file()).is_file() {
        return;
    }
    let Ok(settings) = fs::read(from.join(FILE)) else {
        return;
    };
    let logo = serde_json::from_slice::<serde_json::Value>(&settings).ok();
    let logo = logo.and_then(|settings| settings.get("logo")?.as_str().map(str::to_owned));
    // Accept only a bare file name, so that the path stays in the folder.
    let logo = logo.filter(|name| Path::new(name).file_name() == Some(name.as_ref()));
    for name in [FILE].into_iter().chain(logo.as_deref()) {
        let wanted = fs::read(from.join(name)).ok();
        if let Some(wanted) =
            wanted.filter(|wanted| fs::read(to.join(name)).ok().as_ref() != Some(wanted))
        {
            // If the write fails or is incomplete, the next poll repeats it.
            let _ = fs::write(to.join(name), wanted);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_reaches_the_served_folder_with_its_logo() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("static"), folder.path().join("dist"));
        fs::create_dir_all(&from).unwrap();
        fs::create_dir_all(&to).unwrap();
        let served = || fs::read_to_string(to.join(FILE)).ok();
        let set = |text: &str| fs::write(from.join(FILE), text).unwrap();
        set("{}");
        bring(&from, &to);
        assert_eq!(served(), None, "there is no page yet");
        fs::write(to.join("index.html"), "").unwrap();
        bring(&from, &to);
        assert_eq!(served().as_deref(), Some("{}"));
        let named = "{ \"name\": \"Harbor\", \"logo\": \"logo.svg\" }";
        fs::write(from.join("logo.svg"), "<svg/>").unwrap();
        set(named);
        bring(&from, &to);
        assert_eq!(served().as_deref(), Some(named));
        assert_eq!(fs::read_to_string(to.join("logo.svg")).unwrap(), "<svg/>");
        // A new build restores the settings from when it started.
        fs::write(to.join(FILE), "{}").unwrap();
        bring(&from, &to);
        assert_eq!(served().as_deref(), Some(named));
    }

    #[test]
    fn nothing_outside_of_the_folder_is_brought() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("static"), folder.path().join("dist"));
        fs::create_dir_all(&from).unwrap();
        fs::create_dir_all(&to).unwrap();
        fs::write(to.join("index.html"), "").unwrap();
        fs::write(folder.path().join("secret.png"), "secret").unwrap();
        fs::write(from.join(FILE), "{ \"logo\": \"../secret.png\" }").unwrap();
        bring(&from, &to);
        assert!(to.join(FILE).is_file());
        assert!(!to.join("secret.png").exists());
        assert_eq!(fs::read_dir(&to).unwrap().count(), 2);
    }
}
