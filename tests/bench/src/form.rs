//! The questionnaire as each peer reads it.

use assessment::{Item, ItemIndex, ItemKind, Page, PageIndex, Questionnaire};
use fhir::{ASKED_DECLINED, ASKED_UNKNOWN};
use i18n::{ItemWords, Words};
use serde_json::{Value, json};

use crate::branching::{Branch, branch};

/// Writes the questionnaire as SurveyJS reads it: the same pages, questions, options and branching.
pub fn surveyjs(questionnaire: &Questionnaire, words: &Words) -> Value {
    let pages = pages(questionnaire, words, |index, item, said| {
        let mut element = json!({
            "type": match item.kind {
                ItemKind::ChooseMany => "checkbox",
                ItemKind::ChooseOne | ItemKind::Scale => "radiogroup",
            },
            "name": item.link_id.0,
            "title": said.text.0,
            "choices": options(item, said, words)
                .map(|(value, text)| json!({ "value": value, "text": text }))
                .collect::<Vec<_>>(),
        });
        if let (Some(element), Some(branch)) =
            (element.as_object_mut(), branch(questionnaire, index, item))
        {
            element.insert("visibleIf".to_owned(), json!(expression(&branch)));
        }
        element
    });
    let pages: Vec<Value> = pages
        .map(|(page, title, elements)| json!({ "name": page.id, "title": title, "elements": elements }))
        .collect();
    json!({
        // A plain bar: the default draws a button for each page.
        "showProgressBar": "top",
        "progressBarType": "pages",
        "pageNextText": words.phrases.continue_,
        "completeText": words.phrases.see_result,
        "pages": pages,
    })
}

/// Writes the questionnaire as the page of Preact reads it.
pub fn preact(questionnaire: &Questionnaire, words: &Words) -> Value {
    let pages = pages(questionnaire, words, |index, item, said| {
        json!({
            "item": item.link_id.0,
            "text": said.text.0,
            "hint": said.hint.map(|hint| hint.0),
            "many": item.kind == ItemKind::ChooseMany,
            "options": options(item, said, words).collect::<Vec<_>>(),
            "when": branch(questionnaire, index, item),
        })
    });
    let pages: Vec<Value> = pages
        .map(|(_, title, questions)| json!({ "title": title, "questions": questions }))
        .collect();
    json!({
        "continue": words.phrases.continue_,
        "back": words.phrases.back,
        "pages": pages,
    })
}

/// Pages that are asked before the result, each with its title and its questions.
fn pages<'a>(
    questionnaire: &'a Questionnaire,
    words: &'a Words,
    draw: impl Fn(ItemIndex, &Item, &ItemWords) -> Value + 'a,
) -> impl Iterator<Item = (&'a Page, &'static str, Vec<Value>)> {
    let pages = (0_u16..).zip(questionnaire.pages.iter().zip(&words.pages));
    let asked = pages.filter(|(_, (page, _))| !page.after_result);
    asked.map(move |(number, (page, title))| {
        let all = questionnaire.indexed_items().zip(&words.items);
        let own = all.filter(|((_, item), _)| item.page == PageIndex(number));
        let drawn = own.map(|((index, item), said)| draw(index, item, said));
        (page, title.0, drawn.collect())
    })
}

/// Code and text of each option, the two standing ones at the end.
fn options<'a>(
    item: &'a Item,
    said: &'a ItemWords,
    words: &'a Words,
) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
    let own = item.options.iter().copied();
    let own = own.zip(said.options.iter().map(|text| text.0));
    own.chain([
        (ASKED_UNKNOWN, words.phrases.unsure),
        (ASKED_DECLINED, words.phrases.declined),
    ])
}

