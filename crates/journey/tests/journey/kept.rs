//! Saved answer sets: a write-read round trip, and safe handling of invalid input.

use std::collections::BTreeSet;

use assessment::{Answer, Day, Options, Response, assess};
use content::questionnaire;
use journey::saved::{
    Found, Locked, MAX_SAVED, MIGRATIONS, ROUNDS, SCHEMA, SavedAnswers, read, read_sheets,
    write_open, write_sheets,
};
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use proptest::test_runner::RngSeed;

use super::stories::stories;

fn day(text: &str) -> Day {
    Day::read(text).unwrap()
}

fn sheet(response: Response) -> SavedAnswers {
    SavedAnswers {
        on: day("2026-11-25"),
        rules: questionnaire().version.to_owned(),
        finished: true,
        reached: response.iter().map(|(link_id, _)| link_id).collect(),
        response,
        outdated: false,
    }
}

fn written(sheets: &[SavedAnswers]) -> String {
    write_open(day("2026-12-02"), &write_sheets(questionnaire(), sheets))
}

fn look(text: &str) -> Found {
    read(questionnaire(), Some(text), day("2026-11-26"))
}

#[test]
fn every_story_is_read_back_as_it_was_written_to_the_same_result() {
    for story in stories() {
        let before = sheet(story.response.clone());
        let Found::Open(until, sheets) = look(&written(std::slice::from_ref(&before))) else {
            panic!("{} is not read back", story.name)
        };
        assert_eq!(until, day("2026-12-02"));
        assert_eq!(sheets, [before], "{}", story.name);
        let result = |response| format!("{:?}", assess(questionnaire(), response));
        assert_eq!(result(&sheets[0].response), result(&story.response));
    }
}

#[test]
fn the_four_ways_not_to_say_yes_stay_four() {
    let mut response = Response::default();
    let items = questionnaire().items;
    response.set(items[1].link_id, Answer::Unsure);
    response.set(items[2].link_id, Answer::Declined);
    response.set(items[3].link_id, Answer::Chosen(Options::only(0)));
    let sheets = read_sheets(
        questionnaire(),
        &write_sheets(questionnaire(), &[sheet(response.clone())]),
    );
    assert_eq!(sheets.unwrap()[0].response, response);
}

#[test]
fn the_oldest_sheets_go_when_there_are_too_many() {
    let mut sheets: Vec<SavedAnswers> = Vec::new();
    for (position, story) in (0_u16..).zip(stories().into_iter().take(MAX_SAVED + 3)) {
        let mut sheet = sheet(story.response);
        sheet.on = day("2026-01-01").plus(position);
        sheets.push(sheet);
    }
    let read = read_sheets(questionnaire(), &write_sheets(questionnaire(), &sheets)).unwrap();
    assert_eq!(read, sheets[3..]);
}

#[test]
fn a_day_is_kept_to_its_end_and_not_beyond() {
    let text = written(&[sheet(Response::default())]);
    let on = |today| read(questionnaire(), Some(&text), day(today));
    assert!(matches!(on("2026-12-02"), Found::Open(..)));
    assert_eq!(on("2026-12-03"), Found::Expired);
    assert_eq!(
        read(questionnaire(), None, day("2026-12-03")),
        Found::Nothing
    );
}

