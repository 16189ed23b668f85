//! The template of the three pages with a module: `index.html`, which is also Trunk's input. All three
//! share the head tags, the CSP and the placeholders; a page adds its title, files and body.

use site::hosting::Page;

use command_support::failure::Failure;
use command_support::workspace::Workspace;

use super::read_text;

const PLACES: [&str; 3] = [
    "<!-- footing:title -->",
    "<!-- footing:head -->",
    "<!-- footing:body -->",
];

/// The template from the repository.
pub fn template(workspace: &Workspace) -> Result<String, Failure> {
    read_text(&workspace.root().join(Page::Check.file()))
}

fn title(page: Page) -> &'static str {
    match page {
        Page::Check => "Footing",
        Page::Workbench => "Footing: try the rules",
        Page::Setup => "Footing: set up the check",
    }
}

/// Replaces the placeholders of the template, and removes the lines for Trunk.
pub fn filled(template: &str, page: Page, head: &str, body: &str) -> Result<String, Failure> {
    if !PLACES.iter().all(|place| template.contains(place)) {
        return Err(Failure::work(
            format!(
                "index.html has lost one of its places {}.",
                PLACES.join(", ")
            ),
            "Put the comment back: title, files and start screen of each page go there.",
        ));
    }
    let kept = template.lines().filter(|line| !line.contains("data-trunk"));
    let kept: Vec<&str> = kept.collect();
    let mut html = kept.join("\n") + "\n";
    for (place, text) in PLACES.into_iter().zip([title(page), head, body]) {
        html = html.replacen(place, text, 1);
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_filled_and_what_is_meant_for_trunk_goes() {
        let [title, head, body] = PLACES;
        let html = format!("{title}\n<link data-trunk rel=\"rust\" />\n{head}\n{body}");
        let page = filled(&html, Page::Setup, "H", "B").unwrap();
        assert_eq!(page, "Footing: set up the check\nH\nB\n");
    }

    #[test]
    fn a_lost_place_is_an_error() {
        for lost in PLACES {
            let html = PLACES.join("").replace(lost, "");
            assert!(filled(&html, Page::Check, "H", "B").is_err(), "{lost}");
        }
    }

    #[test]
    fn the_template_of_the_repository_has_every_place() {
        let template = template(&Workspace::find().unwrap()).unwrap();
        let page = filled(&template, Page::Check, "H", "B").unwrap();
        assert!(page.contains("<title>Footing</title>"), "{page}");
        assert!(!page.contains("<!--") && !page.contains("trunk"), "{page}");
    }
}
