//! Words in every language: English, and what stands for a translation.

use recipes::check;
use recipes::tree::Tree;

/// Adds words to a file of every language. Where no translator has written them yet, they are the English ones.
pub fn add_in_every_language(tree: &Tree, file: &str, words: &str) {
    tree.append(&format!("crates/content/words/en/{file}"), words);
    for locale in tree.translations() {
        tree.append(&format!("crates/content/words/{locale}/{file}"), words);
    }
    accept_in_every_language(tree);
}

/// `cargo xtask translations --accept`, for each translation.
pub fn accept_in_every_language(tree: &Tree) {
    for locale in tree.translations() {
        check::accept(tree, &locale);
    }
}
