//! Loads the folder of stories, one file each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assessment::Questionnaire;
use content_compiler::problem::{Problem, Text};

use super::Vignette;
use super::file::vignette;

/// The only other file allowed in the folder.
const GUIDE: &str = "README.md";

/// Loads every story of a folder in numeric order, or returns all problems.
pub fn read(questionnaire: &Questionnaire, folder: &Path) -> Result<Vec<Vignette>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut vignettes = Vec::new();
    for file in files(folder, &mut problems) {
        if let Some(text) = load(folder, &file, &mut problems) {
            let name = name(&text, &mut problems);
            vignettes.extend(vignette(questionnaire, &text, name, &mut problems));
        }
    }
    numbers(&vignettes, &mut problems);
    if problems.is_empty() {
        Ok(vignettes)
    } else {
        problems.sort();
        problems.dedup();
        Err(problems)
    }
}

fn files(folder: &Path, problems: &mut Vec<Problem>) -> Vec<String> {
    let listed = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<Result<Vec<String>, std::io::Error>>()
    });
    match listed {
        Ok(mut files) => {
            files.retain(|file| file != GUIDE && !file.starts_with('.'));
            files.sort_by_key(|file| {
                (
                    number(file).parse::<u32>().unwrap_or(u32::MAX),
                    file.clone(),
                )
            });
            files
        }
        Err(error) => {
            let message = format!("cannot be listed ({error}); put the stories there.");
            problems.push(problem(&folder.display().to_string(), message));
            Vec::new()
        }
    }
}

fn load(folder: &Path, file: &str, problems: &mut Vec<Problem>) -> Option<Text> {
    let message = match fs::read(folder.join(file)).map(String::from_utf8) {
        Ok(Ok(body)) => {
            return Some(Text {
                file: file.into(),
                body,
            });
        }
        Ok(Err(_)) => "is not UTF-8; save it as UTF-8 text.".to_owned(),
        Err(error) => format!("cannot be read ({error}); only stories and {GUIDE} stand here."),
    };
    problems.push(problem(file, message));
    None
}

/// Validates and returns the file name without its extension: a number, then a few words.
fn name(text: &Text, problems: &mut Vec<Problem>) -> String {
    let name = text.file.strip_suffix(".toml").unwrap_or_default();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (number, words) = name.split_once('-').unwrap_or_default();
    let numbered = number.len() >= 2 && number.chars().all(|c| c.is_ascii_digit());
    if !numbered || words.is_empty() || !words.chars().all(plain) {
        let message = "is not named like a story; name it such as '63-drinks-at-weekends.toml': \
                       a number of two digits or more, then small letters, digits and dashes.";
        problems.push(text.problem_at(0, message));
    }
    name.to_owned()
}

fn number(name: &str) -> &str {
    name.split('-').next().unwrap_or_default()
}

/// Reports duplicate story numbers and duplicate example cases.
fn numbers(vignettes: &[Vignette], problems: &mut Vec<Problem>) {
    let mut numbers: BTreeMap<&str, &str> = BTreeMap::new();
    let mut cases: BTreeMap<u8, &str> = BTreeMap::new();
    for vignette in vignettes {
        let file = format!("{}.toml", vignette.name);
        let number = number(&vignette.name);
        if let Some(other) = numbers.insert(number, &vignette.name) {
            let message = format!("number {number} is already used by {other}; take the next one.");
            problems.push(problem(&file, message));
        }
        let duplicate = vignette
            .case
            .and_then(|case| cases.insert(case, &vignette.name));
        if let Some(other) = duplicate {
            let message = format!("this case is already told by {other}; take 'case' out.");
            problems.push(problem(&file, message));
        }
    }
}

fn problem(file: &str, message: String) -> Problem {
    Problem {
        file: file.into(),
        line: 1,
        message,
    }
}
