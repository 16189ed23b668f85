//! Documents of a release, as plain text files, which open on every computer.

use super::{Files, Layout, read, source};
use command_support::failure::Failure;
use command_support::workspace::Workspace;

/// Source path and name in the release.
const DOCUMENTS: &[(&str, &str)] = &[
    ("src/docs/hosting.md", "docs/hosting.txt"),
    ("src/docs/upgrading.md", "docs/upgrading.txt"),
    ("src/docs/embedding.md", "docs/embedding.txt"),
    ("src/docs/wordpress.md", "docs/wordpress.txt"),
    ("src/docs/contact.md", "docs/contact-requests.txt"),
    ("src/docs/privacy.md", "docs/privacy.txt"),
    (
        "src/docs/withdrawing-a-rule.md",
        "docs/withdrawing-a-rule.txt",
    ),
    ("CHANGELOG.md", "docs/changelog.txt"),
    ("README.md", "docs/readme.txt"),
    ("LICENSE", "LICENSE.txt"),
];

/// Adds the documents, and the start page.
pub fn add(
    workspace: &Workspace,
    layout: Layout,
    version: &str,
    packed: &mut Files,
) -> Result<(), Failure> {
    for (from, to) in DOCUMENTS {
        packed.insert((*to).to_owned(), read(&source(workspace, from))?);
    }
    let start = include_str!("../../release/start-here.txt");
    let (folder, more) = match layout {
        Layout::Plain => ("", ""),
        Layout::Pinned => (
            "footing-{version}/",
            include_str!("../../release/pinned.txt"),
        ),
    };
    let start = format!("{start}{more}")
        .replace("{folder}", folder)
        .replace("{version}", version);
    packed.insert("START-HERE.txt".into(), start.into_bytes());
    Ok(())
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn every_document_is_there_and_the_first_page_names_the_version() {
        let workspace = Workspace::find().unwrap();
        for layout in [Layout::Plain, Layout::Pinned] {
            let mut packed = Files::new();
            add(&workspace, layout, "1.2.3", &mut packed).unwrap();
            assert_eq!(packed.len(), DOCUMENTS.len() + 1);
            let start = String::from_utf8(packed["START-HERE.txt"].clone()).unwrap();
            assert!(start.contains("1.2.3"), "{start}");
            assert!(!start.contains('{'), "{start}");
            assert_eq!(start.contains("side by side"), layout == Layout::Pinned);
        }
    }
}