#[test]
fn a_newer_version_is_told_apart_from_what_cannot_be_read() {
    let newer = written(&[sheet(Response::default())]).replacen(
        &format!("footing-kept {SCHEMA}\n"),
        &format!("footing-kept {}\n", SCHEMA + 1),
        1,
    );
    assert_eq!(look(&newer), Found::Newer);
    for text in [
        "",
        "footing-kept 1",
        "footing-kept 0\nuntil 2026-12-02\n",
        "footing-kept -1\n",
        "footing-kept one\n",
        "{\"footing\": 1}",
        "footing-kept 1\nuntil 2026-13-02\nsheet 2026-11-25 2026-11-21 open\n",
        "footing-kept 1\nuntil 2026-12-02\n",
        "footing-kept 1\nuntil 2026-12-02\nanswer mood none\n",
        "footing-kept 1\nuntil 2026-12-02\nsheet 2026-11-25 2026-11-21 done\n",
        "footing-kept 1\nuntil 2026-12-02\nsheet 2026-11-25 2026-11-21 open\nlevel 6\n",
        "footing-kept 1\nuntil 2026-12-02\nlocked 600000 a b\n",
        "footing-kept 1\nuntil 2026-12-02\nlocked 600000 a b c d\n",
        // Too few iterations would be weak; too many would never finish.
        "footing-kept 1\nuntil 2026-12-02\nlocked 1000 a b c\n",
        "footing-kept 1\nuntil 2026-12-02\nlocked 4000000000 a b c\n",
    ] {
        assert_eq!(look(text), Found::Unreadable, "{text}");
    }
    assert_eq!(look(&"x".repeat(300_000)), Found::Unreadable);
}

#[test]
fn every_earlier_version_has_a_step_to_the_next() {
    assert_eq!(MIGRATIONS.len() + 1, usize::from(SCHEMA));
}

#[test]
fn what_is_no_longer_asked_is_left_out_and_asked_again() {
    let text = "sheet 2026-11-25 2025-01-01 open\nanswer weather rain\nanswer substances alcohol moonshine\nanswer mood asked-unknown\nreached mood weather\n";
    let sheets = read_sheets(questionnaire(), text).unwrap();
    let names: Vec<&str> = sheets[0].response.iter().map(|(id, _)| id.0).collect();
    assert_eq!(names, ["mood"]);
    assert_eq!(sheets[0].reached.len(), 1);
    assert_eq!(sheets[0].rules, "2025-01-01");
}

#[test]
fn a_lock_is_read_back_and_its_day_and_rounds_are_bound_to_it() {
    let locked = Locked {
        until: day("2026-12-02"),
        rounds: ROUNDS,
        salt: "c2FsdA==".into(),
        nonce: "bm9uY2U=".into(),
        contents: "Y29udGVudHM=".into(),
    };
    assert_eq!(look(&locked.write()), Found::Locked(locked));
    let bound = |until, rounds| Locked::bound(day(until), rounds);
    let kinds = BTreeSet::from([
        bound("2026-12-02", ROUNDS),
        bound("2026-12-03", ROUNDS),
        bound("2026-12-02", ROUNDS + 1),
    ]);
    assert_eq!(kinds.len(), 3);
}

#[test]
fn days_are_counted_over_months_years_and_leap_days() {
    for (from, days, to) in [
        ("2026-11-25", 7, "2026-12-02"),
        ("2026-12-25", 7, "2027-01-01"),
        ("2028-02-27", 2, "2028-02-29"),
        ("2027-02-27", 2, "2027-03-01"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2026-11-25", 90, "2027-02-23"),
    ] {
        assert_eq!(day(from).plus(days), day(to), "{from} and {days} days");
        assert_eq!(day(from).to_string(), from);
    }
    for none in [
        "2026-02-29",
        "2026-00-10",
        "2026-04-31",
        "26-04-01",
        "2026-4-01",
        "2026-04-01-01",
        "1969-12-31",
        "today",
        "",
    ] {
        assert_eq!(Day::read(none), None, "{none}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    /// With one byte changed or the end cut off, parsing fails or returns no more than was saved.
    #[test]
    fn a_damaged_text_never_fails_worse_than_unreadable(
        which in 0_usize..20, position in any::<u16>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let whole = written(&[sheet(stories()[which].response.clone())]);
        let position = usize::from(position) % whole.len();
        let mut bytes = whole.clone().into_bytes();
        if cut { bytes.truncate(position) } else { bytes[position] ^= byte }
        let text = String::from_utf8_lossy(&bytes);
        if let Found::Open(_, sheets) = look(&text) {
            prop_assert!(sheets[0].response.iter().count() <= questionnaire().items.len());
        }
    }

    #[test]
    fn any_text_is_read_without_failing(text in "(footing-kept [0-9]{1,3}\n)?(until [0-9-]{0,10}\n)?(.|\n){0,200}") {
        look(&text);
    }
}
