//! Specimens of saved answers: start screens with saved data, notices on saving, results over time.

use assessment::Day;
use journey::saved::{Found, Locked, ROUNDS, SavedAnswers, read_sheets};
use journey::{Lock, Model, Msg, SavedState, StorageMsg, StorageNote, update};

use super::answers::results;
use super::result_of;

/// Saved answers to the first edition, complete.
const FIRST_EDITION: &str = "\
sheet 2026-10-20 2026-11-21 finished
answer who-for self
answer age 18-to-64
answer right-now none
answer substances stimulants
answer days-stimulants 4-12-days
answer suicidal-thoughts no
answer suicide-attempt never
answer self-harm never
answer mood some-days
answer more-than-planned yes
answer cannot-cut-down yes
reached who-for age right-now substances days-stimulants suicidal-thoughts suicide-attempt self-harm mood \
more-than-planned cannot-cut-down
";

/// Builds the models of all states, by name.
pub(super) fn states() -> Vec<(String, Model)> {
    let Some([first, second, today, until]) = days() else {
        return Vec::new();
    };
    let found = |found: Found, msgs: &[StorageMsg]| {
        let mut model = Model::new(content::questionnaire());
        send(&mut model, StorageMsg::Found(today, found, true));
        for msg in msgs {
            send(&mut model, msg.clone());
        }
        model
    };
    let earlier = vec![
        saved(first, "result-residential"),
        saved(second, "result-day-program"),
    ];
    let locked = || {
        Found::Locked(Locked {
            until,
            rounds: ROUNDS,
            salt: "c2FsdA==".into(),
            nonce: "bm9uY2U=".into(),
            contents: "Y29udGVudHM=".into(),
        })
    };
    let changed = read_sheets(content::questionnaire(), FIRST_EDITION).unwrap_or_default();
    let wrong = [StorageMsg::Unlock, StorageMsg::Failed(StorageNote::Wrong)];
    let saving = |msgs: &[StorageMsg]| {
        let mut model = named("result-iop");
        send(&mut model, StorageMsg::Found(today, Found::Nothing, true));
        for msg in msgs {
            send(&mut model, msg.clone());
        }
        model
    };
    let locks = [StorageMsg::Locks(true), StorageMsg::Start];
    let short = [&locks[..], &[StorageMsg::Failed(StorageNote::TooShort)]].concat();
    let on = [&locks[..], &[StorageMsg::Written]].concat();
    let elsewhere = [&on[..], &[StorageMsg::Elsewhere]].concat();
    let mut over_time = named("result-iop");
    over_time.storage.today = Some(today);
    over_time.storage.state = SavedState::On(until, Lock::None);
    over_time.storage.earlier.clone_from(&earlier);
    let states = [
        (
            "start-kept",
            found(Found::Open(until, earlier.clone()), &[]),
        ),
        (
            "start-kept-changed",
            found(Found::Open(until, changed.clone()), &[]),
        ),
        (
            "question-kept-changed",
            found(Found::Open(until, changed), &[StorageMsg::GoOn]),
        ),
        ("start-kept-locked", found(locked(), &[])),
        ("start-kept-wrong-passphrase", found(locked(), &wrong)),
        ("start-kept-newer", found(Found::Newer, &[])),
        ("start-kept-unreadable", found(Found::Unreadable, &[])),
        (
            "start-kept-expired",
            found(Found::Expired, &[StorageMsg::Erased(true)]),
        ),
        ("result-keep-passphrase-too-short", saving(&short)),
        (
            "result-keep-no-room",
            saving(&[StorageMsg::Start, StorageMsg::Failed(StorageNote::Full)]),
        ),
        ("result-keep-on", saving(&on)),
        ("result-keep-elsewhere", saving(&elsewhere)),
        ("result-over-time", over_time),
    ];
    states.map(|(name, model)| (name.to_owned(), model)).into()
}

fn send(model: &mut Model, msg: StorageMsg) {
    update(model, Msg::Storage(msg));
}

fn days() -> Option<[Day; 4]> {
    Some([
        Day::read("2026-09-21")?,
        Day::read("2026-10-20")?,
        Day::read("2026-11-29")?,
        Day::read("2026-12-29")?,
    ])
}

fn named(wanted: &str) -> Model {
    let answers = results().into_iter().find(|(name, _)| *name == wanted);
    result_of(answers.map(|(_, answers)| answers).unwrap_or_default())
}

fn saved(on: Day, wanted: &str) -> SavedAnswers {
    let model = named(wanted);
    SavedAnswers {
        on,
        rules: model.questionnaire.version.to_owned(),
        finished: true,
        reached: model.reached.clone(),
        response: model.response,
        outdated: false,
    }
}
