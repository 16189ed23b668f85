//! Tags of the files that a page loads, from the manifest, and the attributes of its start script.

use std::path::Path;

use site::Language;
use site::hosting::manifest::FILES;
use site::hosting::{CLOSED, File, Inline, Page, Tag};

use super::integrity::integrity;
use super::{BUILD, read};
use crate::manifest::Served;
use command_support::failure::Failure;

/// Builds the tags of one page.
pub struct Tags<'a> {
    /// The page.
    pub page: Page,
    /// Its language.
    pub language: &'a Language,
    /// The folder with the page's files.
    pub staging: &'a Path,
    /// The files in that folder.
    pub served: &'a Served,
    /// Digests of the inline code of the check's page.
    pub inline: &'a Inline,
}

impl Tags<'_> {
    /// The tags as HTML, grouped by kind.
    pub fn html(&self) -> Result<String, Failure> {
        let mut rows: Vec<(Tag, &File)> = FILES
            .iter()
            .filter(|file| file.pages.contains(&self.page))
            .filter_map(|file| Some((file.tag?, file)))
            .collect();
        rows.sort_by_key(|(tag, _)| *tag);
        let mut tags = Vec::new();
        for (tag, file) in rows {
            // A missing file fails the build later, with advice.
            if let Some(name) = self.served.in_language(file, self.language.locale) {
                tags.push(self.tag(tag, name)?);
            }
        }
        Ok(tags.join("\n    "))
    }

    fn tag(&self, tag: Tag, name: &str) -> Result<String, Failure> {
        let held = match self.digest(name)? {
            Some(digest) => format!(" integrity=\"{digest}\""),
            None => String::new(),
        };
        Ok(match tag {
            // The page has the style of its first pages in itself; its start script adds the whole sheet.
            Tag::Stylesheet if self.page == Page::Check => {
                format!(
                    "<link rel=\"preload\" as=\"style\" href=\"./{name}\"{held} crossorigin=\"anonymous\" />"
                )
            }
            Tag::Stylesheet => {
                format!("<link rel=\"stylesheet\" href=\"./{name}\" />")
            }
            Tag::Preload => {
                format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{name}\" />")
            }
            Tag::ModulePreload => format!("<link rel=\"modulepreload\" href=\"./{name}\" />"),
            Tag::Script => format!("<script type=\"module\" src=\"./{name}\"{held}></script>"),
            Tag::Start => format!(
                "<script type=\"module\" id=\"{}\" src=\"./{name}\"{held} {}></script>",
                self.id(),
                self.told()?.join(" "),
            ),
        })
    }

    /// The id by which the start script finds its own tag.
    fn id(&self) -> &'static str {
        match self.page {
            Page::Check => "footing-files",
            Page::Workbench | Page::Setup => "companion-files",
        }
    }

    /// Attributes of the start script.
    fn told(&self) -> Result<Vec<String>, Failure> {
        let mut attributes = Vec::new();
        for file in FILES {
            for (_, attribute) in file
                .data_attributes
                .iter()
                .filter(|(page, _)| *page == self.page)
            {
                attributes.extend(self.attribute(file, attribute)?);
            }
        }
        if self.page == Page::Setup {
            attributes.push(format!("data-inline=\"{}\"", self.inline.written()));
        }
        if self.page == Page::Check {
            attributes.push(format!("data-closed=\"{CLOSED}\""));
            attributes.push(format!("data-build=\"{BUILD}\""));
        }
        Ok(attributes)
    }

    /// Attribute of one manifest row: the address of its file, with the digest.
    fn attribute(&self, file: &File, attribute: &str) -> Result<Option<String>, Failure> {
        let Some(name) = self.served.in_language(file, self.language.locale) else {
            return Ok(None);
        };
        // A script tag has its own `integrity` attribute; a dynamic import cannot have one.
        let held = match file.tag {
            Some(Tag::Script) => None,
            _ => self.digest(name)?,
        };
        let held = held.map(|digest| format!(" {digest}")).unwrap_or_default();
        Ok(Some(format!("data-{attribute}=\"./{name}{held}\"")))
    }

    /// SRI digest of a file. Only the check has digests, to protect the people who answer; the other pages
    /// have none.
    fn digest(&self, name: &str) -> Result<Option<String>, Failure> {
        match self.page {
            Page::Check => Ok(Some(integrity(&read(&self.staging.join(name))?))),
            Page::Workbench | Page::Setup => Ok(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::tests::whole;
    use site::LANGUAGES;

    fn tags(page: Page) -> String {
        let folder = tempfile::tempdir().unwrap();
        for name in whole() {
            let file = folder.path().join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "abc").unwrap();
        }
        let tags = Tags {
            page,
            language: &LANGUAGES[0],
            staging: folder.path(),
            served: &Served::read(folder.path()).unwrap(),
            inline: &Inline::default(),
        };
        tags.html().unwrap()
    }

    #[test]
    fn the_check_names_each_file_with_its_digest() {
        let html = tags(Page::Check);
        let digest = integrity(b"abc");
        for part in [
            format!("data-words=\"./words/en.json {digest}\""),
            format!("data-wasm=\"./widget-0123456789abcdef_bg.wasm {digest}\""),
            format!("src=\"./start.js\" integrity=\"{digest}\""),
        ] {
            assert!(html.contains(&part), "{part}\n{html}");
        }
        for line in html.lines().filter(|line| line.contains(" src=")) {
            assert!(line.contains(" integrity=\""), "{line}");
        }
        let last = html.lines().last().unwrap();
        assert!(last.contains("id=\"footing-files\""), "{last}");
    }

    #[test]
    fn a_page_beside_the_check_loads_its_own_module() {
        let html = tags(Page::Setup);
        assert!(html.contains("data-words=\"./words/en.json\""), "{html}");
        assert!(html.contains("data-wasm=\"./setup-0123456789abcdef_bg.wasm\""));
        assert!(
            !html.contains("workbench") && !html.contains("start.js"),
            "{html}"
        );
    }

    #[test]
    fn scripts_read_what_they_are_told() {
        // `dataset` turns `data-without-wasm` into `withoutWasm`.
        let in_script = |name: &str| {
            let mut parts = name.split('-');
            let first = parts.next().unwrap_or_default().to_owned();
            parts.fold(first, |name, part| {
                let (initial, rest) = part.split_at(1);
                name + &initial.to_ascii_uppercase() + rest
            })
        };
        let load = include_str!("../../../static/load.js");
        let companion = include_str!("../../../static/companion.js");
        for (page, name) in FILES.iter().flat_map(|file| file.data_attributes) {
            let read = match page {
                Page::Check if *name == "style" => {
                    include_str!("../../../static/start.js").contains("files.style")
                }
                Page::Check => load.contains(&format!("files.{}", in_script(name))),
                Page::Workbench | Page::Setup => companion
                    .lines()
                    .any(|line| line.starts_with("const {") && line.contains(name)),
            };
            assert!(read, "{name}");
        }
    }
}
