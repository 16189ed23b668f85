//! The example stories, with what each should come to and the rules it is about.

use vignettes::{Coverage, Vignette};

use super::super::Rulebook;
use markup::Markup;

/// Writes every story in the order of their numbers.
pub(super) fn write(rulebook: &Rulebook, section: &mut Markup) {
    for story in &rulebook.stories {
        let anchor = anchor(story);
        section.element(
            "article",
            &[("id", &anchor), ("aria-label", &anchor), ("class", "entry")],
            |entry| {
                entry.element("h3", &[], |heading| {
                    heading.link(&anchor, number(story));
                    heading.text(" ");
                    heading.text(&title(story));
                });
                entry.says("p", &[], &story.story);
                entry.element("dl", &[], |facts| {
                    let expect = &story.expect;
                    facts.pair("Comes to", |says| {
                        let level = match expect.level {
                            Some(level) => format!("level {}", rulebook.level(level)),
                            None => "no adult level, as it is about someone under 18".into(),
                        };
                        says.text(&format!(
                            "alert {}, first step {}, {level}, urgency {}",
                            rulebook.alert(expect.alert),
                            rulebook.first_step(expect.first_step),
                            rulebook.urgency(expect.urgency),
                        ));
                    });
                    facts.pair("First line", |says| {
                        let code = expect.headline.code();
                        let words = rulebook.words.headlines.get(code);
                        says.text(words.map_or("", |words| words.title.0));
                    });
                    if !expect.fired.is_empty() {
                        facts.pair("About", |says| {
                            says.links(expect.fired.iter().map(|rule| rule.0))
                        });
                    }
                });
            },
        );
    }
}

/// Writes which stories are about a rule, and in which others it fires.
pub(super) fn story_links(says: &mut Markup, stories: &Coverage<'_>) {
    let others = stories.fires_in.iter().copied();
    let others = others.filter(|story| !stories.told_by.contains(story));
    let others: Vec<&Vignette> = others.collect();
    if stories.fires_in.is_empty() {
        says.text("It fires in none of them.");
    }
    links(says, "About it: ", &stories.told_by);
    if !stories.told_by.is_empty() && !others.is_empty() {
        says.text(". ");
    }
    links(says, "Fires in: ", &others);
}

fn links(says: &mut Markup, head: &str, stories: &[&Vignette]) {
    for (position, story) in stories.iter().enumerate() {
        says.text(if position == 0 { head } else { ", " });
        says.link(&anchor(story), number(story));
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
