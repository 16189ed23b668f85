//! Variable order of the decision diagrams; it determines their size.

use assessment::{Item, ItemIndex, ItemKind, Questionnaire};

/// Meaning of a variable for its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// The answer reaches this option, or includes it.
    Step(u8),
    /// There is no definite answer.
    Open,
}

/// Variables that come first, by the code of their item or by one option of it. Found by
/// experiment: risk factors before use, one substance after another, and counted items last.
#[rustfmt::skip]
const FIRST: &[&str] = &[
    "Q08.d", "Q07.d", "Q31a",
    "Q03=alcohol", "Q04.alcohol", "Q05", "Q06.alcohol", "Q10.d",
    "Q03=unknown", "Q04.unknown", "Q06.unknown",
    "Q03=ghb", "Q04.ghb", "Q06.ghb",
    "Q11", "Q11c",
    "Q03=sedatives", "Q04.sedatives", "Q06.sedatives",
    "Q03=barbiturates", "Q04.barbiturates", "Q06.barbiturates",
    "Q03=opioids", "Q04.opioids", "Q06.opioids", "Q12",
    "Q03=kratom", "Q04.kratom", "Q06.kratom",
    "Q01b", "Q13", "Q14", "Q14b",
    "Q08.o", "Q10.o", "Q07.o", "Q10b", "Q22", "Q07b", "Q27",
    "Q03=stimulants", "Q04.stimulants", "Q11b",
    "Q03=cannabis", "Q04.cannabis",
    "Q03=other", "Q04.other",
    "Q25", "Q26",
    "Q16", "Q17", "Q17b", "Q15", "Q18", "Q19", "Q15b",
    "Q02", "Q31b", "Q32", "Q33", "Q23", "Q24", "Q21",
];

/// Lists every variable in order.
pub(super) fn order(questionnaire: &Questionnaire) -> Vec<(ItemIndex, Slot)> {
    let mut order = Vec::new();
    for name in FIRST {
        let (code, option) = name.split_once('=').unwrap_or((name, ""));
        let mut items = questionnaire.indexed_items();
        if let Some((index, item)) = items.find(|(_, item)| item.code == code) {
            let named = item.option_index(option).map(Slot::Step);
            let slots = named.map_or_else(|| slots(item), |slot| vec![slot]);
            order.extend(slots.into_iter().map(|slot| (index, slot)));
        }
    }
    for (index, item) in questionnaire.indexed_items() {
        let rest = slots(item).into_iter().map(|slot| (index, slot));
        let rest: Vec<_> = rest.filter(|slot| !order.contains(slot)).collect();
        order.extend(rest);
    }
    order
}

fn slots(item: &Item) -> Vec<Slot> {
    let steps = (0..count(item)).filter(|option| needs_variable(item, *option));
    steps.map(Slot::Step).chain([Slot::Open]).collect()
}

fn needs_variable(item: &Item, option: u8) -> bool {
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => option > 0,
        ItemKind::ChooseMany => !item.exclusive.has(option),
    }
}

/// Number of options of an item.
pub(super) fn count(item: &Item) -> u8 {
    u8::try_from(item.options.len()).unwrap_or(u8::MAX)
}
