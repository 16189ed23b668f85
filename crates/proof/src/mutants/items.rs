//! Mutants of items.

use super::conditions::displayed;
use assessment::{Item, ItemAnswers, Options, Questionnaire, RaisedBy, UnsureAs};

/// Adds every mutant with one mistake in `enable_when`, the value of a gap, or arithmetic bounds.
pub fn of(questionnaire: &Questionnaire, item: &Item, add: &mut impl FnMut(String, Item)) {
    if !item.rated {
        return;
    }
    let options = u8::try_from(item.options.len()).unwrap_or(u8::MAX);
    let unsure = item.unsure_as;
    for option in around(unsure.option, options) {
        let unsure_as = UnsureAs { option, ..unsure };
        add(
            format!("unsure counts as option {option}"),
            Item { unsure_as, ..*item },
        );
    }
    for skipped in around(unsure.skipped, options) {
        let unsure_as = UnsureAs { skipped, ..unsure };
        add(
            format!("skipped counts as option {skipped}"),
            Item { unsure_as, ..*item },
        );
    }
    if item.hidden_as.is_some() {
        let hidden_as = None;
        add(
            "hidden counts as the lowest option".into(),
            Item { hidden_as, ..*item },
        );
    }
    if let Some((when, instead)) = unsure.instead {
        for option in around(instead, options) {
            let unsure_as = UnsureAs {
                instead: Some((when, option)),
                ..unsure
            };
            let what = format!("a gap counts as option {option} under its condition");
            add(what, Item { unsure_as, ..*item });
        }
        for position in when.any_of.indices() {
            let fewer = ItemAnswers {
                any_of: when.any_of.without(Options::only(position)),
                ..when
            };
            let unsure_as = UnsureAs {
                instead: Some((fewer, instead)),
                ..unsure
            };
            let what = format!("a gap no longer looks at option {position}");
            add(what, Item { unsure_as, ..*item });
        }
    }
    for (position, bound) in item.raised_by.iter().enumerate() {
        let with = |changed: Option<RaisedBy>| {
            let mut bounds = item.raised_by.to_vec();
            bounds.splice(position..=position, changed);
            Item {
                raised_by: bounds.leak(),
                ..*item
            }
        };
        add("without a bound by arithmetic".into(), with(None));
        for from in [bound.from.saturating_sub(1), bound.from.saturating_add(1)] {
            add(
                format!("bound from rank {from}"),
                with(Some(RaisedBy { from, ..*bound })),
            );
        }
        for to in [bound.to.saturating_sub(1), bound.to.saturating_add(1)] {
            add(
                format!("bound to rank {to}"),
                with(Some(RaisedBy { to, ..*bound })),
            );
        }
    }
    for position in item.signs.indices() {
        let signs = item.signs.without(Options::only(position));
        add(
            format!("option {position} is no sign"),
            Item { signs, ..*item },
        );
    }
    if let Some(when) = &item.enable_when {
        add(
            "asked of everyone".into(),
            Item {
                enable_when: None,
                ..*item
            },
        );
        for (what, changed) in displayed(questionnaire, when) {
            let enable_when = Some(changed);
            add(
                format!("when it is asked: {what}"),
                Item {
                    enable_when,
                    ..*item
                },
            );
        }
    }
}

fn around(option: u8, options: u8) -> impl Iterator<Item = u8> {
    let around = [option.checked_sub(1), option.checked_add(1)];
    around
        .into_iter()
        .flatten()
        .filter(move |option| *option < options)
}
