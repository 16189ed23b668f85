//! Conditions of a questionnaire.

use super::{Packer, Part, Unpacker};
use crate::condition::{Condition, DisplayCondition, Threshold};
use crate::output::Alert;

impl Part for Condition {
    fn pack_into(&self, packer: &mut Packer) {
        match self {
            Condition::AnsweredAtLeast(item, rank) => (0_u8, *item, *rank).pack_into(packer),
            Condition::AnsweredAnyOf(item, options) => (1_u8, *item, *options).pack_into(packer),
            Condition::AnyUnknown(items) => (2_u8, *items).pack_into(packer),
            Condition::RatingAtLeast(scale, rating) => (3_u8, *scale, *rating).pack_into(packer),
            Condition::CountAtLeast(count, list) => (4_u8, *count, *list).pack_into(packer),
            Condition::RuleFired(rule) => (5_u8, *rule).pack_into(packer),
            Condition::All(list) => (6_u8, *list).pack_into(packer),
            Condition::Any(list) => (7_u8, *list).pack_into(packer),
        }
    }

    #[inline(never)]
    fn unpack_from(unpacker: &mut Unpacker) -> Condition {
        match unpacker.number() {
            0 => {
                let (item, rank) = Part::unpack_from(unpacker);
                Condition::AnsweredAtLeast(item, rank)
            }
            1 => {
                let (item, options) = Part::unpack_from(unpacker);
                Condition::AnsweredAnyOf(item, options)
            }
            2 => Condition::AnyUnknown(Part::unpack_from(unpacker)),
            3 => {
                let (scale, rating) = Part::unpack_from(unpacker);
                Condition::RatingAtLeast(scale, rating)
            }
            4 => {
                let (count, list) = Part::unpack_from(unpacker);
                Condition::CountAtLeast(count, list)
            }
            5 => Condition::RuleFired(Part::unpack_from(unpacker)),
            6 => Condition::All(Part::unpack_from(unpacker)),
            7 => Condition::Any(Part::unpack_from(unpacker)),
            _ => {
                unpacker.ran_out = true;
                Condition::All(&[])
            }
        }
    }
}

impl Part for DisplayCondition {
    fn pack_into(&self, packer: &mut Packer) {
        match self {
            DisplayCondition::Holds(condition) => (0_u8, *condition).pack_into(packer),
            DisplayCondition::Reached(threshold) => (1_u8, *threshold).pack_into(packer),
            DisplayCondition::OnlyFrom(threshold, track, rules) => {
                (2_u8, *threshold, (*track, *rules)).pack_into(packer);
            }
            DisplayCondition::Completeness(state) => (3_u8, *state).pack_into(packer),
            DisplayCondition::None(list) => (4_u8, *list).pack_into(packer),
            DisplayCondition::All(list) => (5_u8, *list).pack_into(packer),
            DisplayCondition::Any(list) => (6_u8, *list).pack_into(packer),
        }
    }

    #[inline(never)]
    fn unpack_from(unpacker: &mut Unpacker) -> DisplayCondition {
        match unpacker.number() {
            0 => DisplayCondition::Holds(Part::unpack_from(unpacker)),
            1 => DisplayCondition::Reached(Part::unpack_from(unpacker)),
            2 => {
                let (threshold, track, rules) = Part::unpack_from(unpacker);
                DisplayCondition::OnlyFrom(threshold, track, rules)
            }
            3 => DisplayCondition::Completeness(Part::unpack_from(unpacker)),
            4 => DisplayCondition::None(Part::unpack_from(unpacker)),
            5 => DisplayCondition::All(Part::unpack_from(unpacker)),
            6 => DisplayCondition::Any(Part::unpack_from(unpacker)),
            _ => {
                unpacker.ran_out = true;
                DisplayCondition::All(&[])
            }
        }
    }
}

impl Part for Threshold {
    fn pack_into(&self, packer: &mut Packer) {
        match self {
            Threshold::Alert(alert) => (0_u8, *alert).pack_into(packer),
            Threshold::FirstStep(step) => (1_u8, *step).pack_into(packer),
            Threshold::Level(level) => (2_u8, *level).pack_into(packer),
            Threshold::Rating(scale, rating) => (3_u8, *scale, *rating).pack_into(packer),
        }
    }

    #[inline(never)]
    fn unpack_from(unpacker: &mut Unpacker) -> Threshold {
        match unpacker.number() {
            0 => Threshold::Alert(Part::unpack_from(unpacker)),
            1 => Threshold::FirstStep(Part::unpack_from(unpacker)),
            2 => Threshold::Level(Part::unpack_from(unpacker)),
            3 => {
                let (scale, rating) = Part::unpack_from(unpacker);
                Threshold::Rating(scale, rating)
            }
            _ => {
                unpacker.ran_out = true;
                Threshold::Alert(Alert::EmergencyNow)
            }
        }
    }
}
