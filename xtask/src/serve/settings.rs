//! Brings a change of `static/site.json` to the page that is served, without building it again.

use std::fs;
use std::path::Path;
use std::time::Duration;

use check_site::messages_of;
use command_support::terminal;
use command_support::workspace::Workspace;
use site::hosting::Page;

/// How often it is looked at. A person who saves a file and reloads the page takes longer.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Follows the settings for as long as the command runs.
pub fn follow(workspace: &Workspace) {
    let (from, to) = (workspace.root().join("static"), workspace.dist());
    std::thread::spawn(move || {
        let mut seen = None;
        loop {
            let now = fs::read(from.join(FILE)).ok();
            if now != seen {
                // What stands there at the start is looked at too.
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

/// Copies the settings, and the logo they name, where the served page has others. A build of the page
/// may put the folder up anew at any time, so both are compared each time.
fn bring(from: &Path, to: &Path) {
    if !to.join(Page::Check.file()).is_file() {
        return;
    }
    let Ok(settings) = fs::read(from.join(FILE)) else {
        return;
    };
    let logo = serde_json::from_slice::<serde_json::Value>(&settings).ok();
    let logo = logo.and_then(|settings| settings.get("logo")?.as_str().map(str::to_owned));
    // A name alone: the folder is not left.
    let logo = logo.filter(|name| Path::new(name).file_name() == Some(name.as_ref()));
    for name in [FILE].into_iter().chain(logo.as_deref()) {
        let wanted = fs::read(from.join(name)).ok();
        if let Some(wanted) =
            wanted.filter(|wanted| fs::read(to.join(name)).ok().as_ref() != Some(wanted))
        {
            // Half written or refused, it is written at the next look.
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
        // A new build of the page brings what was there when it began.
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
