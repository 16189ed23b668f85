//! Branching: which questions follow which answers. Answers to questions that are no longer asked are
//! ignored.

use assessment::{Item, assess};
use content::questionnaire;
use journey::{Model, Msg, Screen, update};

use crate::walk::walk;
use crate::{asked, at_review, choose, index, page, stories, story};

/// A journey with these options chosen, in this order.
fn answered(answers: &[(&str, &str)]) -> Model {
    let mut model = Model::new(questionnaire());
    for (link_id, code) in answers {
        choose(&mut model, link_id, code);
    }
    model
}

fn asks(answers: &[(&str, &str)], link_id: &str) -> bool {
    asked(&answered(answers)).contains(link_id)
}

/// The items answered with yes in `with_yeses`, those of the first step first.
const CHECKLIST: [&str; 11] = [
    "more-than-planned",
    "cannot-cut-down",
    "strong-pull",
    "duties-slip",
    "dangerous-places",
    "worsens-body-or-mood",
    "much-time",
    "harms-relationships",
    "drops-activities",
    "needs-more",
    "ill-when-stopping",
];

fn with_yeses<'a>(base: &[(&'a str, &'a str)], count: usize) -> Vec<(&'a str, &'a str)> {
    let yeses = CHECKLIST.into_iter().take(count).map(|name| (name, "yes"));
    base.iter().copied().chain(yeses).collect()
}

fn message(model: &Model) -> String {
    format!("{:?}", assess(questionnaire(), &model.response))
}

#[test]
fn answers_to_what_is_no_longer_asked_are_dropped_before_anything_is_weighed() {
    let mut drinker = at_review(&story("05-"));
    let before = drinker.response.clone();
    choose(&mut drinker, "substances", "none");
    // The same answers without anything about drinking.
    let mut without = Model::new(questionnaire());
    without.response = before;
    for item in questionnaire().items {
        let on_use = ["use", "stopping", "symptoms", "control", "harm"];
        if on_use.contains(&page_name(item)) {
            without.response.clear(item.link_id);
        }
    }
    choose(&mut without, "substances", "none");
    assert!(drinker.response != without.response);
    let (with, plain) = (message(&drinker), message(&without));
    assert_eq!(with, plain);
    let result = assess(questionnaire(), &drinker.response);
    assert_eq!(result.headline.code(), "level-0");
    assert_eq!(
        result.fired.iter().map(|rule| rule.0).collect::<Vec<_>>(),
        ["C01"]
    );
    // The answers count again once the questions are asked again.
    choose(&mut drinker, "substances", "alcohol");
    let result = assess(questionnaire(), &drinker.response);
    assert_eq!(result.headline.code(), "withdrawal-care-24h");
}

#[test]
fn gaps_in_what_is_no_longer_asked_call_for_no_talk() {
    let mut model = at_review(&story("04-"));
    for link_id in [
        "days-alcohol",
        "drinks-a-day",
        "last-alcohol",
        "stopping-danger",
        "waking-danger",
        "symptoms-danger",
        "strong-pull",
    ] {
        update(&mut model, Msg::Declined(index(link_id)));
    }
    let open = assess(questionnaire(), &model.response);
    assert!(open.talk_first);
    assert_eq!(open.headline.code(), "talk-first");
    choose(&mut model, "substances", "none");
    let result = assess(questionnaire(), &model.response);
    assert!(!result.talk_first && result.unanswered.is_empty());
    assert!(result.range.is_none());
}

