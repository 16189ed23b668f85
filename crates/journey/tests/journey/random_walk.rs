//! A long random walk of the model: whatever a person does, something is asked, and no answer is lost.

use assessment::assess;
use command_support::notes::{Withstood, withstood};
use command_support::soak;
use content::questionnaire;
use journey::{Model, Screen};
use test_support::browser::Tab;

/// Steps in CI; `cargo xtask soak` takes more, from other seeds.
const STEPS: usize = 200_000;

/// Seed in CI.
const SEED: u64 = 18;

/// Steps after which a walk begins anew, as on another visit.
const VISIT: usize = 2_000;

#[test]
fn walk_of_the_model_never_ends_nowhere() {
    let seed = soak::wanted(soak::SEED).unwrap_or(SEED);
    let steps = soak::wanted(soak::STEPS).map_or(STEPS, |steps| usize::try_from(steps).unwrap());
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut tab = Tab::open(Model::new(questionnaire()));
    let mut results = 0_u32;
    for step in 0..steps {
        if step % VISIT == 0 {
            tab = Tab::open(Model::new(questionnaire()));
        }
        let answers = tab.model.response.clone();
        let act = rng.u8(..);
        tab.do_something(act, rng.u32(..));
        let model = &tab.model;
        match model.screen() {
            Screen::Page(part) => {
                assert!(
                    !model.items_in(*part).is_empty(),
                    "seed {seed}, step {step}"
                );
            }
            Screen::Help(screens) => assert!(!screens.is_empty(), "seed {seed}, step {step}"),
            Screen::Result => {
                assess(questionnaire(), &model.response);
                results += 1;
            }
            Screen::Start | Screen::Standing | Screen::Review => {}
        }
        // Only leaving and starting over forget what was answered.
        let is_forgotten = model.response.is_empty();
        let kept = answers
            .iter()
            .filter(|(id, _)| model.response.get(*id).is_some());
        let lost = answers.iter().count() - kept.count();
        assert!(
            lost <= 1 || is_forgotten,
            "seed {seed}, step {step}, act {act}: {lost} lost"
        );
    }
    assert!(results > 0);
    withstood(Withstood::Steps, steps);
}
