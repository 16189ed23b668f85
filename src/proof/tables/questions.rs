//! A.2: what is asked of whom, and what a gap counts as.

use std::collections::BTreeMap;

use super::answers::Answers;
use super::red_flags::{TRACK_D, TRACK_O};
use crate::assessment::{Item, ItemIndex, Questionnaire};
use crate::proof::reading::SymbolicSheet;
use crate::proof::space::Space;
use crate::proof::when::When;

/// How one item counts.
pub struct Counts {
    /// Where it is asked.
    pub shown: When,
    /// Where it counts as each rank or more, from 1.
    pub at_least: Vec<When>,
    /// Where a gap in it does.
    pub open: Vec<When>,
}

/// Every item under its code, as A.2 has it.
pub fn questions(
    questionnaire: &Questionnaire,
    sheet: &SymbolicSheet,
    space: &Space,
) -> BTreeMap<&'static str, Counts> {
    let answers = Answers::new(questionnaire, sheet, space);
    let counts =
        |(index, item): (ItemIndex, &'static Item)| (item.code, answers.counts(space, index, item));
    questionnaire.indexed_items().map(counts).collect()
}

/// Q03 without tobacco.
const SUBSTANCES: [&str; 10] = [
    "alcohol",
    "sedatives",
    "barbiturates",
    "ghb",
    "opioids",
    "kratom",
    "stimulants",
    "cannabis",
    "other",
    "unknown",
];

impl Answers<'_> {
    fn counts(&self, space: &Space, index: ItemIndex, item: &Item) -> Counts {
        let shown = self.asked(item);
        // Q05, Q11 and Q12 have no mildest option on screen: that value means hidden.
        let unseen = matches!(item.question(), "Q05" | "Q11" | "Q12");
        let mut at_least = Vec::new();
        let mut open = Vec::new();
        if unseen {
            at_least.push(shown.clone());
            open.push(When(space.always()));
        }
        let chosen: Vec<When> = (1..item.options.len())
            .filter_map(|place| u8::try_from(place).ok())
            .map(|place| When(space.step(index, place)) & &shown)
            .collect();
        let many = matches!(
            item.question(),
            "Q02" | "Q03" | "Q07b" | "Q14b" | "Q29" | "Q30"
        );
        for (place, step) in (1_usize..).zip(&chosen) {
            let raised = self.by_arithmetic(item, place);
            let counted = if many {
                self.count(place, &chosen)
            } else {
                step | &raised & &shown
            };
            at_least.push(counted);
            open.push(self.gap_counts(item, place) | raised);
        }
        Counts {
            shown,
            at_least,
            open,
        }
    }

    /// The list below the table of A.2.
    fn asked(&self, item: &Item) -> When {
        let always = || When(self.always());
        let group = item.code.split('.').nth(1).unwrap_or_default();
        let beyond = || {
            let others: Vec<&str> = SUBSTANCES
                .into_iter()
                .filter(|group| !["alcohol", "cannabis"].contains(group))
                .collect();
            let signs = self.signs("Q20").into_iter();
            signs
                .map(|(_, yes)| yes)
                .fold(self.used(&others), |any, one| any | one)
        };
        match item.question() {
            "Q04" | "Q06" => self.used(&[group]),
            "Q05" | "Q10b" => self.used(&["alcohol"]),
            "Q07" | "Q08" | "Q10" if group == "d" => self.used(&TRACK_D),
            "Q07" | "Q07b" | "Q08" | "Q10" => self.used(&TRACK_O),
            "Q09" | "Q31a" => self.used(&TRACK_D) | self.used(&TRACK_O),
            "Q11" => self.used(&["sedatives", "barbiturates"]),
            "Q12" => self.used(&["opioids"]),
            "Q20" => self.used(&SUBSTANCES),
            "Q21" | "Q24" => beyond(),
            "Q22" => beyond() | self.at("drinks-a-day", "5-7-drinks"),
            "Q23" => self.used(&SUBSTANCES) | self.used(&["tobacco"]),
            _ => always(),
        }
    }

    /// The days of use bound the time since last use, for the same substance.
    fn by_arithmetic(&self, item: &Item, place: usize) -> When {
        let group = item.code.split('.').nth(1).unwrap_or_default();
        let days = |days| self.at(&format!("days-{group}"), days);
        match (item.question(), place) {
            ("Q06", 1) => days("4-12-days"),
            ("Q06", 2) => days("21-30-days"),
            _ => self.never(),
        }
    }

    /// The column "unsure/skip counts as": where a gap counts as this place in the list or more.
    fn gap_counts(&self, item: &Item, place: usize) -> When {
        let option = match item.question() {
            "Q03" => {
                return if place == 1 {
                    When(self.always())
                } else {
                    self.never()
                };
            }
            "Q23" => {
                // Past 12 months with opioids or unknown supply, else never.
                let careful = self.used(&["opioids", "unknown"]);
                return if place <= 2 { careful } else { self.never() };
            }
            "Q04" => "21-30-days",
            "Q05" => "8-14-drinks",
            "Q06" => "within-5-days",
            "Q07" => "one-or-two-mild",
            "Q08" => "shakes-sweats-or-sickness",
            "Q09" => "1-2-times",
            "Q10" | "Q24" => "sometimes",
            "Q10b" => "yes",
            "Q11" => "not-as-prescribed",
            "Q12" => "daily-street-supply",
            "Q13" => "might-be",
            "Q14" => "needs-care-soon",
            "Q15" => "some-days",
            "Q16" => "thoughts-of-suicide",
            "Q17" => "3-to-12-months-ago",
            "Q17b" => "over-12-months-ago",
            "Q18" => "past",
            "Q19" => "thoughts",
            "Q21" => "1-to-4-weeks",
            "Q25" => "stable-but-stressful",
            "Q26" => "mixed",
            "Q27" => "part-of-the-time",
            "Q28" => "5",
            "Q31a" => "no",
            // Self, 18 to 64, none, no: the mildest.
            _ => return self.never(),
        };
        let counted = item.place_of(option).map_or(0, usize::from);
        if place <= counted {
            When(self.always())
        } else {
            self.never()
        }
    }
}
