//! The static pages: the check's page before the module runs, and where it cannot run.

use i18n::Words;
use paper::Paper;
use site::Language;
use specimens::check;

use super::paper_form;

/// Returns the page body: the notes for missing scripts, for a failed module and for a browser that is too old, the start screen, and
/// the page after it as templates, which `static/first-pages.js` shows.
pub fn body(words: &Words, form: &Paper, language: &Language) -> String {
    // Hidden until start.js detects that the questions do not load.
    let failed = check::failed(words).replacen("<div ", "<div hidden ", 1);
    let failed = paper_form::linked(&failed, form, language);
    let too_old = format!(
        "<div hidden id=\"footing-old\" role=\"alert\" class=\"page-note\"><p>{}</p><p>{}</p></div>",
        words.phrases.browser_too_old,
        paper_form::link(form, language),
    );
    let without_scripts = format!(
        "<div class=\"page-note\"><p>{}</p><p>{}</p></div>",
        words.phrases.needs_scripts,
        paper_form::link(form, language),
    );
    let start = check::start(words);
    let body = specimens::placeholder(&without_scripts, &(failed + &too_old), "footing", &start);
    let after = check::after_start(words).into_iter().map(|(id, page)| {
        let main = main_content(&page).unwrap_or_default();
        format!("<template id=\"after-{id}\">{main}</template>")
    });
    body + &after.collect::<String>()
}

/// The content of the main landmark.
fn main_content(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("<main class=\"main\">")?;
    Some(after.split_once("</main>")?.0)
}

#[cfg(test)]
mod tests {
    use command_support::workspace::Workspace;

    #[test]
    fn the_page_after_the_start_screen_is_there_in_both_voices() {
        let workspace = Workspace::find().unwrap();
        let form = crate::paper_form::read(&workspace, "en").unwrap();
        let words = crate::read_words(&workspace, "en").unwrap();
        let body = super::body(&words, &form, &site::LANGUAGES[0]);
        for (id, asked) in [
            ("who-for-0", "How old are you?"),
            ("who-for-1", "How old are they?"),
        ] {
            let (_, page) = body
                .split_once(&format!("<template id=\"after-{id}\">"))
                .unwrap();
            let (page, _) = page.split_once("</template>").unwrap();
            assert!(page.starts_with("<form class=\"page\""), "{page}");
            assert!(page.contains(asked), "{page}");
            assert!(page.contains("id=\"age-0\"") && page.contains("id=\"age-declined\""));
            assert!(page.contains("class=\"waiting\""), "{page}");
            // Every other question belongs to the module.
            assert_eq!(page.matches("<fieldset").count(), 1, "{page}");
        }
    }
}
