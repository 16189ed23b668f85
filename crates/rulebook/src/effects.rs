//! Effects of rules as text.

use assessment::{Alert, Effect, FirstStep, LevelOfCare, Rule, Track, Urgency};

use super::Rulebook;
use super::sentence::Part;

/// Formats the effects of a rule, one line each.
pub fn effects(rulebook: &Rulebook, rule: &Rule) -> Vec<Vec<Part>> {
    let Effect {
        alert,
        first_step,
        level,
        urgency,
        ratings,
        add_ons,
        help,
        track,
    } = rule.then;
    let mut lines = Vec::new();
    for (scale, rating) in ratings {
        lines.push(vec![
            Part::text("rates "),
            Part::link("areas", rulebook.scale(*scale)),
            Part::text(format!(" at least {}", rulebook.rating(*rating))),
        ]);
    }
    let mut raise = |holds: bool, what: &str, to: String| {
        if holds {
            lines.push(vec![
                Part::text("raises the "),
                Part::link("outputs", what),
                Part::text(format!(" to at least {to}")),
            ]);
        }
    };
    raise(alert > Alert::None, "alert", rulebook.alert(alert));
    raise(
        first_step > FirstStep::None,
        "first step",
        rulebook.first_step(first_step),
    );
    raise(
        level > LevelOfCare::NoneIndicated,
        "level",
        rulebook.level(level),
    );
    raise(
        urgency > Urgency::WhenYouCan,
        "urgency",
        rulebook.urgency(urgency),
    );
    for add_on in add_ons {
        lines.push(vec![
            Part::text("adds "),
            Part::link("add-ons", rulebook.add_on(*add_on)),
        ]);
    }
    if let Some(help) = help {
        let title = rulebook.words.help.get(help.0);
        let title = title.map_or("", |words| words.title.0);
        lines.push(vec![
            Part::text("shows "),
            Part::link(help_anchor(help.0), format!("“{title}” ({})", help.0)),
        ]);
    }
    if let Some(track) = track {
        let name = match track {
            Track::Danger => "the danger track",
            Track::Opioid => "the opioid track: the headline then speaks of medication",
        };
        lines.push(vec![Part::text(format!("its first step speaks of {name}"))]);
    }
    lines
}

/// HTML id of a help screen.
pub(super) fn help_anchor(id: &str) -> String {
    format!("help-{id}")
}