/// Writes a condition in the expression language of SurveyJS.
fn expression(branch: &Branch) -> String {
    match branch {
        Branch::Chosen { item, codes, least } if *least <= 1 => {
            let codes: Vec<String> = codes.iter().map(|code| format!("'{code}'")).collect();
            format!("{{{item}}} anyof [{}]", codes.join(", "))
        }
        Branch::Chosen { item, codes, least } => {
            let ones = codes
                .iter()
                .map(|code| format!("iif({{{item}}} contains '{code}', 1, 0)"));
            at_least(usize::from(*least), ones)
        }
        Branch::Some { least, of } if *least == of.len() && *least > 0 => {
            joined(of.iter().map(expression), " and ")
        }
        Branch::Some { least: 1, of } if !of.is_empty() => {
            joined(of.iter().map(expression), " or ")
        }
        Branch::Some { least, of } => {
            let ones = of.iter().map(expression);
            at_least(*least, ones.map(|one| format!("iif({one}, 1, 0)")))
        }
        Branch::Not(one) => format!("!({})", expression(one)),
    }
}

fn at_least(least: usize, ones: impl Iterator<Item = String>) -> String {
    let ones: Vec<String> = ones.chain(["0".to_owned()]).collect();
    format!("({}) >= {least}", ones.join(" + "))
}

fn joined(parts: impl Iterator<Item = String>, with: &str) -> String {
    format!("({})", parts.collect::<Vec<_>>().join(with))
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use content::questionnaire;
    use e2e::words;

    use super::*;

    fn asked() -> usize {
        let items = questionnaire().items.iter();
        items
            .filter(|item| !questionnaire().is_after_result(item))
            .count()
    }

    fn questions(form: &Value, kind: &str) -> Vec<Value> {
        let pages = form["pages"].as_array().unwrap().iter();
        pages
            .flat_map(|page| page[kind].as_array().unwrap().clone())
            .collect()
    }

    #[test]
    fn peers_ask_every_question_with_every_option() {
        let surveyjs = questions(&surveyjs(questionnaire(), words()), "elements");
        let preact = questions(&preact(questionnaire(), words()), "questions");
        assert_eq!(surveyjs.len(), asked());
        assert_eq!(preact.len(), asked());
        for (one, other) in surveyjs.iter().zip(&preact) {
            assert_eq!(one["name"], other["item"]);
            let index = questionnaire().find(one["name"].as_str().unwrap()).unwrap();
            let item = questionnaire().item(index).unwrap();
            let options = item.options.len() + 2;
            assert_eq!(one["choices"].as_array().unwrap().len(), options);
            assert_eq!(other["options"].as_array().unwrap().len(), options);
            assert_eq!(one["visibleIf"].is_string(), item.enable_when.is_some());
            assert_eq!(other["when"].is_object(), item.enable_when.is_some());
        }
    }

    #[test]
    fn pages_come_in_the_order_of_the_check() {
        let form = surveyjs(questionnaire(), words());
        let pages = form["pages"].as_array().unwrap().iter();
        let names: Vec<&str> = pages.map(|page| page["name"].as_str().unwrap()).collect();
        let own = questionnaire()
            .pages
            .iter()
            .filter(|page| !page.after_result);
        assert_eq!(names, own.map(|page| page.id).collect::<Vec<_>>());
    }

    #[test]
    fn conditions_become_expressions() {
        let chosen = |least| Branch::Chosen {
            item: "rain-today",
            codes: vec!["some", "heavy"],
            least,
        };
        assert_eq!(
            expression(&chosen(1)),
            "{rain-today} anyof ['some', 'heavy']"
        );
        let two = "(iif({rain-today} contains 'some', 1, 0) + iif({rain-today} contains 'heavy', 1, 0) + 0) >= 2";
        assert_eq!(expression(&chosen(2)), two);
        let both = Branch::Some {
            least: 2,
            of: vec![chosen(1), Branch::Not(Box::new(chosen(1)))],
        };
        assert_eq!(
            expression(&both),
            "({rain-today} anyof ['some', 'heavy'] and !({rain-today} anyof ['some', 'heavy']))"
        );
        let none = Branch::Some {
            least: 1,
            of: Vec::new(),
        };
        assert_eq!(expression(&none), "(0) >= 1");
    }
}
