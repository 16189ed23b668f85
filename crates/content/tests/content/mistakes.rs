//! Tests that mistakes in content files are reported together, each with file and line.

use content_compiler::author;

use crate::content;
use crate::draft::Draft;

#[test]
fn problems_are_reported_together_with_file_and_line() {
    let draft = Draft::of(&content());
    draft.append(
        "items/home.toml",
        "\n[[item]]\nlink_id = \"living-place\"\ncode = \"Q99\"\nkind = \"choose-one\"\npage = \"home\"\n\
         options = [\"stable-and-safe\", \"stable-but-stressful\", \"temporary\", \"no-safe-place\"]\n\
         unsure_as = \"temporary\"\nsources = [\"S22\"]\n",
    );
    draft.replace(
        "items/about.toml",
        "unsure_as = \"18-to-64\"",
        "unsure_as = \"18-to-64\"\nenable_when = { item = \"mood\", at_least = \"some-days\" }",
    );
    draft.replace(
        "rules/floors.toml",
        "rationale = \"Help for veterans: a card only.\"\nsources = [\"S82\"]\n",
        "rationale = \"Help for veterans: a card only.\"\n",
    );
    let expected = vec![
        format!(
            "{}: 'mood' is asked later; refer only to items above this one.",
            draft.position("items/about.toml", "enable_when"),
        ),
        format!(
            "{}: item 'living-place' is already used at {}; an id never means two things.",
            draft.last_place("items/home.toml", "link_id = \"living-place\""),
            draft.position("items/home.toml", "link_id = \"living-place\""),
        ),
        format!(
            "{}: rule 'F42' has no source; name one of sources.toml.",
            draft.position("rules/floors.toml", "id = \"F42\""),
        ),
    ];
    assert_eq!(draft.problems(), expected);
    assert_eq!(draft.problems_with_words(), expected);
}

#[test]
fn unknown_item_is_reported_with_a_suggestion() {
    let draft = Draft::of(&content());
    draft.replace("rules/floors.toml", "item = \"wishes\"", "item = \"wishe\"");
    assert_eq!(
        draft.problems(),
        [format!(
            "{}: there is no item 'wishe'; did you mean 'wishes'? Otherwise add it first.",
            draft.position("rules/floors.toml", "wishe\""),
        )],
    );
}

#[test]
fn unknown_option_is_reported_with_a_suggestion() {
    let draft = Draft::of(&content());
    draft.replace(
        "rules/floors.toml",
        "any_of = [\"wounds\",",
        "any_of = [\"wounds\", \"wound\",",
    );
    assert_eq!(
        draft.problems(),
        [format!(
            "{}: there is no option 'wound'; did you mean 'wounds'? Otherwise add it first.",
            draft.position("rules/floors.toml", "\"wound\","),
        )],
    );
}

#[test]
fn option_that_no_rule_reads_is_reported() {
    let draft = Draft::of(&content());
    draft.replace(
        "items/home.toml",
        "\"part-of-the-time\", \"no\"]",
        "\"no-rule-reads-this\", \"part-of-the-time\", \"no\"]",
    );
    assert_eq!(
        draft.problems(),
        [format!(
            "{}: no rule reads option 'no-rule-reads-this' of 'someone-to-stay'; add a rule, or say why under unrated_options.",
            draft.position("items/home.toml", "no-rule-reads-this"),
        )],
    );
}

#[test]
fn missing_and_extra_words_are_reported() {
    let draft = Draft::of(&content());
    draft.replace("words/en/crisis.toml", "[lines.poison]", "[lines.poisons]");
    let problems = draft.problems_with_words();
    assert_eq!(
        problems,
        [
            format!(
                "{}: the words for line 'poison' are missing; add them under [lines].",
                draft.position("words/en/crisis.toml", "[lines"),
            ),
            format!(
                "{}: there is no line 'poisons'; did you mean 'poison'? Otherwise add it first.",
                draft.position("words/en/crisis.toml", "poisons"),
            ),
        ],
    );
}

#[test]
fn markup_in_words_is_reported() {
    let draft = Draft::of(&content());
    draft.replace("words/en/crisis.toml", "Poison Help", "<b>Poison Help</b>");
    assert_eq!(
        draft.problems_with_words(),
        [format!(
            "{}: markup has no place in words; say it in plain text.",
            draft.position("words/en/crisis.toml", "<b>"),
        )],
    );
}

#[test]
fn malformed_id_is_reported() {
    let draft = Draft::of(&content());
    draft.append(
        "items/home.toml",
        "\n[[item]]\nlink_id = \"Living_Place\"\ncode = \"X1\"\nkind = \"choose-one\"\npage = \"home\"\n\
         options = [\"no\"]\nunsure_as = \"no\"\nunrated = \"Invented.\"\nsources = [\"S22\"]\n",
    );
    assert_eq!(
        draft.problems(),
        [
            format!(
                "{}: 'Living_Place' is not a plain name; use small letters, digits and dashes.",
                draft.position("items/home.toml", "Living_Place"),
            ),
            format!(
                "{}: a code is an evidence id such as 'Q05' or 'Q04.alcohol'.",
                draft.position("items/home.toml", "\"X1\""),
            ),
        ],
    );
}

