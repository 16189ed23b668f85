//! Tests that the page is complete and well-formed, and that the checked-in copy is current.

use std::collections::BTreeSet;

use assessment::PointsTo;
use content_compiler::author;
use content_compiler::changes::changes as changes_of;
use content_compiler::crisis::CrisisFile;
use content_compiler::invariants::invariants;
use content_compiler::open_questions::open_questions;
use rulebook::page;

use crate::draft::Draft;
use crate::markup::{element, tags, text};
use crate::{content, read, rulebook, text_of};

fn html() -> String {
    page(rulebook())
}

fn ids(html: &str) -> Vec<String> {
    let tags = tags(html);
    let ids = tags.iter().filter_map(|tag| tag.get("id"));
    ids.map(str::to_owned).collect()
}

#[test]
fn the_page_that_is_checked_in_is_the_one_the_content_makes() {
    assert!(
        text_of("static/method.html") == html(),
        "static/method.html is not what questions, rules, words and stories say now; \
         run `cargo xtask rulebook`"
    );
}

#[test]
fn the_page_is_the_same_every_time_it_is_written() {
    assert_eq!(page(&read(&content())), html());
}

#[test]
fn every_question_rule_source_invariant_and_open_question_has_its_place_once() {
    let found = ids(&html());
    let places: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(places.len(), found.len(), "a place is there twice");
    let questionnaire = &rulebook().questionnaire;
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for item in questionnaire.items {
        wanted.insert(item.code.into());
        wanted.insert(item.question().into());
        wanted.extend(item.sources.iter().map(|source| source.0.to_owned()));
    }
    for rule in questionnaire.rules {
        wanted.insert(rule.id.0.into());
        wanted.extend(rule.sources.iter().map(|source| source.0.to_owned()));
        wanted.extend(rule.then.help.map(|help| format!("help-{}", help.0)));
    }
    wanted.extend(invariants(&content()).unwrap().into_iter().map(|it| it.id));
    wanted.extend(
        open_questions(&content())
            .unwrap()
            .into_iter()
            .map(|it| it.id),
    );
    let headlines = questionnaire.headlines.len();
    wanted.extend((1..=headlines).map(|place| format!("headline-{place}")));
    let guidance = questionnaire.guidance.iter();
    wanted.extend(guidance.map(|guidance| format!("guidance-{}", guidance.id.code())));
    let missing: Vec<&String> = wanted
        .iter()
        .filter(|id| !places.contains(id.as_str()))
        .collect();
    assert!(missing.is_empty(), "no place for {missing:?}");
}

#[test]
fn every_link_leads_somewhere_and_none_to_another_site() {
    let html = html();
    let places: BTreeSet<String> = ids(&html).into_iter().collect();
    let beside = [
        "./",
        "./method.css",
        "./workbench.html",
        "./accessibility.html",
        "data:,",
    ];
    let mut links = 0;
    for tag in tags(&html) {
        let Some(to) = tag.get("href") else { continue };
        links += 1;
        let leads = match to.strip_prefix('#') {
            Some(id) => places.contains(id),
            None => beside.contains(&to),
        };
        assert!(leads, "{to} leads nowhere");
    }
    assert!(links > 1000);
}

