//! Copies a content folder, for tests that change it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use content_compiler::author::{self, Problem};

/// Temporary copy of a content folder, deleted on drop.
pub struct Draft {
    folder: PathBuf,
}

impl Draft {
    pub fn of(original: &Path) -> Draft {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("footing-draft-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        copy(original, &folder);
        Draft { folder }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Replaces the first occurrence of a text.
    pub fn replace(&self, file: &str, before: &str, after: &str) {
        let text = self.text(file);
        assert!(text.contains(before), "{file} no longer holds {before:?}");
        fs::write(self.folder.join(file), text.replacen(before, after, 1)).unwrap();
    }

    pub fn append(&self, file: &str, more: &str) {
        fs::write(self.folder.join(file), self.text(file) + more).unwrap();
    }

    pub fn copy_folder(&self, from: &str, to: &str) {
        copy(&self.folder.join(from), &self.folder.join(to));
    }

    /// File and line of the first occurrence of a text, formatted as in a problem.
    pub fn position(&self, file: &str, needle: &str) -> String {
        let text = self.text(file);
        at(file, &text, text.find(needle).unwrap())
    }

    /// File and line of the last occurrence.
    pub fn last_place(&self, file: &str, needle: &str) -> String {
        let text = self.text(file);
        at(file, &text, text.rfind(needle).unwrap())
    }

    /// The problems in questions and rules, as printed.
    pub fn problems(&self) -> Vec<String> {
        message(author::questionnaire(&self.folder).err())
    }

    /// The problems in everything, texts included.
    pub fn problems_with_words(&self) -> Vec<String> {
        message(author::check(&self.folder).err())
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.folder.join(file)).unwrap()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // A leftover temporary folder is harmless.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn at(file: &str, text: &str, byte: usize) -> String {
    format!("{file}:{}", text[..byte].matches('\n').count() + 1)
}

fn message(problems: Option<Vec<Problem>>) -> Vec<String> {
    problems
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