#[test]
fn the_last_use_after_the_arithmetic_opens_and_hides_the_question_about_a_detox() {
    let alcohol = ("substances", "alcohol");
    for (days, last, opens) in [
        ("0-days", "over-28-days", false),
        // The days of use contradict a last use that long ago.
        ("4-12-days", "over-28-days", true),
        ("21-30-days", "over-28-days", true),
        ("1-3-days", "15-to-28-days", true),
        ("1-3-days", "6-to-14-days", true),
        ("1-3-days", "within-5-days", false),
        ("21-30-days", "within-5-days", false),
    ] {
        let answers = [alcohol, ("days-alcohol", days), ("last-alcohol", last)];
        assert_eq!(asks(&answers, "supervised-detox"), opens, "{days}, {last}");
    }
    // One substance group used within the last days is enough to hide the question.
    let mut model = answered(&[
        alcohol,
        ("last-alcohol", "6-to-14-days"),
        ("substances", "opioids"),
        ("last-opioids", "over-28-days"),
    ]);
    assert!(asked(&model).contains("supervised-detox"));
    choose(&mut model, "supervised-detox", "yes");
    for nearer in [true, false] {
        if nearer {
            choose(&mut model, "last-opioids", "within-5-days");
        } else {
            // "Not sure" counts as the most recent option.
            update(&mut model, Msg::Unsure(index("last-opioids")));
        }
        assert!(!asked(&model).contains("supervised-detox"));
        // The answer to the hidden question is ignored.
        let mut without = model.clone();
        without.response.clear(
            questionnaire()
                .item(index("supervised-detox"))
                .unwrap()
                .link_id,
        );
        assert_eq!(message(&model), message(&without));
    }
}

/// For sedatives, the days of use may precede a stop, so they do not bound the last use.
#[test]
fn days_and_last_use_that_do_not_fit_are_told_where_both_were_answered() {
    let model = |days: &str, last: &str| {
        answered(&[
            ("substances", "alcohol"),
            ("days-alcohol", days),
            ("last-alcohol", last),
        ])
    };
    let message = |model: &Model| {
        ["days-alcohol", "last-alcohol"].map(|link_id| model.contradicts(index(link_id)))
    };
    assert_eq!(message(&model("21-30-days", "over-28-days")), [false, true]);
    assert_eq!(
        message(&model("21-30-days", "6-to-14-days")),
        [false, false]
    );
    assert_eq!(message(&model("0-days", "6-to-14-days")), [true, false]);
    assert_eq!(message(&model("0-days", "over-28-days")), [false, false]);
    // With only one of the two answered there is no contradiction.
    let mut half = answered(&[("substances", "alcohol"), ("days-alcohol", "21-30-days")]);
    assert_eq!(message(&half), [false, false]);
    choose(&mut half, "last-alcohol", "over-28-days");
    assert_eq!(message(&half), [false, true]);
    update(&mut half, Msg::Unsure(index("days-alcohol")));
    assert_eq!(message(&half), [false, false]);
    let sedatives = answered(&[
        ("substances", "sedatives"),
        ("days-sedatives", "21-30-days"),
        ("last-sedatives", "over-28-days"),
    ]);
    assert!(!sedatives.contradicts(index("last-sedatives")));
}

#[test]
fn one_yes_opens_the_second_step_of_the_checklist() {
    let cannabis = [("substances", "cannabis")];
    assert!(!asks(&cannabis, "much-time"));
    for first in &CHECKLIST[..6] {
        assert!(asks(&[cannabis[0], (first, "yes")], "much-time"), "{first}");
    }
    // Construct 11 is asked without any yes if another substance was used on most days.
    let other = [("substances", "other"), ("days-other", "4-12-days")];
    assert!(!asks(&other, "ill-when-stopping"));
    let near_daily = [("substances", "other"), ("days-other", "13-20-days")];
    assert!(asks(&near_daily, "ill-when-stopping"));
    assert!(!asks(&[("substances", "tobacco")], "more-than-planned"));
}

#[test]
fn so_many_yeses_open_earlier_treatment_and_the_longest_stretch() {
    let cannabis = [("substances", "cannabis")];
    // The counts themselves stand in items/risks.toml and in method.html.
    let opened_by = |link_id: &str| {
        let asked_at = |count| asks(&with_yeses(&cannabis, count), link_id);
        let first = (0..=CHECKLIST.len())
            .find(|count| asked_at(*count))
            .unwrap();
        assert!((first..=CHECKLIST.len()).all(asked_at), "{link_id}");
        first
    };
    let (treatment, stretch) = (opened_by("earlier-treatment"), opened_by("longest-stretch"));
    assert!(0 < treatment && treatment < stretch);
    // Some answers open the question about treatment on their own.
    for answers in [
        vec![("substances", "ghb")],
        vec![("substances", "alcohol"), ("drinks-a-day", "8-14-drinks")],
        vec![
            ("substances", "opioids"),
            ("opioid-supply", "not-now-used-before"),
        ],
        vec![
            ("substances", "stimulants"),
            ("stimulant-source", "not-as-prescribed"),
        ],
    ] {
        assert!(asks(&answers, "earlier-treatment"), "{answers:?}");
        assert!(!asks(&answers, "longest-stretch"), "{answers:?}");
    }
}

