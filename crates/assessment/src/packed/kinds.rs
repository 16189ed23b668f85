//! Structs and enums of a questionnaire.

use super::{Packer, Part, Unpacker};
use crate::advice::{Advice, AdviceKind};
use crate::condition::Completeness;
use crate::display::{GuidanceEntry, GuidanceId, HeadlineEntry, PointsTo, TalkFirst};
use crate::output::{AddOn, Alert, FirstStep, LevelOfCare, Track, Urgency};
use crate::questionnaire::{
    Edition, Item, ItemAnswers, ItemIndex, ItemKind, LinkId, Options, Page, PageIndex,
    Questionnaire, RaisedBy, Roles, UnsureAs,
};
use crate::rating::{RiskRating, Scale};
use crate::rule::{Effect, HelpId, Rule, RuleId, RuleIndex, SourceId};

/// Structs, field by field.
macro_rules! structs {
    ($($name:ident { $($field:ident),+ $(,)? })+) => { $(
        impl Part for $name {
            fn pack_into(&self, packer: &mut Packer) {
                let $name { $($field),+ } = self;
                $($field.pack_into(packer);)+
            }

            #[inline(never)]
            fn unpack_from(unpacker: &mut Unpacker) -> $name {
                $name { $($field: Part::unpack_from(unpacker)),+ }
            }
        }
    )+ };
}

/// Structs around one value.
macro_rules! around {
    ($($name:ident),+) => { $(
        impl Part for $name {
            fn pack_into(&self, packer: &mut Packer) {
                self.0.pack_into(packer);
            }

            fn unpack_from(unpacker: &mut Unpacker) -> $name {
                $name(Part::unpack_from(unpacker))
            }
        }
    )+ };
}

/// Enums by their position in a list; the first stands for a position that is not in it.
macro_rules! listed {
    ($($name:ident: $first:expr, $all:expr;)+) => { $(
        impl Part for $name {
            fn pack_into(&self, packer: &mut Packer) {
                let all = $all;
                let position = all.iter().position(|one| one == self).unwrap_or(0);
                packer.number(u32::try_from(position).unwrap_or(0));
            }

            #[inline(never)]
            fn unpack_from(unpacker: &mut Unpacker) -> $name {
                let position = unpacker.length();
                let all = $all;
                let found = all.get(position);
                unpacker.ran_out |= found.is_none();
                found.copied().unwrap_or($first)
            }
        }
    )+ };
}

structs! {
    Questionnaire {
        url, version, review_by, sections, pages, items, rules, advice, headlines, guidance,
        talk_first, gives_way, roles, renamed, edition,
    }
    Edition { since, asked_again, retired, options }
    Roles { person, danger }
    Page { id, section, after_result, title_height }
    Item {
        link_id, code, kind, page, height, table, group, options, first_rank, exclusive, unsure_as,
        signs, enable_when, hidden_as, raised_by, takes_rows_away, rated, sensitive, sources,
    }
    ItemAnswers { item, any_of }
    UnsureAs { option, skipped, instead }
    RaisedBy { item, from, to }
    Rule { id, when, then, sources, counts_for_next_level, explains }
    Effect { alert, first_step, level, urgency, ratings, add_ons, help, track }
    Advice { id, kind, when, sources }
    HeadlineEntry { id, when, points_to, sources }
    GuidanceEntry { id, when }
    TalkFirst { from, questions, folded, folded_into }
}

around!(
    LinkId, ItemIndex, PageIndex, Options, RuleId, RuleIndex, SourceId, HelpId
);

listed! {
    ItemKind: ItemKind::ChooseOne, [ItemKind::ChooseOne, ItemKind::ChooseMany, ItemKind::Scale];
    Alert: Alert::EmergencyNow, Alert::ALL;
    FirstStep: FirstStep::EmergencyDepartment, FirstStep::ALL;
    LevelOfCare: LevelOfCare::MedicalInpatient, LevelOfCare::ALL;
    Urgency: Urgency::Now, Urgency::ALL;
    AddOn: AddOn::MentalHealth, AddOn::ALL;
    Track: Track::Danger, [Track::Danger, Track::Opioid];
    Scale: Scale::StoppingDanger, Scale::ALL;
    RiskRating: RiskRating::Severe, RiskRating::ALL;
    PointsTo: PointsTo::Emergency, PointsTo::ALL.map(|(points_to, _)| points_to);
    GuidanceId: GuidanceId::SecondHand, GuidanceId::ALL;
    AdviceKind: AdviceKind::Safety, AdviceKind::ALL;
    Completeness: Completeness::ManyOpen, [Completeness::ManyOpen, Completeness::CareStands];
}
