//! Stories of the tree: the next free number, what moved, and how one is mended.

use assessment::{Dimension, Recommendation, assess};
use content_compiler::author;
use vignettes::Vignette;

use crate::tree::Tree;

/// Reads every story with what its answers come to.
fn told(tree: &Tree) -> Vec<(Vignette, Recommendation)> {
    let questionnaire = author::questionnaire(&tree.content()).unwrap();
    let stories = vignettes::read(&questionnaire, &tree.stories());
    let stories = stories.unwrap_or_else(|problems| panic!("{problems:#?}"));
    stories
        .into_iter()
        .map(|story| {
            let result = assess(&questionnaire, &story.response);
            (story, result)
        })
        .collect()
}

/// What the reader of stories says: file, line and what to do.
pub fn problems(tree: &Tree) -> Vec<String> {
    let questionnaire = author::questionnaire(&tree.content()).unwrap();
    let found = vignettes::read(&questionnaire, &tree.stories()).err();
    let found = found.unwrap_or_default();
    found.iter().map(ToString::to_string).collect()
}

/// Names of the stories that come out otherwise than they say, with what differs.
pub fn moved(tree: &Tree) -> Vec<(String, Vec<String>)> {
    let all = told(tree).into_iter();
    let differing = all.filter_map(|(story, result)| {
        let differences = story.differences(&result);
        (!differences.is_empty()).then_some((story.name, differences))
    });
    differing.collect()
}

/// The next free number.
pub fn next_number(tree: &Tree) -> u32 {
    let files = tree.files();
    let names = files
        .iter()
        .filter_map(|name| name.strip_prefix("tests/vignettes/"));
    let numbers = names.filter_map(|name| name.split('-').next()?.parse::<u32>().ok());
    numbers.max().unwrap_or(0) + 1
}

/// Writes the next story, and returns its name.
pub fn write(tree: &Tree, about: &str, text: &str) -> String {
    let name = format!("{}-{about}", next_number(tree));
    tree.write(&file(&name), text);
    name
}

/// The file of a story.
pub fn file(name: &str) -> String {
    format!("tests/vignettes/{name}.toml")
}

/// Writes into a story what its answers come to now, as a person does who agrees with each difference.
pub fn mend(tree: &Tree, name: &str) {
    let mut all = told(tree).into_iter();
    let (story, result) = all.find(|(story, _)| story.name == name).unwrap();
    assert!(
        story.case.is_none(),
        "{name} is a case of C.8: choose an example that moves none, or mend its row too"
    );
    let text = tree.text(&file(name));
    let (before, expect) = text.split_once("[expect]\n").unwrap();
    let has_fired = |id: &str| result.fired.iter().any(|rule| rule.0 == id);
    let mended = expect.lines().map(|line| match line.split_once(" = ") {
        Some(("fired", ids)) => kept("fired", ids, has_fired),
        Some(("not_fired", ids)) => kept("not_fired", ids, |id| !has_fired(id)),
        Some((key, _)) => new_line(key, &result).unwrap_or_else(|| line.to_owned()),
        None => line.to_owned(),
    });
    let mended: Vec<String> = mended.collect();
    let text = format!("{before}[expect]\n{}\n", mended.join("\n"));
    tree.write(&file(name), &text);
}

/// The rules of a list that still belong there.
fn kept(key: &str, ids: &str, belongs: impl Fn(&str) -> bool) -> String {
    let ids = ids.split('"').skip(1).step_by(2);
    let kept: Vec<String> = ids
        .filter(|id| belongs(id))
        .map(|id| format!("{id:?}"))
        .collect();
    format!("{key} = [{}]", kept.join(", "))
}

fn new_line(key: &str, result: &Recommendation) -> Option<String> {
    let value = match key {
        "ratings" => {
            let ratings = Dimension::ALL
                .map(|area| format!("{} = {}", area.code(), result.rating(area).rank()));
            format!("{{ {} }}", ratings.join(", "))
        }
        "alert" => result.alert.rank().to_string(),
        "first_step" => result.first_step.rank().to_string(),
        "level" => result.level?.rank().to_string(),
        "next_level" => result.next_level?.rank().to_string(),
        "urgency" => result.urgency.rank().to_string(),
        "headline" => format!("{:?}", result.headline.code()),
        "add_ons" => {
            let codes = result.add_ons.iter().map(|one| format!("{:?}", one.code()));
            format!("[{}]", codes.collect::<Vec<_>>().join(", "))
        }
        _ => return None,
    };
    Some(format!("{key} = {value}"))
}
