//! Seed inputs, generated from the current stories, schema examples and texts, so that they are
//! never out of date.

use std::path::Path;

use assessment::{Answer, Day, Item, ItemIndex, ItemKind, Response, SortedSet, assess};
use content::questionnaire;
use content_compiler::author;
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN};
use i18n::{ItemWords, Named, Said, Words};
use journey::saved::{SavedAnswers, write_open, write_sheets};
use journey::{Effect, Msg, update};
use serde_json::json;

use super::content::FILES;

/// A valid input: name and content.
pub type Seed = (String, Vec<u8>);

/// The seeds of one target.
pub fn seeds(target: &str) -> Vec<Seed> {
    match target {
        "content" => files(),
        "journey" => stories()
            .map(|(name, story)| (name, messages(&story)))
            .collect(),
        "read_response" => stories()
            .map(|(name, story)| (name, response(&story)))
            .collect(),
        "replay" => replayed(),
        "result_code" => answer_sets()
            .map(|(name, response)| {
                let result = assess(questionnaire(), &response);
                let code = result_code::encode(questionnaire(), &response, &result);
                (name, code.into_bytes())
            })
            .collect(),
        "saved" => answer_sets()
            .map(|(name, response)| (name, saved(response)))
            .collect(),
        "site" => schema_examples(),
        "words" => vec![("bare".to_owned(), bare_words())],
        _ => Vec::new(),
    }
}

fn files() -> Vec<Seed> {
    (0_u8..)
        .zip(FILES)
        .map(|(which, (file, text))| {
            let input = [&[which], text.as_bytes()].concat();
            (file.replace('/', "-"), input)
        })
        .collect()
}

/// Answers by item, as codes, including the default answers.
type Story = Vec<(String, Vec<String>)>;

fn answer_sets() -> impl Iterator<Item = (String, Response)> {
    let stories = vignettes::read(questionnaire(), &root().join("tests/vignettes"));
    let stories = stories.expect("the stories").into_iter();
    stories.map(|story| (story.name, story.response))
}

/// Events of the first pages, and a journey as it goes to the page of another language.
fn replayed() -> Vec<Seed> {
    let events = "who-for-0 continue age-2 back forward continue";
    let mut model = journey::replay(questionnaire(), events);
    let effects = update(&mut model, Msg::ChangeLocale(site::LANGUAGES[1].page));
    let [Effect::OpenPage(_, snapshot)] = effects.as_slice() else {
        panic!("no snapshot: {effects:?}");
    };
    [
        ("events", events.to_owned()),
        ("snapshot", snapshot.clone()),
    ]
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .into()
}

/// A finished answer set as it stands on a device.
fn saved(response: Response) -> Vec<u8> {
    let day = Day::read("2026-11-25").expect("a day");
    let sheet = SavedAnswers {
        on: day,
        rules: questionnaire().version.to_owned(),
        finished: true,
        response,
        reached: SortedSet::default(),
        outdated: false,
    };
    let until = Day::read("2027-11-25").expect("a day");
    write_open(until, &write_sheets(questionnaire(), &[sheet])).into_bytes()
}

fn stories() -> impl Iterator<Item = (String, Story)> {
    answer_sets().map(|(name, response)| {
        let answers = response.iter();
        let answers = answers.map(|(link_id, answer)| {
            let index = questionnaire().find(link_id.0).expect("an item");
            let item = questionnaire().item(index).expect("an item");
            (link_id.0.to_owned(), codes(item, answer))
        });
        (name, answers.collect())
    })
}

fn codes(item: &Item, answer: Answer) -> Vec<String> {
    match answer {
        Answer::Chosen(options) => options
            .indices()
            .map(|position| item.options[usize::from(position)].to_owned())
            .collect(),
        Answer::Unsure => vec![ASKED_UNKNOWN.to_owned()],
        Answer::Declined => vec![ASKED_DECLINED.to_owned()],
    }
}

fn response(story: &Story) -> Vec<u8> {
    let items = story.iter().map(|(link_id, codes)| {
        let answers = codes.iter();
        let answers = answers.map(|code| json!({ "valueCoding": { "code": code } }));
        json!({ "linkId": link_id, "answer": answers.collect::<Vec<_>>() })
    });
    let response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{}|{}", questionnaire().url, questionnaire().version),
        "status": "completed",
        "item": items.collect::<Vec<_>>(),
    });
    response.to_string().into_bytes()
}

/// Messages that give the story's answers in order and continue to the result.
fn messages(story: &Story) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (index, item) in questionnaire().indexed_items() {
        let given = story.iter().find(|(link_id, _)| link_id == item.link_id.0);
        for code in given.into_iter().flat_map(|(_, codes)| codes) {
            bytes.extend(message(index, item, code));
        }
    }
    bytes.extend([[0, 0, 0]; 30].concat());
    bytes
}

fn message(index: ItemIndex, item: &Item, code: &str) -> [u8; 3] {
    let index = u8::try_from(index.0).expect("fewer than 256 items");
    let Some(position) = item.option_index(code) else {
        let unsure = code == ASKED_UNKNOWN;
        return [if unsure { 4 } else { 5 }, index, 0];
    };
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => [1, index, position],
        ItemKind::ChooseMany => [2, index, position],
    }
}

/// One file per example of each settings key in the schema.
fn schema_examples() -> Vec<Seed> {
    let file = root().join("static/site.schema.json");
    let text = std::fs::read_to_string(file).expect("the schema");
    let schema: serde_json::Value = serde_json::from_str(&text).expect("a schema in JSON");
    let keys = schema["properties"].as_object().expect("keys");
    let example = |of: &serde_json::Value| of["examples"][0].clone();
    keys.iter()
        .map(|(key, of)| {
            let value = match of["properties"].as_object() {
                Some(inner) => inner
                    .iter()
                    .map(|(key, of)| (key.clone(), example(of)))
                    .collect(),
                None => example(of),
            };
            (
                key.replace('$', ""),
                json!({ key: value }).to_string().into_bytes(),
            )
        })
        .collect()
}

/// Minimal texts in the current format, short so that the fuzzer can try many.
fn bare_words() -> Vec<u8> {
    let words =
        author::words(&root().join("crates/content"), "en").expect("words without mistakes");
    let said = Said("x", None);
    let bare = Words {
        sections: Vec::new(),
        pages: words.pages.iter().map(|_| said).collect(),
        items: words
            .items
            .iter()
            .map(|_| ItemWords {
                text: said,
                short: "x",
                hint: None,
                why: said,
                options: Vec::new(),
            })
            .collect(),
        reasons: words.reasons.iter().map(|_| said).collect(),
        headlines: Named(words.headlines.0.into_iter().take(1).collect()),
        levels: Named(words.levels.0.into_iter().take(1).collect()),
        add_ons: Vec::new(),
        help: Named(words.help.0.into_iter().take(1).collect()),
        lines: Named(words.lines.0.into_iter().take(1).collect()),
        sources: Named(Vec::new()),
        ..words
    };
    let mut texts = bare.write();
    // The phrases are most of the texts; shorten each to a letter.
    for text in &mut texts {
        if text.len() > 40 {
            text.truncate(text.floor_char_boundary(1));
        }
    }
    texts.join("\n").into_bytes()
}

/// Root folder of the project, for the tests and for the fuzzer's package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .find(|folder| folder.join("tests/vignettes").is_dir())
        .expect("the project around this package")
}
