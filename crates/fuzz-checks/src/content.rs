//! Questions and rules as their authors write them.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use assessment::{Answer, Response, assess};
use content_compiler::author;

/// The files of a small invented questionnaire; the first byte of an input says which it replaces.
pub const FILES: [(&str, &str); 5] = [
    (
        "questionnaire.toml",
        include_str!("../../../tests/fixtures/specimen/questionnaire.toml"),
    ),
    (
        "items/sky.toml",
        include_str!("../../../tests/fixtures/specimen/items/sky.toml"),
    ),
    (
        "items/house.toml",
        include_str!("../../../tests/fixtures/specimen/items/house.toml"),
    ),
    (
        "rules/storms.toml",
        include_str!("../../../tests/fixtures/specimen/rules/storms.toml"),
    ),
    (
        "sources.toml",
        include_str!("../../../tests/fixtures/specimen/sources.toml"),
    ),
];

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::new());
}

/// Puts any bytes in the place of one file. The checker tells where the mistake is, or what it lets
/// through can be assessed.
pub fn run(bytes: &[u8]) {
    let Some((which, text)) = bytes.split_first() else {
        return;
    };
    let (file, original) = FILES[usize::from(*which) % FILES.len()];
    DESK.with_borrow(|desk| {
        desk.write(file, text);
        check(&desk.folder);
        desk.write(file, original.as_bytes());
    });
}

fn check(folder: &Path) {
    match author::questionnaire(folder) {
        Ok(questionnaire) => {
            let mut worst = Response::default();
            for item in questionnaire.items {
                worst.set(item.link_id, Answer::Chosen(item.most_careful()));
            }
            assess(&questionnaire, &Response::default());
            assess(&questionnaire, &worst);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.file.is_empty() && !problem.message.is_empty());
                let text = fs::read(folder.join(&problem.file)).unwrap_or_default();
                let lines = text.split(|byte| *byte == b'\n').count();
                assert!((1..=lines).contains(&problem.line), "{problem}");
            }
        }
    }
}

/// A folder to write in that is gone afterwards.
struct Desk {
    folder: PathBuf,
}

impl Desk {
    fn new() -> Desk {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("footing-fuzz-{}-{number}", std::process::id());
        let desk = Desk {
            folder: std::env::temp_dir().join(name),
        };
        for folder in ["items", "rules"] {
            fs::create_dir_all(desk.folder.join(folder)).expect("a temporary folder");
        }
        for (file, text) in FILES {
            desk.write(file, text.as_bytes());
        }
        desk
    }

    fn write(&self, file: &str, text: &[u8]) {
        fs::write(self.folder.join(file), text).expect("room in the temporary folder");
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // What is left over in the temporary folder harms nothing.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
