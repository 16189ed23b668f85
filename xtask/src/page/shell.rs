//! The template of the three pages with a module: `index.html`, which is also Trunk's input. All three
//! share the head tags, the CSP and the placeholders; a page adds its title, files and body.

use site::Language;
use site::hosting::Page;

use command_support::failure::Failure;
use command_support::workspace::Workspace;

use super::read_text;

const PLACES: [&str; 3] = [
    "<!-- footing:title -->",
    "<!-- footing:head -->",
    "<!-- footing:body -->",
];

/// The root element of the template.
const ROOT: &str = "<html lang=\"en\">";

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
pub fn filled(
    template: &str,
    page: Page,
    language: &Language,
    head: &str,
    body: &str,
) -> Result<String, Failure> {
    let mut places = PLACES.iter().chain([&ROOT]);
    if !places.all(|place| template.contains(place)) {
        return Err(Failure::work(
            format!(
                "index.html has lost one of its places {ROOT}, {}.",
                PLACES.join(", ")
            ),
            "Put it back: language, title, files and start screen of each page go there.",
        ));
    }
    let kept = template.lines().filter(|line| !line.contains("data-trunk"));
    let kept: Vec<&str> = kept.collect();
    let mut html = kept.join("\n") + "\n";
    let root = format!(
        "<html lang=\"{}\" dir=\"{}\">",
        language.locale, language.direction
    );
    html = html.replacen(ROOT, &root, 1);
    for (place, text) in PLACES.into_iter().zip([title(page), head, body]) {
        html = html.replacen(place, text, 1);
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;
    use site::LANGUAGES;

    const ENGLISH: &Language = &LANGUAGES[0];

    #[test]
    fn every_place_is_filled_and_what_is_meant_for_trunk_goes() {
        let [title, head, body] = PLACES;
        let html = format!("{ROOT}{title}\n<link data-trunk rel=\"rust\" />\n{head}\n{body}");
        let arabic = Language::find("ar").unwrap();
        let page = filled(&html, Page::Setup, arabic, "H", "B").unwrap();
        let root = "<html lang=\"ar\" dir=\"rtl\">";
        assert_eq!(page, format!("{root}Footing: set up the check\nH\nB\n"));
    }

    #[test]
    fn a_lost_place_is_an_error() {
        for lost in PLACES.into_iter().chain([ROOT]) {
            let html = (PLACES.join("") + ROOT).replace(lost, "");
            assert!(
                filled(&html, Page::Check, ENGLISH, "H", "B").is_err(),
                "{lost}"
            );
        }
    }

    #[test]
    fn the_template_of_the_repository_has_every_place() {
        let template = template(&Workspace::find().unwrap()).unwrap();
        let page = filled(&template, Page::Check, ENGLISH, "H", "B").unwrap();
        assert!(page.contains("<title>Footing</title>"), "{page}");
        assert!(!page.contains("<!--") && !page.contains("trunk"), "{page}");
    }
}
