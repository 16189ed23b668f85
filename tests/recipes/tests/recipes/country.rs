//! "Add a country": South Africa, with lines that stand for its own.

use content_compiler::author;
use recipes::check;

use crate::language::one_more;
use crate::recipe::{Recipe, Step};
use crate::trial::{Trial, left_to_the_commands};
use crate::words::accept_in_every_language;

pub const RECIPE: Recipe = Recipe {
    name: "Add a country",
    steps: &[
        Step::new("cac21858", write_its_lines),
        Step::new("995a5721", say_who_they_are_for),
        Step::new("0a647c50", say_what_differs),
        Step::new("dc04416c", serve_it),
        Step::new("efed79e8", left_to_the_commands),
    ],
};

const LINES: &str = "crates/content/crisis/za.toml";

fn write_its_lines(trial: &mut Trial) {
    let draft = &trial.draft;
    draft.copy_to("crates/content/crisis/gb.toml", LINES);
    let text = draft
        .text(LINES)
        .replace("United Kingdom", "South Africa")
        .replace("region = \"gb\"", "region = \"za\"")
        .replace("\"999\"", "\"112\"");
    draft.write(LINES, &text);
}

fn say_who_they_are_for(trial: &mut Trial) {
    let words = "crates/content/words/en/za/crisis.toml";
    let british = trial.draft.text("crates/content/words/en/gb/crisis.toml");
    let south_african = british.replace("United Kingdom", "South Africa");
    // A line without words is named.
    let without = south_african.replace("[lines.frank]", "[lines.franc]");
    trial.draft.write(words, &without);
    trial.must_be_named("words/en/za/crisis.toml:", "'frank'");
    trial.draft.write(words, &south_african);
}

fn say_what_differs(trial: &mut Trial) {
    trial.draft.copy_to(
        "crates/content/words/en/gb/replacements.toml",
        "crates/content/words/en/za/replacements.toml",
    );
    check::builds(&trial.draft);
}

fn serve_it(trial: &mut Trial) {
    let draft = &trial.draft;
    let file = "crates/site/src/language.rs";
    draft.add_behind(
        file,
        "    Language::new(\"en-NZ\", \"English\", \"NZ\", \"en-NZ.html\", \"paper-en-NZ.html\"),\n",
        "    Language::new(\"en-ZA\", \"English\", \"ZA\", \"en-ZA.html\", \"paper-en-ZA.html\"),\n",
    );
    draft.replace(file, "\"NZ\", \"001\"];", "\"NZ\", \"ZA\", \"001\"];");
    one_more(trial, file, "pub const LANGUAGES: [Language; ");
    one_more(trial, file, "pub const COUNTRIES: [&str; ");
    let draft = &trial.draft;
    draft.replace(
        "static/embed.js",
        "\"en-NZ\", \"en-001\"];",
        "\"en-NZ\", \"en-ZA\", \"en-001\"];",
    );
    draft.add_behind(
        "static/site.schema.json",
        "        \"NZ\",\n",
        "        \"ZA\",\n",
    );
    draft.add_behind(
        "static/site.schema.json",
        "          \"en-NZ\",\n",
        "          \"en-ZA\",\n",
    );
    draft.replace(
        "crates/i18n/src/phrases.rs",
        " country_nz,\n",
        " country_nz, country_za,\n",
    );
    draft.add_behind(
        "crates/i18n/src/phrases.rs",
        "            \"NZ\" => self.country_nz,\n",
        "            \"ZA\" => self.country_za,\n",
    );
    for language in author::languages(&draft.content()) {
        let file = format!("crates/content/words/{language}/phrases.toml");
        let words = draft.text(&file);
        let line = words
            .lines()
            .find(|line| line.starts_with("country_nz = "))
            .unwrap();
        draft.add_behind(
            &file,
            &format!("{line}\n"),
            "country_za = \"South Africa\"\n",
        );
    }
    draft.replace(
        "src/docs/embedding.md",
        "`en-NZ`, or `en-001`",
        "`en-NZ`, `en-ZA`, or `en-001`",
    );
    draft.replace(
        "README.md",
        "`NZ`, or `001` for any other",
        "`NZ`, `ZA`, or `001` for any other",
    );
    draft.replace(
        "README.md",
        "`en-NZ`, `en-001` for other countries",
        "`en-NZ`, `en-ZA`, `en-001` for other countries",
    );
    accept_in_every_language(draft);
}
