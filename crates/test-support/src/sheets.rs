//! Proptest strategies for random, plausible answers to the real content.

use std::fmt;

use assessment::{
    AddOn, Answer, Evaluation, GapPolicy, Item, ItemIndex, ItemKind, LinkId, Options, Outputs,
    Questionnaire, Response, ScoredAnswers, SortedSet,
};
use content::questionnaire;
use proptest::prelude::{Just, Strategy, any, prop_oneof};

/// A set of answers: one entry per item, `None` if it is empty.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper(pub Vec<Option<Answer>>);

/// Strategy for sets of answers: muddled, complete, nearly well, nearly empty, about one substance.
pub fn papers() -> impl Strategy<Value = Paper> {
    let profiles = prop_oneof![
        Just(Profile::NEARLY_WELL),
        Just(Profile::COMPLETE),
        Just(Profile::MUDDLED),
        Just(Profile::MOSTLY_EMPTY),
        Just(Profile::STRUGGLING),
    ];
    let count = questionnaire().items.len();
    let dice = proptest::collection::vec(any::<u32>(), count);
    (profiles, prop_oneof![1 => Just(0_u8), 3 => 1_u8..12], dice).prop_map(
        |(profile, focus, dice)| {
            Paper(
                questionnaire()
                    .items
                    .iter()
                    .zip(dice)
                    .map(|(item, dice)| match item.link_id.0 {
                        // Mostly one substance, sometimes a second one, to reach deep branches.
                        "substances" if focus > 0 => {
                            let beside = subset(item, dice & (dice >> 6));
                            let chosen = Options::only(focus).with(beside).without(item.exclusive);
                            Some(Answer::Chosen(chosen))
                        }
                        _ => profile.answer(item, dice),
                    })
                    .collect(),
            )
        },
    )
}

/// Probabilities of the kinds of answers, in parts of 256; the rest stays empty.
#[derive(Clone, Copy, Debug)]
struct Profile {
    mildest: u8,
    definite: u8,
    worst: u8,
    unsure: u8,
    declined: u8,
}

impl Profile {
    const NEARLY_WELL: Profile = Profile {
        mildest: 236,
        definite: 18,
        worst: 2,
        unsure: 0,
        declined: 0,
    };
    const COMPLETE: Profile = Profile {
        mildest: 40,
        definite: 196,
        worst: 20,
        unsure: 0,
        declined: 0,
    };
    const MUDDLED: Profile = Profile {
        mildest: 60,
        definite: 110,
        worst: 20,
        unsure: 22,
        declined: 18,
    };
    const MOSTLY_EMPTY: Profile = Profile {
        mildest: 30,
        definite: 20,
        worst: 6,
        unsure: 40,
        declined: 30,
    };
    const STRUGGLING: Profile = Profile {
        mildest: 90,
        definite: 60,
        worst: 76,
        unsure: 12,
        declined: 8,
    };

    /// Deterministic in the dice; smaller dice give milder answers, so that proptest shrinks to
    /// them.
    fn answer(self, item: &Item, dice: u32) -> Option<Answer> {
        let mut left = dice >> 24;
        let mut within = |part: u8| {
            let inside = left < u32::from(part);
            left = left.saturating_sub(u32::from(part));
            inside
        };
        if within(self.mildest) {
            Some(Answer::Chosen(item.mildest()))
        } else if within(self.definite) {
            Some(Answer::Chosen(definite(item, dice & 0x00ff_ffff)))
        } else if within(self.worst) {
            Some(Answer::Chosen(item.most_careful()))
        } else if within(self.unsure) {
            Some(Answer::Unsure)
        } else if within(self.declined) {
            Some(Answer::Declined)
        } else {
            None
        }
    }
}

/// A random definite answer.
pub fn definite(item: &Item, dice: u32) -> Options {
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => {
            let count = u32::try_from(item.options.len()).unwrap();
            Options::only(u8::try_from(dice % count).unwrap())
        }
        ItemKind::ChooseMany => {
            let chosen = subset(item, dice);
            if chosen.is_empty() {
                item.mildest()
            } else {
                chosen
            }
        }
    }
}

/// Picks each nonexclusive option with probability 1/4.
fn subset(item: &Item, dice: u32) -> Options {
    Options(dice & (dice >> 12) & 0xfff & item.all_options().without(item.exclusive).0)
}

impl Paper {
    /// The answers as a response.
    pub fn response(&self) -> Response {
        let mut response = Response::default();
        for (item, answer) in questionnaire().items.iter().zip(&self.0) {
            if let Some(answer) = answer {
                response.set(item.link_id, *answer);
            }
        }
        response
    }

