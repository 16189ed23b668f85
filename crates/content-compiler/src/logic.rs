//! Loads and parses the content files of one folder.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::advice_file::AdviceFile;
use super::problem::{Problem, Text};
use super::schema::{DisplayFile, ItemsFile, Manifest, RulesFile, SourcesFile};
use super::sign_offs::SignOffsFile;
use super::words_check::languages;
use super::words_files::QuestionnaireWords;

/// Parsed file with its text.
#[derive(Clone, Debug)]
pub struct LoadedFile<T> {
    /// Source text, to compute line numbers.
    pub text: Text,
    /// Parsed content.
    pub body: T,
}

/// All content files except the words.
#[derive(Clone, Debug)]
pub struct Logic {
    /// `questionnaire.toml`.
    pub manifest: LoadedFile<Manifest>,
    /// Item files in order.
    pub items: Vec<LoadedFile<ItemsFile>>,
    /// Rule files in order.
    pub rules: Vec<LoadedFile<RulesFile>>,
    /// Advice beside a result.
    pub advice: LoadedFile<AdviceFile>,
    /// Who signed advice off.
    pub sign_offs: LoadedFile<SignOffsFile>,

    /// Headlines and guidance.
    pub display: LoadedFile<DisplayFile>,
    /// Sources.
    pub sources: LoadedFile<SourcesFile>,
    /// Words of the questions in every language, to estimate heights.
    pub languages: Vec<QuestionnaireWords>,
}

impl Logic {
    /// Loads a content folder. Reports files that fail to load; returns `None` where one of the
    /// top-level files fails.
    pub fn read(folder: &Path, problems: &mut Vec<Problem>) -> Option<Logic> {
        let manifest: LoadedFile<Manifest> = load(folder, "questionnaire.toml", problems)?;
        let items = manifest.body.items.iter();
        let items = items.filter_map(|name| load(folder, &format!("items/{name}.toml"), problems));
        let items = items.collect();
        let rules = manifest.body.rules.iter();
        let rules = rules.filter_map(|name| load(folder, &format!("rules/{name}.toml"), problems));
        let rules = rules.collect();
        let advice = load(folder, "advice.toml", problems)?;
        let sign_offs = load(folder, "sign-offs.toml", problems)?;
        let display = load(folder, "display.toml", problems)?;
        let sources = load(folder, "sources.toml", problems)?;
        // `words_check` reports a file that cannot be read.
        let words = languages(folder).into_iter();
        let languages = words.filter_map(|locale| {
            load(
                folder,
                &format!("words/{locale}/questionnaire.toml"),
                &mut Vec::new(),
            )
            .map(|file| file.body)
        });
        Some(Logic {
            manifest,
            items,
            rules,
            advice,
            sign_offs,
            display,
            sources,
            languages: languages.collect(),
        })
    }
}

/// Loads one TOML file.
pub fn load<T: DeserializeOwned>(
    folder: &Path,
    file: &str,
    problems: &mut Vec<Problem>,
) -> Option<LoadedFile<T>> {
    let body = match std::fs::read_to_string(folder.join(file)) {
        Ok(body) => body,
        Err(error) => {
            let message = format!("cannot be read ({error}); put the file there.");
            problems.push(Problem {
                file: file.into(),
                line: 1,
                message,
            });
            return None;
        }
    };
    let text = Text {
        file: file.into(),
        body,
    };
    match toml::from_str(&text.body) {
        Ok(body) => Some(LoadedFile { text, body }),
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            problems.push(text.problem_at(at, format!("{}.", error.message().trim_end())));
            None
        }
    }
}
