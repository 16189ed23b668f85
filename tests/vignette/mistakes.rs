//! Mistakes in the stories are told all at once, each with its file, its line and what to do.

use std::fs;
use std::path::{Path, PathBuf};

use footing::content::questionnaire;
use footing::vignettes::read;

const TOLD: &str = "16-no-use-and-all-is-well.toml";

/// A folder with one story that is right, under a name of its own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("stories")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(TOLD), story()).unwrap();
    fs::write(folder.join("README.md"), "How to write a story.").unwrap();
    folder
}

fn story() -> String {
    let stories = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vignettes");
    fs::read_to_string(stories.join(TOLD)).unwrap()
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

/// The problems of the story with its parts exchanged.
fn after(name: &str, exchanges: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(name);
    let mut text = story();
    for (old, new) in exchanges {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(folder.join(TOLD), text).unwrap();
    problems(&folder)
}

fn line_of(part: &str) -> usize {
    let text = story();
    let place = text.find(part).unwrap();
    text[..place].matches('\n').count() + 1
}

fn told(part: &str, message: &str) -> String {
    format!("{TOLD}:{}: {message}", line_of(part))
}

#[test]
fn a_story_that_is_right_is_read_and_the_guide_beside_it_is_none() {
    assert_eq!(problems(&folder("right")), Vec::<String>::new());
    let stories = read(questionnaire(), &folder("right-too")).unwrap();
    assert_eq!(stories.len(), 1);
    assert_eq!(stories[0].name, "16-no-use-and-all-is-well");
    assert_eq!(stories[0].case, Some(16));
    assert!(stories[0].response.iter().count() > 15);
}

#[test]
fn all_mistakes_of_a_story_are_told_at_once() {
    let found = after(
        "all",
        &[
            ("mood = \"not-at-all\"", "moood = \"not-at-all\""),
            ("\"stable-and-safe\"", "\"stable-and-save\""),
            ("alert = 0", "alert = 4"),
            ("headline = \"level-0\"", "headline = \"level-7\""),
            ("fired = []", "fired = [\"A19-dangre\"]"),
            ("add_ons = []", "add_ons = [\"NALOXONE\"]"),
            ("case = 16", "cases = 16"),
        ],
    );
    assert_eq!(
        found,
        [
            told(
                "case = 16",
                "there is no key 'cases'; write one of: case, story, left_empty, answers, expect."
            ),
            told(
                "mood =",
                "there is no question 'moood'; did you mean 'mood'? Otherwise add it first."
            ),
            told(
                "living-place",
                "there is no answer to 'living-place' 'stable-and-save'; did you mean 'stable-and-safe'? Otherwise add it first."
            ),
            told("alert =", "'alert' is a number from 0 to 3; write it so."),
            told(
                "headline =",
                "there is no headline 'level-7'; write one of: emergency, talk-first, withdrawal-care-24h, medication-24h, withdrawal-check, medication-start, adolescent, level-0, level-1, level-2, level-3, level-4, level-5, level-6."
            ),
            told(
                "fired =",
                "there is no rule 'A19-dangre'; did you mean 'A19-danger'? Otherwise add it first."
            ),
            told(
                "add_ons =",
                "there is no add-on 'NALOXONE'; write one of: M-MOUD, M-AUD, NALOX, PREG, CO-MH, ADOL, VET, SAFE-HOME, HOUSING, WOUND, TAPER, KEEP-MED, CM, TALK."
            ),
        ]
    );
}

#[test]
fn what_is_missing_is_told() {
    let found = after(
        "missing",
        &[
            ("story = ", "# story = "),
            ("urgency = 0", ""),
            ("level = 0", ""),
            ("add_ons = []", ""),
            (", home-and-support = 0", ""),
        ],
    );
    let expect = line_of("[expect]");
    let ratings = line_of("ratings =");
    assert_eq!(
        found,
        [
            format!("{TOLD}:1: there is no 'story' in the story; add it."),
            format!(
                "{TOLD}:{expect}: the level is a number, or hidden; write 'level = 3' or, under 18, 'level_hidden = true'."
            ),
            format!("{TOLD}:{expect}: there is no 'add_ons' in expect; add it."),
            format!("{TOLD}:{expect}: there is no 'urgency' in expect; add it."),
            format!("{TOLD}:{ratings}: there is no 'home-and-support' in ratings; add it."),
        ]
    );
}

#[test]
fn an_answer_that_cannot_be_given_is_told() {
    for (name, old, new, message) in [
        (
            "two",
            "\"18-to-64\"",
            "[\"18-to-64\"]",
            "'age' takes one answer; write it in quotes, such as \"under-18\".",
        ),
        (
            "number",
            "\"18-to-64\"",
            "18",
            "'age' takes one answer; write it in quotes, such as \"under-18\".",
        ),
        (
            "mixed",
            "right-now = [\"none\"]",
            "right-now = [\"none\", 1]",
            "'right-now' takes several answers; write them in brackets, such as [\"other-life-threatening\"].",
        ),
        (
            "beside",
            "right-now = [\"none\"]",
            "right-now = [\"none\", \"injury\"]",
            "an answer to 'right-now' that stands alone is beside others; take one out.",
        ),
        (
            "nothing",
            "right-now = [\"none\"]",
            "right-now = []",
            "nothing is no answer to 'right-now'; choose something, or name it under left_empty.",
        ),
    ] {
        let key = old.split(' ').next().unwrap();
        assert_eq!(after(name, &[(old, new)]), [told(key, message)]);
    }
}

#[test]
fn a_gap_is_there_on_purpose_or_it_is_told() {
    let answers = line_of("[answers]");
    assert_eq!(
        after("gap", &[("mood = \"not-at-all\"", "")]),
        [format!(
            "{TOLD}:{answers}: 'mood' is asked and has no answer; answer it, or name it under left_empty."
        )]
    );
    let named = ("[answers]", "left_empty = [\"mood\"]\n[answers]");
    assert_eq!(
        after("on-purpose", &[("mood = \"not-at-all\"", ""), named]),
        Vec::<String>::new()
    );
    assert_eq!(
        after("both", &[named]),
        [format!(
            "{TOLD}:{answers}: 'mood' has an answer; take it out here."
        )]
    );
}

#[test]
fn an_answer_to_what_is_not_asked_is_told() {
    assert_eq!(
        after(
            "not-asked",
            &[("mood =", "drinks-a-day = \"1-2-drinks\"\nmood =")]
        ),
        [told(
            "mood =",
            "'drinks-a-day' is not asked after these answers; take it out."
        )]
    );
}

#[test]
fn a_level_that_is_shown_and_hidden_is_told() {
    let expect = line_of("[expect]");
    for (name, new) in [
        ("twice", "level = 0\nlevel_hidden = true"),
        ("no", "level_hidden = false"),
    ] {
        assert_eq!(
            after(name, &[("level = 0", new)]),
            [format!(
                "{TOLD}:{expect}: the level is a number, or hidden; write 'level = 3' or, under 18, 'level_hidden = true'."
            )]
        );
    }
}

#[test]
fn what_is_not_toml_is_told_and_the_other_stories_are_read_too() {
    let folder = folder("not-toml");
    fs::write(
        folder.join("30-broken.toml"),
        "story = \"Half a\n[answers]\nage 18\n",
    )
    .unwrap();
    fs::write(
        folder.join("31-other.toml"),
        story().replace("alert = 0", "alert = -1"),
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
fn what_is_not_utf_8_is_told() {
    let folder = folder("not-utf-8");
    fs::write(folder.join("30-old-letters.toml"), b"story = \"caf\xe9\"\n").unwrap();
    assert_eq!(
        problems(&folder),
        ["30-old-letters.toml:1: is not UTF-8; save it as UTF-8 text."]
    );
}

#[test]
fn a_file_that_is_not_named_like_a_story_is_told() {
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
        fs::write(folder.join(name), story().replace("case = 16\n", "")).unwrap();
        assert_eq!(problems(&folder), [format!("{name}:1: {message}")]);
    }
}

#[test]
fn a_number_or_a_case_told_twice_is_told() {
    let folder = folder("twice-told");
    fs::write(folder.join("16-the-same-again.toml"), story()).unwrap();
    assert_eq!(
        problems(&folder),
        [
            "16-the-same-again.toml:1: number 16 is already used by 16-no-use-and-all-is-well; take the next one.",
            "16-the-same-again.toml:1: this case is already told by 16-no-use-and-all-is-well; take 'case' out.",
        ]
    );
}

#[test]
fn a_folder_among_the_stories_and_a_folder_that_is_not_there_are_told() {
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