/// A yes to a question that is no longer asked does not count.
#[test]
fn yeses_of_a_step_that_closed_open_nothing() {
    let mut model = answered(&with_yeses(&[("substances", "cannabis")], 1));
    for link_id in &CHECKLIST[6..] {
        choose(&mut model, link_id, "yes");
    }
    assert!(asked(&model).contains("longest-stretch"));
    choose(&mut model, "more-than-planned", "no");
    let now = asked(&model);
    for gone in ["much-time", "earlier-treatment", "longest-stretch"] {
        assert!(!now.contains(gone), "{gone}");
    }
}

#[test]
fn a_light_drinker_is_asked_for_the_worst_signs_only_with_trouble() {
    let light = [
        ("substances", "alcohol"),
        ("days-alcohol", "4-12-days"),
        ("drinks-a-day", "1-2-drinks"),
        ("last-alcohol", "within-5-days"),
    ];
    let and = |more: &[(&'static str, &'static str)]| -> Vec<(&str, &str)> {
        light.iter().chain(more).copied().collect()
    };
    for (more, opens) in [
        (and(&[]), false),
        (
            and(&[
                ("symptoms-danger", "none"),
                ("stopping-danger", "never-stopped-long-enough"),
            ]),
            false,
        ),
        (and(&[("symptoms-danger", "one-or-two-mild")]), true),
        (and(&[("stopping-danger", "sick-once-or-twice")]), true),
        // Three drinks open the question about waking; its answer counts as trouble too.
        (and(&[("drinks-a-day", "3-4-drinks")]), false),
        (
            and(&[
                ("drinks-a-day", "3-4-drinks"),
                ("waking-danger", "sometimes"),
            ]),
            true,
        ),
        // Two drinks do not, and an earlier answer to that question is ignored.
        (and(&[("waking-danger", "sometimes")]), false),
        (and(&[("drinks-a-day", "5-7-drinks")]), true),
        (
            and(&[("substances", "kratom"), ("last-kratom", "15-to-28-days")]),
            true,
        ),
        (and(&[("substances", "cannabis")]), false),
        // Use long ago does not open the question, whatever the symptoms were.
        (
            and(&[
                ("symptoms-danger", "one-or-two-mild"),
                ("days-alcohol", "0-days"),
                ("last-alcohol", "over-28-days"),
            ]),
            false,
        ),
    ] {
        assert_eq!(asks(&more, "bad-signs"), opens, "{more:?}");
        // The question who could stay has the same condition.
        assert_eq!(asks(&more, "someone-to-stay"), opens, "{more:?}");
    }
}

#[test]
fn what_is_asked_on_the_result_is_never_asked_before_it() {
    let is_after = |item: &Item| questionnaire().is_after_result(item);
    assert_eq!(
        questionnaire()
            .items
            .iter()
            .filter(|item| is_after(item))
            .count(),
        2
    );
    for story in stories() {
        let mut model = Model::new(questionnaire());
        let pages = walk(&mut model, &story.response);
        for page in pages {
            let page = &questionnaire().pages[usize::from(page.page.0)];
            assert!(!page.after_result, "{}: {}", story.name, page.id);
        }
        assert_eq!(model.screen(), &Screen::Review);
        assert!(
            asked(&model).is_disjoint(&["barriers", "wishes"].into()),
            "{}",
            story.name
        );
    }
    // It cannot be reached from the review either, and does not count as unanswered.
    let mut model = at_review(&story("16-"));
    assert_eq!(update(&mut model, Msg::Change(page("wishes"))), []);
    assert_eq!(model.screen(), &Screen::Review);
    assert!(
        assess(questionnaire(), &model.response)
            .unanswered
            .is_empty()
    );
}

fn page_name(item: &Item) -> &'static str {
    questionnaire().pages[usize::from(item.page.0)].id
}