    /// A copy with other answers to some items.
    pub fn with(&self, changes: &[(&str, Option<Answer>)]) -> Paper {
        let mut paper = self.clone();
        for (link_id, answer) in changes {
            paper.0[position(link_id)] = *answer;
        }
        paper
    }

    /// The answer to one item.
    pub fn get(&self, link_id: &str) -> Option<Answer> {
        self.0[position(link_id)]
    }

    /// The scored answers, as the rules read them.
    pub fn sheet(&self) -> ScoredAnswers {
        ScoredAnswers::read(questionnaire(), &self.response(), GapPolicy::PerItem)
    }

    /// The outputs and add-ons of the answers.
    pub fn outcome(&self) -> Outcome {
        let evaluation = Evaluation::of(questionnaire(), self.sheet());
        Outcome {
            outputs: evaluation.outputs,
            add_ons: evaluation.add_ons,
        }
    }
}

// Readable counterexamples: lists only answers that are not the mildest, as codes.
impl fmt::Debug for Paper {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = formatter.debug_map();
        for (item, answer) in questionnaire().items.iter().zip(&self.0) {
            match answer {
                Some(Answer::Chosen(options)) if *options == item.mildest() => {}
                Some(Answer::Chosen(options)) => {
                    let codes: Vec<&str> = options
                        .indices()
                        .map(|option| item.options[usize::from(option)])
                        .collect();
                    list.entry(&item.link_id.0, &codes);
                }
                Some(Answer::Unsure) => drop(list.entry(&item.link_id.0, &"unsure")),
                Some(Answer::Declined) => drop(list.entry(&item.link_id.0, &"declined")),
                None => drop(list.entry(&item.link_id.0, &"empty")),
            }
        }
        list.finish()
    }
}

/// The outputs, which a worse answer may only raise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub outputs: Outputs,
    pub add_ons: SortedSet<AddOn>,
}

impl Outcome {
    /// Whether no output is lower and no add-on is missing.
    pub fn is_at_or_above(&self, other: &Outcome) -> bool {
        at_or_above(self.outputs, other.outputs) && other.add_ons.is_subset(&self.add_ons)
    }
}

/// Whether none of the four outputs is lower.
pub fn at_or_above(one: Outputs, other: Outputs) -> bool {
    one.alert >= other.alert
        && one.first_step >= other.first_step
        && one.level >= other.level
        && one.urgency >= other.urgency
}

/// The item with this link id.
pub fn item(link_id: &str) -> &'static Item {
    &questionnaire().items[position(link_id)]
}

fn position(link_id: &str) -> usize {
    let found = questionnaire()
        .items
        .iter()
        .position(|item| item.link_id.0 == link_id);
    found.unwrap_or_else(|| panic!("no item {link_id}"))
}

/// A definite answer by option codes.
pub fn chosen(link_id: &str, codes: &[&str]) -> Option<Answer> {
    let item = item(link_id);
    let indices = codes.iter().map(|code| {
        item.option_index(code)
            .unwrap_or_else(|| panic!("no option {code} in {link_id}"))
    });
    Some(Answer::Chosen(
        indices.map(Options::only).fold(Options(0), Options::with),
    ))
}

/// The three kinds of gaps: left empty, not sure, rather not say.
pub const NO_ANSWERS: [Option<Answer>; 3] = [None, Some(Answer::Unsure), Some(Answer::Declined)];

/// Items with their index and link id.
pub fn items() -> impl Iterator<Item = (ItemIndex, &'static Item, LinkId)> {
    let questionnaire: &'static Questionnaire = questionnaire();
    questionnaire
        .indexed_items()
        .map(|(index, item)| (index, item, item.link_id))
}

/// The definite answers one step worse than this one.
pub fn one_step_worse(item: &Item, now: Options) -> Vec<Options> {
    let all = item.all_options();
    match item.kind {
        ItemKind::ChooseOne | ItemKind::Scale => {
            let next = now.last().map_or(0, |option| option + 1);
            all.has(next)
                .then_some(Options::only(next))
                .into_iter()
                .collect()
        }
        ItemKind::ChooseMany => {
            let more = all.without(item.exclusive).without(now);
            let some = now.without(item.exclusive);
            more.indices()
                .map(|option| some.with(Options::only(option)))
                .collect()
        }
    }
}

/// Adds the substance of a `last-…` or `days-…` item to the chosen substances.
pub fn using(paper: &Paper, last: &str) -> Paper {
    let substance = chosen(
        "substances",
        &[last.trim_start_matches("last-").trim_start_matches("days-")],
    );
    let both = match (paper.get("substances"), substance) {
        (Some(Answer::Chosen(before)), Some(Answer::Chosen(this))) => {
            Some(Answer::Chosen(before.without(Options::only(0)).with(this)))
        }
        (_, substance) => substance,
    };
    paper.with(&[("substances", both)])
}
