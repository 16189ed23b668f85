//! Tests that mistakes in stories are reported together, each with file, line and what to do.

use std::fs;
use std::path::{Path, PathBuf};

use assessment::{Answer, Options};
use content::questionnaire;
use vignettes::{Vignette, read};

const FILE: &str = "16-a-wound-and-a-tense-home.toml";

const STORY: &str = r#"case = 16
story = "Is 70, feels low on some days, and has a wound and a tense home."

[answers]
age = "65-or-over"

mood = "some-days"

health-signs = ["wounds"]

living-place = "stable-but-stressful"

[expect]
ratings = { stopping-safely = 0, physical-health = 0, mind-and-safety = 1, use-and-control = 0, home-and-support = 1 }
alert = 0
first_step = 0
level = 0
urgency = 0
headline = "level-0"
fired = ["C01", "E01", "F41"]
add_ons = ["WOUND"]
signs = []
advice = ["feelings"]
"#;

/// Creates a folder with one valid story.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("stories")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(FILE), STORY).unwrap();
    fs::write(folder.join("README.md"), "How to write a story.").unwrap();
    folder
}

fn problems(folder: &Path) -> Vec<String> {
    match read(questionnaire(), folder) {
        Ok(stories) => {
            assert!(!stories.is_empty());
            Vec::new()
        }
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// Problems of the story after replacing parts of it.
fn after(name: &str, exchanges: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(name);
    let mut text = STORY.to_owned();
    for (old, new) in exchanges {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(folder.join(FILE), text).unwrap();
    problems(&folder)
}

fn line_of(part: &str) -> usize {
    let position = STORY.find(part).unwrap();
    STORY[..position].matches('\n').count() + 1
}

fn problem_at(part: &str, message: &str) -> String {
    format!("{FILE}:{}: {message}", line_of(part))
}

/// The story after replacing parts of it, which must leave it valid.
fn read_after(name: &str, exchanges: &[(&str, &str)]) -> Vignette {
    assert_eq!(after(name, exchanges), Vec::<String>::new());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("stories")
        .join(name);
    read(questionnaire(), &folder).unwrap().remove(0)
}

/// Answer of a story to an item.
fn answer(story: &Vignette, link_id: &str) -> Option<Answer> {
    let index = questionnaire().find(link_id).unwrap();
    story
        .response
        .get(questionnaire().item(index).unwrap().link_id)
}

fn position(position: u8) -> Option<Answer> {
    Some(Answer::Chosen(Options::only(position)))
}

#[test]
fn valid_story_is_loaded_and_the_readme_is_ignored() {
    let stories = read(questionnaire(), &folder("right")).unwrap();
    assert_eq!(stories.len(), 1);
    assert_eq!(stories[0].name, "16-a-wound-and-a-tense-home");
    assert_eq!(stories[0].case, Some(16));
}

#[test]
fn unstated_items_get_their_mildest_answer() {
    let story = read_after("unstated", &[]);
    assert!(story.response.iter().count() > 15);
    assert_eq!(answer(&story, "age"), position(1));
    assert_eq!(answer(&story, "mood"), position(1));
    for link_id in [
        "who-for",
        "right-now",
        "substances",
        "perception",
        "people-around",
    ] {
        assert_eq!(answer(&story, link_id), position(0), "{link_id}");
    }
    for not_asked in ["drinks-a-day", "means-in-reach", "someone-to-stay"] {
        assert_eq!(answer(&story, not_asked), None, "{not_asked}");
    }
}

#[test]
fn items_enabled_by_an_answer_get_their_mildest_answer() {
    let story = read_after(
        "opened",
        &[(
            "mood =",
            "substances = [\"alcohol\"]\nlast-alcohol = \"6-to-14-days\"\nmood =",
        )],
    );
    for link_id in [
        "days-alcohol",
        "drinks-a-day",
        "symptoms-danger",
        "cannot-cut-down",
    ] {
        assert_eq!(answer(&story, link_id), position(0), "{link_id}");
    }
    // The default is "no detox": "yes" would disable rules triggered by other answers.
    assert_eq!(answer(&story, "supervised-detox"), position(1));
}

#[test]
fn stating_a_default_answer_is_reported() {
    let line = problem_at(
        "mood =",
        "'mood' has the answer that goes without saying; take it out.",
    );
    assert_eq!(
        after("mildest", &[("\"some-days\"", "\"not-at-all\"")]),
        [line]
    );
    let detox = |answer: &str| {
        let answers = format!(
            "substances = [\"alcohol\"]\nlast-alcohol = \"6-to-14-days\"\nsupervised-detox = \"{answer}\"\nmood ="
        );
        after("detox", &[("mood =", &answers)])
    };
    assert_eq!(detox("yes"), Vec::<String>::new());
    let [line] = &detox("no-or-still-in-it")[..] else {
        panic!("{:?}", detox("no-or-still-in-it"));
    };
    assert!(line.contains("'supervised-detox' has the answer that goes without saying"));
    // Whom the answers are about may be stated.
    let about = ("age =", "who-for = \"self\"\nage =");
    assert_eq!(after("about", &[about]), Vec::<String>::new());
}

#[test]
fn all_mistakes_of_a_story_are_reported_together() {
    let found = after(
        "all",
        &[
            ("mood = \"some-days\"", "moood = \"some-days\""),
            ("\"stable-but-stressful\"", "\"stable-but-stresful\""),
            ("alert = 0", "alert = 4"),
            ("headline = \"level-0\"", "headline = \"level-none\""),
            ("fired = [\"C01\"", "fired = [\"A19-dangre\""),
            ("add_ons = [\"WOUND\"]", "add_ons = [\"NALOXONE\"]"),
            ("signs = []", "signs = [\"health-signs.fainting\"]"),
            ("advice = [\"feelings\"]", "advice = [\"feeling\"]"),
            ("case = 16", "cases = 16"),
        ],
    );
    let mut known: Vec<&str> = Vec::new();
    for headline in content::questionnaire().headlines {
        if !known.contains(&headline.id) {
            known.push(headline.id);
        }
    }
    assert_eq!(
        found,
        [
            problem_at(
                "case = 16",
                "there is no key 'cases'; write one of: case, story, left_empty, answers, expect."
            ),
            problem_at(
                "mood =",
                "there is no question 'moood'; did you mean 'mood'? Otherwise add it first."
            ),
            problem_at(
                "living-place",
                "there is no answer to 'living-place' 'stable-but-stresful'; did you mean 'stable-but-stressful'? Otherwise add it first."
            ),
            problem_at("alert =", "'alert' is a number from 0 to 3; write it so."),
            problem_at(
                "headline =",
                &format!(
                    "there is no headline 'level-none'; write one of: {}.",
                    known.join(", ")
                )
            ),
            problem_at(
                "fired =",
                "there is no rule 'A19-dangre'; did you mean 'A19-danger'? Otherwise add it first."
            ),
            problem_at(
                "add_ons =",
                "there is no add-on 'NALOXONE'; write one of: M-MOUD, M-AUD, NALOX, PREG, CO-MH, ADOL, VET, SAFE-HOME, HOUSING, WOUND, TAPER, KEEP-MED, CM, TALK."
            ),
            problem_at(
                "signs = []",
                "there is no sign 'health-signs.fainting'; did you mean 'health-signs.fainted'? Otherwise add it first."
            ),
            problem_at(
                "advice =",
                "there is no advice 'feeling'; did you mean 'feelings'? Otherwise add it first."
            ),
        ]
    );
}

#[test]
fn missing_keys_of_a_story_are_reported() {
    let found = after(
        "missing",
        &[
            ("story = ", "# story = "),
            ("urgency = 0", ""),
            ("level = 0", ""),
            ("add_ons = [\"WOUND\"]", ""),
            (", home-and-support = 1", ""),
        ],
    );
    let expect = line_of("[expect]");
    let ratings = line_of("ratings =");
    assert_eq!(
        found,
        [
            format!("{FILE}:1: there is no 'story' in the story; add it."),
            format!(
                "{FILE}:{expect}: the level is a number, or hidden; write 'level = 3' or, under 18, 'level_hidden = true'."
            ),
            format!("{FILE}:{expect}: there is no 'add_ons' in expect; add it."),
            format!("{FILE}:{expect}: there is no 'urgency' in expect; add it."),
            format!("{FILE}:{ratings}: there is no 'home-and-support' in ratings; add it."),
        ]
    );
}

#[test]
fn impossible_answer_is_reported() {
    for (name, old, new, message) in [
        (
            "two",
            "\"65-or-over\"",
            "[\"65-or-over\"]",
            "'age' takes one answer; write it in quotes, such as \"under-18\".",
        ),
        (
            "number",
            "\"65-or-over\"",
            "70",
            "'age' takes one answer; write it in quotes, such as \"under-18\".",
        ),
        (
            "mixed",
            "health-signs = [\"wounds\"]",
            "health-signs = [\"wounds\", 1]",
            "'health-signs' takes several answers; write them in brackets, such as [\"seizure-disorder\"].",
        ),
        (
            "beside",
            "health-signs = [\"wounds\"]",
            "health-signs = [\"none\", \"wounds\"]",
            "an answer to 'health-signs' that stands alone is beside others; take one out.",
        ),
        (
            "nothing",
            "health-signs = [\"wounds\"]",
            "health-signs = []",
            "nothing is no answer to 'health-signs'; choose something, or name it under left_empty.",
        ),
    ] {
        let key = old.split(' ').next().unwrap();
        assert_eq!(after(name, &[(old, new)]), [problem_at(key, message)]);
    }
}

#[test]
fn gaps_must_be_listed_in_left_empty() {
    let answers = line_of("[answers]");
    let named = ("[answers]", "left_empty = [\"mood\"]\n[answers]");
    let story = read_after("on-purpose", &[("mood = \"some-days\"", ""), named]);
    assert_eq!(answer(&story, "mood"), None);
    assert_eq!(
        after("both", &[named]),
        [format!(
            "{FILE}:{answers}: 'mood' has an answer; take it out here."
        )]
    );
    let not_asked = ("[answers]", "left_empty = [\"waking-danger\"]\n[answers]");
    assert_eq!(
        after("gap-not-asked", &[not_asked]),
        [format!(
            "{FILE}:{answers}: 'waking-danger' is not asked after these answers; take it out."
        )]
    );
}

#[test]
fn answer_to_a_hidden_item_is_reported() {
    assert_eq!(
        after(
            "not-asked",
            &[("mood =", "drinks-a-day = \"3-4-drinks\"\nmood =")]
        ),
        [problem_at(
            "mood =",
            "'drinks-a-day' is not asked after these answers; take it out."
        )]
    );
}

#[test]
fn level_both_shown_and_hidden_is_reported() {
    let expect = line_of("[expect]");
    for (name, new) in [
        ("twice", "level = 0\nlevel_hidden = true"),
        ("no", "level_hidden = false"),
    ] {
        assert_eq!(
            after(name, &[("level = 0", new)]),
            [format!(
                "{FILE}:{expect}: the level is a number, or hidden; write 'level = 3' or, under 18, 'level_hidden = true'."
            )]
        );
    }
}

#[test]
fn toml_syntax_error_does_not_stop_other_stories() {
    let folder = folder("not-toml");
    fs::write(
        folder.join("30-broken.toml"),
        "story = \"Half a\n[answers]\nage 18\n",
    )
    .unwrap();
    fs::write(
        folder.join("31-other.toml"),
        STORY.replace("alert = 0", "alert = -1"),
    )
    .unwrap();
    let found = problems(&folder);
    assert!(found.len() >= 3, "{found:#?}");
    assert!(
        found[0].starts_with("30-broken.toml:1: this is not TOML ("),
        "{found:#?}"
    );
    assert!(
        found
            .iter()
            .any(|line| line.starts_with("30-broken.toml:3: this is not TOML (")),
        "{found:#?}"
    );
    assert_eq!(
        found.last().unwrap(),
        &format!(
            "31-other.toml:{}: 'alert' is a number from 0 to 3; write it so.",
            line_of("alert =")
        )
    );
}

#[test]
fn story_that_is_not_utf_8_is_reported() {
    let folder = folder("not-utf-8");
    fs::write(folder.join("30-old-letters.toml"), b"story = \"caf\xe9\"\n").unwrap();
    assert_eq!(
        problems(&folder),
        ["30-old-letters.toml:1: is not UTF-8; save it as UTF-8 text."]
    );
}

#[test]
fn malformed_story_file_name_is_reported() {
    let message = "is not named like a story; name it such as '63-drinks-at-weekends.toml': a number \
                   of two digits or more, then small letters, digits and dashes.";
    for name in [
        "drinks.toml",
        "7-drinks.toml",
        "30-Drinks.toml",
        "30.toml",
        "30-drinks.txt",
    ] {
        let folder = folder("badly-named");
        fs::write(folder.join(name), STORY.replace("case = 16\n", "")).unwrap();
        assert_eq!(problems(&folder), [format!("{name}:1: {message}")]);
    }
}

#[test]
fn duplicate_number_or_case_is_reported() {
    let folder = folder("twice-told");
    fs::write(folder.join("16-the-same-again.toml"), STORY).unwrap();
    assert_eq!(
        problems(&folder),
        [
            "16-the-same-again.toml:1: number 16 is already used by 16-a-wound-and-a-tense-home; take the next one.",
            "16-the-same-again.toml:1: this case is already told by 16-a-wound-and-a-tense-home; take 'case' out.",
        ]
    );
}

#[test]
fn subfolder_and_missing_folder_are_reported() {
    let folder = folder("folders");
    fs::create_dir(folder.join("30-more")).unwrap();
    let found = problems(&folder);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("30-more:1: cannot be read ("),
        "{found:?}"
    );
    let found = problems(&folder.join("nowhere"));
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("nowhere:1: cannot be listed ("),
        "{found:?}"
    );
}