#[test]
fn every_element_is_closed_where_it_should_be() {
    let empty = ["!doctype", "meta", "link"];
    let mut open: Vec<String> = Vec::new();
    for tag in tags(&html()) {
        match tag.name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if empty.contains(&tag.name.as_str()) => {}
            None => open.push(tag.name),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

/// Structure that screen readers need for navigation.
#[test]
fn the_page_has_one_heading_of_its_own_landmarks_a_language_and_named_tables() {
    let tags = tags(&html());
    let count = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
    assert_eq!(["h1", "main", "nav", "header"].map(count), [1, 1, 1, 1]);
    let language = tags.iter().find(|tag| tag.name == "html").unwrap();
    assert_eq!(language.get("lang"), Some("en"));
    assert_eq!(count("table"), count("caption"));
    for tag in tags.iter().filter(|tag| tag.name == "th") {
        assert!(matches!(tag.get("scope"), Some("col" | "row")), "{tag:?}");
    }
    for tag in tags.iter().filter(|tag| tag.get("class") == Some("table")) {
        assert_eq!(
            (tag.get("role"), tag.get("tabindex")),
            (Some("region"), Some("0"))
        );
        assert!(tag.get("aria-label").is_some());
    }
    let mut before = 1;
    let levels = tags.iter().filter_map(|tag| tag.name.strip_prefix('h'));
    for level in levels.filter_map(|level| level.parse::<u8>().ok()) {
        assert!(
            level <= before + 1,
            "a heading of level {level} follows one of {before}"
        );
        before = level;
    }
}

#[test]
fn the_title_says_nothing_about_the_visitor() {
    assert!(html().contains("<title>Footing: how this works</title>"));
}

#[test]
fn nothing_on_the_page_needs_a_script() {
    let html = html();
    let scripts = tags(&html).into_iter().filter(|tag| tag.name == "script");
    let scripts: Vec<_> = scripts.collect();
    assert_eq!(scripts.len(), 1);
    assert_eq!(scripts[0].get("src"), Some("./method.js"));
    let hidden = tags(&html)
        .into_iter()
        .filter(|tag| tag.get("hidden").is_some());
    let hidden: Vec<_> = hidden.collect();
    assert_eq!(hidden.len(), 1, "only the late note waits for the script");
    assert_eq!(
        hidden[0].get("data-review-by"),
        Some(rulebook().questionnaire.review_by)
    );
    assert!(text(&html).contains("May 27, 2027. After that day these rules are overdue"));
}

#[test]
fn nobody_has_signed_and_the_page_says_so_of_the_whole_and_of_each_rule() {
    let html = html();
    let rules = rulebook().questionnaire.rules;
    let all = rules.len();
    assert!(text(&html).contains(&format!("0 of {all} rules are signed by a clinician")));
    for rule in rules {
        let told = text(element(&html, "article", rule.id.0));
        assert!(
            told.contains("not yet reviewed by a clinician"),
            "{}",
            rule.id.0
        );
    }
}

#[test]
fn a_signature_shows_with_name_role_and_day_and_is_counted() {
    let draft = Draft::of(&content());
    let before = "reviewed = \"none\"";
    let after = "reviewed = { by = \"(name in a test)\", role = \"(role)\", on = \"2026-12-01\" }";
    draft.replace("rules/red-flags.toml", before, after);
    let html = page(&read(draft.folder()));
    let first = rulebook().questionnaire.rules[0].id.0;
    let told = text(element(&html, "article", first));
    assert!(
        told.contains("reviewed by (name in a test), (role), on 2026-12-01"),
        "{told}"
    );
    let all = rulebook().questionnaire.rules.len();
    let whole = text(&html);
    assert!(whole.contains(&format!("1 of {all} rules are signed by a clinician")));
    assert!(whole.contains("the others not yet"));
}

#[test]
fn markup_in_a_rationale_stays_text() {
    let draft = Draft::of(&content());
    let before = "rationale = \"";
    draft.replace("rules/red-flags.toml", before, "rationale = \"<script>&");
    let html = page(&read(draft.folder()));
    assert!(html.contains("&lt;script&gt;&amp;"));
    assert_eq!(html.matches("<script").count(), 1);
}

#[test]
fn a_rule_that_only_explains_says_so_and_no_other_does() {
    let html = html();
    let mut explain = 0;
    for rule in rulebook().questionnaire.rules {
        let told = element(&html, "article", rule.id.0);
        let says = told.contains("Adds a reason only");
        assert_eq!(says, rule.explains, "{}", rule.id.0);
        explain += usize::from(rule.explains);
    }
    assert!(explain > 0);
}

#[test]
fn every_source_says_how_much_was_read_how_it_may_be_used_and_who_leans_on_it() {
    let html = html();
    let sources: toml::Table = text_of("crates/content/sources.toml").parse().unwrap();
    for source in sources["source"].as_array().unwrap() {
        let field = |name: &str| source[name].as_str().unwrap();
        let told = text(element(&html, "article", field("id")));
        for name in ["title", "where", "read", "license"] {
            assert!(told.contains(field(name)), "{}: {name}", field("id"));
        }
        assert!(!told.trim_end().ends_with("Used by"), "{}", field("id"));
    }
    let f03 = text(element(&html, "article", "F03"));
    let s22 = text(element(&html, "article", "S22"));
    assert!(f03.contains("S22") && s22.contains("F03"));
}

/// Each headline shows its condition, its reason, where it leads and its sources.
#[test]
fn the_help_lines_of_every_country_stand_with_the_day_and_place_of_their_check() {
    let html = html();
    let folder = content().join("crisis");
    let files = std::fs::read_dir(&folder).unwrap();
    let mut countries = 0_usize;
    for file in files {
        let file = file.unwrap().path();
        let code = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let told: CrisisFile = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let (_, after) = html
            .split_once(&format!("id=\"help-lines-{code}\""))
            .unwrap();
        let table = after.split_once("</table>").unwrap().0;
        assert_eq!(table.matches("<th scope=\"row\">").count(), told.line.len());
        for line in &told.line {
            for part in [&line.call, &line.text, &line.web].into_iter().flatten() {
                assert!(table.contains(part.as_str()), "{code}: {part}");
            }
            assert!(
                table.contains(&line.source_url),
                "{code}: {}",
                line.source_url
            );
        }
        countries += 1;
    }
    assert!(countries >= 7, "{countries} countries");
}

/// Site owners copy these numbers by hand.
#[test]
fn the_numbers_for_snippets_are_those_of_the_countries() {
    let docs = text_of("src/docs/embedding.md");
    let phrases = &author::words(&content(), "en").unwrap().phrases;
    for code in ["us", "ca", "gb", "ie", "au", "nz"] {
        let told: CrisisFile =
            toml::from_str(&text_of(&format!("crates/content/crisis/{code}.toml"))).unwrap();
        let emergency = told.numbers.emergency.unwrap();
        let crisis = told.numbers.crisis.unwrap();
        let takes_texts = told
            .line
            .iter()
            .any(|line| line.call.as_ref() == Some(&crisis) && line.text.as_ref() == Some(&crisis));
        let texts = if takes_texts { "call or text " } else { "" };
        let country = phrases.country_of(&code.to_uppercase());
        let row = format!("| {country} | {emergency} | {texts}{crisis}");
        assert!(docs.contains(&row), "{row}");
    }
}

#[test]
fn first_lines_stand_in_order_each_with_its_condition_and_its_sources() {
    let html = html();
    let headlines = rulebook().questionnaire.headlines;
    let mut before = 0;
    for (place, headline) in (1_usize..).zip(headlines) {
        let id = format!("headline-{place}");
        let at = html.find(&format!("id=\"{id}\"")).unwrap();
        assert!(at > before, "{id} stands too early");
        before = at;
        let told = text(element(&html, "article", &id));
        assert!(told.contains(&format!("({})", headline.id)), "{told}");
        for fact in ["Holds when", "Leads to", "Why", "Rests on"] {
            assert!(told.contains(fact), "{id}: {fact}");
        }
        for source in headline.sources {
            assert!(told.contains(source.0), "{id}: {}", source.0);
        }
        assert_eq!(
            told.contains("never to the site's program first"),
            headline.points_to == PointsTo::Doctor,
            "{id}"
        );
    }
    let last = text(element(
        &html,
        "article",
        &format!("headline-{}", headlines.len()),
    ));
    assert!(last.contains("always"), "{last}");
    let places = ["rules", "headlines", "talk-first", "guidance", "names"];
    let places = places.map(|id| html.find(&format!("id=\"{id}\"")).unwrap());
    assert!(places.is_sorted());
}

#[test]
fn where_much_is_open_every_question_that_counts_is_named() {
    let html = html();
    let (_, told) = html.split_once("id=\"talk-first\"").unwrap();
    let told = text(&format!("<h3{}", told.split("<h3").next().unwrap()));
    let talk_first = rulebook().questionnaire.talk_first;
    assert!(told.contains(&format!("From {} of these questions", talk_first.from)));
    for question in talk_first.questions {
        assert!(told.contains(question), "{question}");
    }
}

/// Covers medical signs, a separate value for "Rather not say", and what a question counts as when it is not
/// asked.
#[test]
fn what_an_answer_counts_as_is_told_with_its_question() {
    let html = html();
    let mut signs = 0;
    for item in rulebook().questionnaire.items {
        let told = text(element(&html, "article", item.code));
        let marked = told.matches("Medical sign").count();
        assert_eq!(marked, usize::from(item.signs.count()), "{}", item.code);
        signs += marked;
        let has_own = item.unsure_as.option != item.unsure_as.skipped;
        assert_eq!(
            told.contains("where declined or left empty"),
            has_own,
            "{}",
            item.code
        );
        assert_eq!(
            told.contains("Not asked"),
            item.enable_when.is_some(),
            "{}",
            item.code
        );
    }
    assert!(signs > 20, "{signs}");
    let detox = text(element(&html, "article", "Q31a"));
    let (_, hidden) = detox.split_once("Not asked").unwrap();
    assert!(hidden.contains("counts as “No"), "{hidden}");
}

#[test]
fn what_changed_is_a_list_and_what_a_clinician_must_decide_stands_first() {
    let html = html();
    let changes = element(&html, "section", "changes");
    let told = changes_of(&content()).unwrap();
    let faults: usize = told.iter().map(|change| change.faults.len()).sum();
    assert!(faults >= 60, "{faults}");
    let plain = text(changes);
    for fault in told.iter().flat_map(|change| &change.faults) {
        assert!(plain.contains(&fault.fault) && plain.contains(&fault.change));
    }
    let with_faults = told.iter().filter(|change| !change.faults.is_empty());
    assert_eq!(
        changes.matches("<ol class=\"numbered\">").count(),
        with_faults.count()
    );
    // An id in the text links to its anchor.
    assert!(changes.contains("href=\"#R20d\""));
    let open = element(&html, "section", "open-questions");
    let places = ["to-decide", "K01", "still-open", "G01"];
    let places = places.map(|id| open.find(&format!("id=\"{id}\"")).unwrap());
    assert!(places.is_sorted());
}

/// `widget.css` has a hash in its name, so the page has its own style sheet.
#[test]
fn the_colors_are_those_of_the_check() {
    let (own, other) = (text_of("static/method.css"), text_of("static/widget.css"));
    let screen = own.split("@media print").next().unwrap();
    let mut compared = 0;
    for line in screen.lines().map(str::trim) {
        let Some((name, value)) = line
            .strip_prefix("--")
            .and_then(|line| line.split_once(": "))
        else {
            continue;
        };
        compared += 1;
        // A site may set the accent color of the check, but this page keeps the default.
        let plain = format!("--{name}: {value}");
        let settable = value.replace(';', ");");
        let there = other.lines().map(str::trim).any(|line| {
            line == plain
                || (line.starts_with(&format!("--{name}: var(")) && line.ends_with(&settable))
        });
        assert!(there, "{plain} is not a color of static/widget.css");
    }
    assert!(compared > 20);
}