#[test]
fn differing_placeholder_in_another_locale_is_reported() {
    let draft = Draft::of(&content());
    let languages = author::languages(draft.folder());
    assert!(languages.contains(&"es".to_owned()), "{languages:?}");
    assert_eq!(draft.problems_with_words(), [""; 0]);
    draft.copy_folder("words/en", "words/es");
    draft.replace("words/es/phrases.toml", "{minutes}", "{minutos}");
    let problems = draft.problems_with_words();
    assert_eq!(
        problems,
        [format!(
            "{}: the placeholders are {{\"first\", \"minutos\"}}, but en has {{\"first\", \"minutes\"}}.",
            draft.position("words/es/phrases.toml", "{minutos}"),
        )],
    );
}

#[test]
fn missing_word_in_another_locale_is_reported() {
    let draft = Draft::of(&content());
    draft.copy_folder("words/en", "words/es");
    draft.replace("words/es/phrases.toml", "brand = \"Footing\"\n", "");
    assert_eq!(
        draft.problems_with_words(),
        [format!(
            "{}: the words for phrase 'brand' are missing; add them under [phrases].",
            draft.position("words/es/phrases.toml", "[phrases"),
        )],
    );
}

/// Otherwise a worse answer could count for less than a milder one.
#[test]
fn any_of_on_a_single_choice_item_is_rejected() {
    let draft = Draft::of(&content());
    draft.replace(
        "rules/red-flags.toml",
        "{ item = \"treatment-medicine\", at_least = \"missed-doses\" }",
        "{ item = \"treatment-medicine\", any_of = [\"missed-doses\"] }",
    );
    let problems = draft.problems();
    let expected = format!(
        "{}: any_of is for choices that add up; use at_least, so that worse never counts less.",
        draft.position("rules/red-flags.toml", "{ item = \"treatment-medicine\""),
    );
    assert!(problems.contains(&expected), "{problems:?}");
}

#[test]
fn mistakes_in_advice_are_reported() {
    let draft = Draft::of(&content());
    draft.replace("advice.toml", "kind = \"therapy\"", "kind = \"therapies\"");
    draft.replace("advice.toml", "sources = [\"S255\"", "sources = [\"S2555\"");
    draft.replace(
        "advice.toml",
        "any_of = [\"children-at-home\"]",
        "any_of = [\"children-at-hom\"]",
    );
    let expected = [
        format!(
            "{}: there is no option 'children-at-hom'; did you mean 'children-at-home'? Otherwise add it first.",
            draft.position("advice.toml", "\"children-at-hom\""),
        ),
        format!(
            "{}: there is no kind 'therapies'; did you mean 'therapy'? Otherwise add it first.",
            draft.position("advice.toml", "kind = \"therapies\""),
        ),
        format!(
            "{}: there is no source 'S2555'; did you mean 'S255'? Otherwise add it first.",
            draft.position("advice.toml", "S2555"),
        ),
    ];
    assert_eq!(draft.problems(), expected);
}

#[test]
fn inconsistent_example_week_is_reported() {
    let draft = Draft::of(&content());
    let week = "morning = [\"group\", \"group\", \"individual\", \"group\", \"group\", \"free\", \"free\"]";
    let fewer =
        "morning = [\"group\", \"group\", \"free\", \"free\", \"group\", \"free\", \"free\"]";
    draft.replace("levels.toml", week, fewer);
    let nights = "night = [\"program\", ";
    draft.replace("levels.toml", nights, "night = [\"home\", ");
    let of = |code: &str| draft.position("levels.toml", &format!("\"{code}\""));
    let expected = [
        format!(
            "{}: the example week has 0 of individual_sessions_a_week_at_least, which says 1; add some.",
            of("intensive-outpatient"),
        ),
        format!(
            "{}: the example week has 3 of group_sessions_a_week_at_least, which says 4; add some.",
            of("intensive-outpatient"),
        ),
        format!(
            "{}: the nights of the example week do not agree with the figures.",
            of("residential"),
        ),
    ];
    assert_eq!(draft.problems_with_words(), expected);
}

#[test]
fn toml_syntax_error_is_reported_with_its_line() {
    let draft = Draft::of(&content());
    draft.append("items/home.toml", "\n[[item]\n");
    let problems = draft.problems();
    let line = draft.position("items/home.toml", "[[item]\n");
    assert!(
        problems.iter().any(|problem| problem.starts_with(&line)),
        "{problems:?}"
    );
}

#[test]
fn missing_content_file_is_reported() {
    let draft = Draft::of(&content());
    draft.replace(
        "questionnaire.toml",
        "\"matters\"]",
        "\"matters\", \"weather\"]",
    );
    assert!(draft.problems()[0].starts_with("items/weather.toml:1: cannot be read"));
}

#[test]
fn folding_into_a_card_that_no_rule_raises_is_rejected() {
    let draft = Draft::of(&content());
    draft.replace(
        "display.toml",
        "folded_into = \"crisis-line\"",
        "folded_into = \"crisis-lines\"",
    );
    assert_eq!(
        draft.problems(),
        [format!(
            "{}: no rule raises help 'crisis-lines'; name a help screen that one does.",
            draft.position("display.toml", "\"crisis-lines\""),
        )]
    );
}
