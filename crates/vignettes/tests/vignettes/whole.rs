//! Golden-file test: every story has the same complete recommendation as in
//! `tests/fixtures/recommendations.txt`, with every reason, advice and possible change.
//!
//! After an intended change, `FOOTING_RENEW=1 cargo test -p vignettes` rewrites the file. Review
//! the diff line by line before committing it.

use std::fmt::{Debug, Write};
use std::fs;

use assessment::{
    Alternative, ItemIndex, Options, Recommendation, Response, answers_behind, assess,
    most_informative_gaps, what_would_change,
};
use content::questionnaire;

use crate::stories::stories;

/// Maximum size of a set of changed answers, as on the page.
const LARGEST_SET: usize = 2;

#[test]
fn recommendations_match_the_golden_file() {
    let mut now = String::new();
    for (position, story) in stories().iter().enumerate() {
        tell(&mut now, &story.name, &story.response);
        // Every third story again with every third answer removed, at a different offset each.
        if position % 3 != 0 {
            continue;
        }
        let mut open = story.response.clone();
        for (number, (link_id, _)) in story.response.iter().enumerate() {
            if (number + position / 3) % 3 == 0 {
                open.clear(link_id);
            }
        }
        tell(&mut now, &format!("{}, with gaps", story.name), &open);
    }
    let file = test_support::root().join("tests/fixtures/recommendations.txt");
    if std::env::var_os("FOOTING_RENEW").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let then = fs::read_to_string(&file).unwrap();
    let mut title = "";
    for (then, now) in then.lines().zip(now.lines()) {
        title = if now.starts_with("## ") { now } else { title };
        assert_eq!(then, now, "{title}: read the head of this test");
    }
    assert_eq!(then.lines().count(), now.lines().count());
}

fn tell(text: &mut String, name: &str, response: &Response) {
    writeln!(text, "## {name}").unwrap();
    let questionnaire = questionnaire();
    let result = assess(questionnaire, response);
    let Recommendation {
        headline,
        alert,
        first_step,
        level,
        computed_level,
        next_level,
        urgency,
        ratings,
        add_ons,
        signs,
        advice,
        help,
        reasons,
        fired,
        unanswered,
        talk_first,
        do_not_stop_alone,
        guidance,
        range,
        version: _,
    } = &result;
    let mut line = |key: &str, value: &dyn Debug| {
        writeln!(text, "{key}: {}", shortened(&format!("{value:?}"))).unwrap();
    };
    line(
        "headline",
        &(headline.code(), alert, first_step, level, computed_level),
    );
    line(
        "then",
        &(next_level, urgency, talk_first, do_not_stop_alone),
    );
    line("outputs", &result.outputs());
    line("ratings", ratings);
    line("add-ons", add_ons);
    let signs = signs.iter().map(|sign| (sign.item.0, sign.code));
    line("signs", &signs.collect::<Vec<_>>());
    let advice = advice.iter().map(|(_, id)| *id);
    line("advice", &advice.collect::<Vec<&str>>());
    line("help", help);
    line(
        "fired",
        &fired.iter().map(|rule| rule.0).collect::<Vec<_>>(),
    );
    line("guidance", guidance);
    line("range", range);
    let unanswered = unanswered
        .iter()
        .map(|(link_id, missing)| (link_id.0, missing));
    line("open", &unanswered.collect::<Vec<_>>());
    for reason in reasons {
        let names = |ids: &[assessment::LinkId]| -> Vec<&str> {
            ids.iter().map(|link_id| link_id.0).collect()
        };
        let sets: Vec<&str> = reason.sets.iter().map(|set| set.code()).collect();
        let rests = (names(&reason.direct), names(&reason.answers));
        line(reason.rule.0, &(sets, rests, reason.sources.len()));
    }
    let supporting = answers_behind(questionnaire, response, reasons);
    let supporting = supporting
        .iter()
        .map(|index| questionnaire.rules[usize::from(index.0)].id.0);
    line("supporting", &supporting.collect::<Vec<_>>());
    let change = what_would_change(questionnaire, response, LARGEST_SET);
    line("lower", &alternatives(&change.lower));
    line("raise", &alternatives(&change.raise));
    let clearer = most_informative_gaps(questionnaire, response)
        .into_iter()
        .map(item);
    line("clearer", &clearer.collect::<Vec<_>>());
}

/// Shortens a long line: its start, and a hash of the rest (FNV-1a), so that the file stays small.
fn shortened(line: &str) -> String {
    const MAX_LEN: usize = 96;
    if line.chars().count() <= MAX_LEN {
        return line.to_owned();
    }
    let start: String = line.chars().take(MAX_LEN).collect();
    let number = line
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |number, byte| {
            (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{start}… {number:016x}")
}

fn item(index: ItemIndex) -> &'static str {
    questionnaire().item(index).unwrap().link_id.0
}

fn alternatives(found: &[Alternative]) -> Vec<String> {
    found
        .iter()
        .map(|one| {
            let changes: Vec<String> = one
                .changes
                .iter()
                .map(|change| format!("{}={}", item(change.item), codes(change.item, change.to)))
                .collect();
            format!("{:?} by {}", one.level, changes.join(" and "))
        })
        .collect()
}

fn codes(index: ItemIndex, options: Options) -> String {
    let item = questionnaire().item(index).unwrap();
    let codes: Vec<&str> = options
        .indices()
        .map(|position| item.options[usize::from(position)])
        .collect();
    codes.join("+")
}
