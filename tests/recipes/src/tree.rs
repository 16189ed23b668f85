//! A copy of the project's files, which the recipes change.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use command_support::workspace::Workspace;

/// A copy of the project.
#[derive(Clone, Debug)]
pub struct Tree {
    root: PathBuf,
}

impl Tree {
    /// Copies every file of the project that git does not ignore, as it is in the working tree.
    pub fn copy(project: &Workspace, root: PathBuf) -> Tree {
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let tree = Tree { root };
        let mut git = project.program("git");
        git.args([
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ]);
        let listed = command_support::program::answer(&mut git).expect("git lists the files");
        for name in listed.split('\0').filter(|name| !name.is_empty()) {
            // A file that was deleted, and not committed, is still listed.
            if let Ok(bytes) = fs::read(project.root().join(name)) {
                tree.put(name, &bytes);
            }
        }
        tree
    }

    /// A tree in a folder that may hold files of an earlier run.
    pub fn at(root: PathBuf) -> Tree {
        Tree { root }
    }

    /// Its root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Makes this tree equal to another. Leaves equal files untouched, so that cargo builds nothing twice.
    pub fn become_equal_to(&self, other: &Tree) {
        let wanted = other.files();
        for name in &wanted {
            self.put(name, &fs::read(other.root.join(name)).unwrap());
        }
        for name in self.files().difference(&wanted) {
            fs::remove_file(self.root.join(name)).unwrap();
        }
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let file = self.root.join(name);
        if fs::read(&file).is_ok_and(|before| before == bytes) {
            return;
        }
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    /// Names of all files.
    pub fn files(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            let Ok(entries) = fs::read_dir(&folder) else {
                continue;
            };
            for entry in entries {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&self.root).unwrap();
                    found.insert(name.to_str().unwrap().to_owned());
                }
            }
        }
        found
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.root.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        self.put(name, text.as_bytes());
    }

    /// Replaces a text that stands once in a file.
    pub fn replace(&self, name: &str, before: &str, after: &str) {
        let text = self.text(name);
        let count = text.matches(before).count();
        assert_eq!(
            count, 1,
            "{name} holds {before:?} {count} times. The example of this recipe stands on it: \
             choose another in tests/recipes/tests/recipes/."
        );
        self.write(name, &text.replacen(before, after, 1));
    }

    /// Adds text behind one that stands once in a file.
    pub fn add_behind(&self, name: &str, before: &str, more: &str) {
        self.replace(name, before, &[before, more].concat());
    }

    /// Adds text before one that stands once in a file.
    pub fn add_before(&self, name: &str, behind: &str, more: &str) {
        self.replace(name, behind, &[more, behind].concat());
    }

    /// Adds text at the end of a file.
    pub fn append(&self, name: &str, more: &str) {
        self.write(name, &(self.text(name) + more));
    }

    /// Adds a row behind the row of a table that begins so.
    pub fn add_row(&self, name: &str, begins: &str, row: &str) {
        let text = self.text(name);
        let mut found = text.lines().filter(|line| line.starts_with(begins));
        let before = found
            .next()
            .unwrap_or_else(|| panic!("{name} has no row {begins:?}"));
        self.add_behind(name, &format!("\n{before}\n"), &format!("{row}\n"));
    }

    /// Copies a file, or the files that stand in a folder itself.
    pub fn copy_to(&self, from: &str, to: &str) {
        if self.root.join(from).is_file() {
            return self.write(to, &self.text(from));
        }
        let within = format!("{from}/");
        let names = self.files();
        let own = names.iter().filter_map(|name| name.strip_prefix(&within));
        for name in own.filter(|name| !name.contains('/')) {
            self.write(
                &format!("{to}/{name}"),
                &self.text(&format!("{from}/{name}")),
            );
        }
    }

    /// Where a text stands first, as the build names it: file and line.
    pub fn position(&self, name: &str, text: &str) -> String {
        let all = self.text(name);
        let start = all
            .find(text)
            .unwrap_or_else(|| panic!("{name} has no {text:?}"));
        let file = name.strip_prefix("crates/content/").unwrap_or(name);
        format!("{file}:{}", all[..start].matches('\n').count() + 1)
    }

    /// The content folder.
    pub fn content(&self) -> PathBuf {
        self.root.join("crates/content")
    }

    /// The folder of stories.
    pub fn stories(&self) -> PathBuf {
        self.root.join("tests/vignettes")
    }

    /// The languages beside English that have words.
    pub fn translations(&self) -> Vec<String> {
        content_compiler::translation::translations(&self.content())
    }
}
