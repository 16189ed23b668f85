//! Where the check stands on the way, as states.

use journey::{Model, Msg, Screen, update};

use super::answers::{Answered, DAILY_DRINKING, SETTLED, UNDER_18};
use super::with_answers;

/// Where the check stands on the way: with much still open, with something clear already, and where
/// nothing left could change it.
pub(super) fn states() -> Vec<(String, Model)> {
    let until = |name: &str, page: &str, answers: &[Answered]| {
        let questionnaire = content::questionnaire();
        let full = with_answers(questionnaire, answers);
        let mut model = Model::new(questionnaire);
        update(&mut model, Msg::Continue);
        for _ in 0..100 {
            let Screen::Page(here) = *model.screen() else {
                update(&mut model, Msg::Continue);
                continue;
            };
            if questionnaire
                .pages
                .get(usize::from(here.page.0))
                .is_some_and(|known| known.id == page)
            {
                break;
            }
            for (_, item) in questionnaire.items_on(here.page) {
                if let Some(answer) = full.response.get(item.link_id) {
                    model.response.set(item.link_id, answer);
                }
            }
            update(&mut model, Msg::Continue);
        }
        (name.to_owned(), model)
    };
    let mut on_a_page = until("question-settled", "home", SETTLED);
    let mut states = vec![
        until("standing-open", "substances", DAILY_DRINKING),
        until("standing-clear", "control", DAILY_DRINKING),
        until("standing-settled", "home", SETTLED),
        until("standing-under-18", "control", UNDER_18),
    ];
    for (_, model) in &mut states {
        update(model, Msg::Standing);
    }
    on_a_page.1.notice = None;
    states.push(on_a_page);
    states
}
