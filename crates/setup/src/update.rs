//! Update function: applies a message to the state and returns an effect.

use i18n::Words;
use site::{Encoding, Language, WithdrawalCareKind};

use super::choice::{Mode, Theme};
use super::model::Model;
use super::msg::{Msg, Pick};
use super::opening;
use super::output::Output;

/// An effect for the component to perform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Copies this text to the clipboard.
    Copy(Output, String),
    /// Downloads this text as a file with this name.
    Save(&'static str, String),
}

/// Applies one message.
pub fn update(model: &mut Model, msg: Msg, said: &Words) -> Option<Effect> {
    match msg {
        Msg::Typed(field, text) => model.set(field, text),
        Msg::Picked(pick, name) => picked(model, pick, &name),
        Msg::Level(level) => {
            toggle(&mut model.levels, level);
            model.offers_no_level = false;
        }
        Msg::NoLevel => {
            model.offers_no_level = !model.offers_no_level;
            model.levels.clear();
        }
        Msg::Way(way) => toggle(&mut model.ways, way),
        Msg::Day(day) => {
            if let Some(day) = model.days.get_mut(day) {
                *day = !*day;
            }
        }
        Msg::Look(screen) => model.screen = screen,
        Msg::Light(scheme) => model.scheme = scheme,
        Msg::Server(server) => model.server = server,
        Msg::Opened(name, read) => opening::open(model, name, read),
        Msg::Copied(output, done) => {
            model.copied = Some((output, done));
            return None;
        }
        Msg::Copy(output) => return Some(Effect::Copy(output, output.text(model, said))),
        Msg::Save(output) => {
            return Some(Effect::Save(
                output.file_name(model),
                output.text(model, said),
            ));
        }
    }
    // The copied text may be outdated now.
    model.copied = None;
    None
}

fn picked(model: &mut Model, pick: Pick, name: &str) {
    match pick {
        Pick::Mode => {
            let mut modes = Mode::ALL.into_iter();
            model.mode = modes.find(|mode| mode.code() == name).unwrap_or_default();
        }
        Pick::Theme => {
            let mut themes = Theme::ALL.into_iter();
            model.theme = themes
                .find(|theme| theme.code() == name)
                .unwrap_or_default();
        }
        Pick::Language => model.language = Language::find(name).map(|language| language.locale),
        Pick::WithdrawalCare => {
            model.withdrawal_care = match name {
                "none" => WithdrawalCareKind::None,
                "outpatient" => WithdrawalCareKind::Outpatient,
                "around-the-clock" => WithdrawalCareKind::AroundTheClock,
                _ => WithdrawalCareKind::NotSaid,
            };
        }
        Pick::Ability(ability) => match name {
            "yes" => {
                model.abilities.insert(ability, true);
            }
            "no" => {
                model.abilities.insert(ability, false);
            }
            _ => {
                model.abilities.remove(&ability);
            }
        },
        Pick::Encoding => {
            model.encoding = if name == Encoding::Form.code() {
                Encoding::Form
            } else {
                Encoding::Json
            };
        }
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, entry: T) {
    match list.iter().position(|held| *held == entry) {
        Some(position) => {
            list.remove(position);
        }
        None => list.push(entry),
    }
}
