//! The example stories, with their expected results and the rules they cover.

use vignettes::{Coverage, Vignette};

use super::super::Rulebook;
use super::entry;
use markup::{link, links, pair, separated};
use maud::{Markup, html};

/// Every story, ordered by number.
pub(super) fn section(rulebook: &Rulebook) -> Markup {
    html! {
        @for story in &rulebook.stories { (one(rulebook, story)) }
    }
}

fn one(rulebook: &Rulebook, story: &Vignette) -> Markup {
    let anchor = anchor(story);
    let expect = &story.expect;
    let level = match expect.level {
        Some(level) => format!("level {}", rulebook.level(level)),
        None => "no adult level, as it is about someone under 18".into(),
    };
    let first_line = rulebook.words.headlines.get(expect.headline.code());
    let heading = html! {
        h3 { (link(&anchor, number(story))) " " (title(story)) }
        p { (story.story) }
    };
    let facts = html! {
        dt { "Comes to" }
        dd {
            "alert " (rulebook.alert(expect.alert))
            ", first step " (rulebook.first_step(expect.first_step))
            ", " (level) ", urgency " (rulebook.urgency(expect.urgency))
        }
        (pair("First line", &html! { (first_line.map_or("", |words| words.title.0)) }))
        @if !expect.fired.is_empty() {
            (pair("About", &links(expect.fired.iter().map(|rule| rule.0))))
        }
    };
    entry(&anchor, &heading, &facts)
}

/// The stories about a rule, and the other stories in which it fires.
pub(super) fn story_links(stories: &Coverage<'_>) -> Markup {
    let others = stories.fires_in.iter().copied();
    let others = others.filter(|story| !stories.told_by.contains(story));
    let others: Vec<&Vignette> = others.collect();
    html! {
        @if stories.fires_in.is_empty() { "It fires in none of them." }
        (named("About it: ", &stories.told_by))
        @if !stories.told_by.is_empty() && !others.is_empty() { ". " }
        (named("Fires in: ", &others))
    }
}

fn named(head: &str, stories: &[&Vignette]) -> Markup {
    html! {
        @if !stories.is_empty() {
            (head)
            (separated(stories.iter().map(|story| link(&anchor(story), number(story)))))
        }
    }
}

fn anchor(story: &Vignette) -> String {
    format!("story-{}", number(story))
}

fn number(story: &Vignette) -> &str {
    story.name.split('-').next().unwrap_or_default()
}

fn title(story: &Vignette) -> String {
    let (_, words) = story.name.split_once('-').unwrap_or_default();
    let mut letters = words.replace('-', " ");
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    letters
}
