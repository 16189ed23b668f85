//! Text of conditions that a person can check against the marked boxes.

use assessment::{Condition, ItemIndex, ItemKind, Options, Questionnaire, RiskRating, Scale};
use i18n::filling::fill;

use super::widening::{Wide, joined_up, opening};
use super::{Paper, joined};

/// Text form of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Telling {
    /// One of these answers to one of these questions.
    Answers(String, Vec<usize>),
    /// An earlier pattern.
    Pattern(usize),
    /// Not countable on paper, such as a rating.
    Uncounted,
    /// All of these.
    All(Vec<Telling>),
    /// At least one of these.
    Any(Vec<Telling>),
}

/// Formats a rule's condition.
pub(super) fn condition(paper: &Paper, condition: &Condition) -> Telling {
    match condition {
        Condition::AnsweredAtLeast(index, rank) => {
            let Some(item) = paper.questionnaire.item(*index) else {
                return Telling::Uncounted;
            };
            let reached = |position: &u8| item.rank_of_option(*position) >= *rank;
            let options = item.all_options().indices().filter(reached);
            let options = options.fold(Options::default(), |all, position| {
                all.with(Options::only(position))
            });
            match item.kind {
                // A minimum of several signs has no single box.
                ItemKind::ChooseMany if *rank > 1 => Telling::Uncounted,
                ItemKind::ChooseOne | ItemKind::ChooseMany | ItemKind::Scale => {
                    lone(paper, *index, options)
                }
            }
        }
        Condition::AnsweredAnyOf(index, options) => lone(paper, *index, *options),
        Condition::RuleFired(rule) => match paper.questionnaire.rules.get(usize::from(rule.0)) {
            Some(rule) => match paper.pattern(rule) {
                Some(number) => Telling::Pattern(number),
                None => self::condition(paper, &rule.when),
            },
            None => Telling::Uncounted,
        },
        Condition::RatingAtLeast(scale, rating) => rated(paper, *scale, *rating),
        Condition::AnyUnknown(_) | Condition::CountAtLeast(..) => Telling::Uncounted,
        Condition::All(of) => all(of.iter().map(|one| self::condition(paper, one))),
        Condition::Any(of) => any(of.iter().map(|one| self::condition(paper, one))),
    }
}

/// Formats a rating as the answers that set it, if any single one of them does.
fn rated(paper: &Paper, scale: Scale, rating: RiskRating) -> Telling {
    let rules = paper.questionnaire.rules.iter();
    let rules = rules.filter(|rule| {
        let mut ratings = rule.then.ratings.iter();
        ratings.any(|(of, at)| scale.includes(*of) && *at >= rating)
    });
    let answers = joined_up(rules.map(|rule| any_one(&paper.questionnaire, &rule.when)));
    match answers {
        Some(answers) => any(answers
            .into_iter()
            .map(|(index, options)| lone(paper, index, options))),
        None => Telling::Uncounted,
    }
}

/// Answers of which any single one satisfies a condition; `None` if it takes several.
fn any_one(questionnaire: &Questionnaire, condition: &Condition) -> Option<Wide> {
    match condition {
        Condition::AnsweredAnyOf(index, options) => Some(vec![(*index, *options)]),
        Condition::AnsweredAtLeast(index, rank) => {
            let item = questionnaire.item(*index)?;
            let places = item.all_options().indices();
            let reached = places.filter(|position| item.rank_of_option(*position) >= *rank);
            let options = reached.map(Options::only).fold(Options(0), Options::with);
            (!options.is_empty()).then(|| vec![(*index, options)])
        }
        Condition::RuleFired(rule) => {
            let rule = questionnaire.rules.get(usize::from(rule.0))?;
            any_one(questionnaire, &rule.when)
        }
        Condition::Any(of) => joined_up(of.iter().map(|one| any_one(questionnaire, one))),
        Condition::All([one]) => any_one(questionnaire, one),
        Condition::All(_)
        | Condition::AnyUnknown(_)
        | Condition::RatingAtLeast(..)
        | Condition::CountAtLeast(..) => None,
    }
}

/// Formats when a question is asked: the answers of each clause with the numbers of their questions. An
/// empty list means always.
///
/// Paper cannot compute what the check computes, so it asks slightly more: of an `All` condition it states
/// only one part, and it omits conditions that exclude a question.
pub(super) fn clauses(paper: &Paper, own: ItemIndex) -> Vec<(String, Vec<usize>)> {
    let Some(answers) = opening(&paper.questionnaire, own) else {
        return Vec::new();
    };
    let clauses = answers
        .into_iter()
        .map(|(index, options)| lone(paper, index, options));
    let clauses = match any(clauses) {
        Telling::Any(of) => of,
        one @ (Telling::Answers(..)
        | Telling::Pattern(_)
        | Telling::Uncounted
        | Telling::All(_)) => vec![one],
    };
    let clauses = clauses.into_iter().filter_map(|clause| match clause {
        Telling::Answers(answers, questions) => Some((answers, questions)),
        Telling::Pattern(_) | Telling::Uncounted | Telling::All(_) | Telling::Any(_) => None,
    });
    clauses.collect()
}

fn lone(paper: &Paper, index: ItemIndex, options: Options) -> Telling {
    Telling::Answers(
        answers(paper, index, options),
        vec![paper.order.number(index)],
    )
}

/// Formats answers to one question as briefly as possible; includes "Not sure" and "Rather not say" if they
/// count as one of them.
fn answers(paper: &Paper, index: ItemIndex, options: Options) -> String {
    let (Some((item, _)), text) = (paper.item(index), paper.text()) else {
        return String::new();
    };
    let others = item.all_options().without(options);
    let instead = item.unsure_as.instead.map(|(_, option)| option);
    let counts =
        |option: u8| options.has(option) || instead.is_some_and(|instead| options.has(instead));
    let with_unsure = counts(item.unsure_as.option);
    let with_declined = counts(item.unsure_as.skipped);
    let with_both = with_unsure && with_declined;
    let few_others = others.count() * 2 <= options.count() && !others.is_empty();
    match item.kind {
        ItemKind::ChooseMany if with_both && few_others => {
            let others = quoted(paper, index, others);
            let others = joined(&others, &text.or);
            return fill(&text.other_than, &[("answers", &others)]);
        }
        ItemKind::ChooseOne if with_both && is_tail(options, item.options.len()) => {
            let first = options.indices().next().map_or(Options(0), Options::only);
            let first = quoted(paper, index, first).concat();
            return fill(&text.or_after, &[("answer", &first)]);
        }
        ItemKind::ChooseOne | ItemKind::ChooseMany | ItemKind::Scale => {}
    }
    let mut named = quoted(paper, index, options);
    let phrases = &paper.words.phrases;
    for (counts, said) in [
        (with_unsure, phrases.unsure),
        (with_declined, phrases.declined),
    ] {
        if counts {
            named.push(format!("“{said}”"));
        }
    }
    joined(&named, &text.or)
}

/// Whether the options run up to the last one, so that only "Not sure" and "Rather not say" follow.
fn is_tail(options: Options, of: usize) -> bool {
    let places: Vec<u8> = options.indices().collect();
    let is_row = places.windows(2).all(|pair| match pair {
        [one, next] => *next == one + 1,
        _ => false,
    });
    let reaches = options.last().map(usize::from) == of.checked_sub(1);
    is_row && reaches
}

fn quoted(paper: &Paper, index: ItemIndex, options: Options) -> Vec<String> {
    let Some((_, words)) = paper.item(index) else {
        return Vec::new();
    };
    let texts = options
        .indices()
        .filter_map(|position| words.options.get(usize::from(position)));
    // The question itself shows the examples.
    let short = texts.map(|said| i18n::short_option(said.0));
    short.map(|text| format!("“{text}”")).collect()
}

fn all(of: impl Iterator<Item = Telling>) -> Telling {
    let mut flat = Vec::new();
    for telling in of {
        match telling {
            Telling::All(inner) => flat.extend(inner),
            Telling::Answers(..) | Telling::Pattern(_) | Telling::Uncounted | Telling::Any(_) => {
                flat.push(telling)
            }
        }
    }
    only_or(flat, Telling::All)
}

/// Merges equal answers of several questions.
fn any(of: impl Iterator<Item = Telling>) -> Telling {
    let mut flat: Vec<Telling> = Vec::new();
    for telling in of {
        let inner = match telling {
            Telling::Any(inner) => inner,
            Telling::Answers(..) | Telling::Pattern(_) | Telling::Uncounted | Telling::All(_) => {
                vec![telling]
            }
        };
        for telling in inner {
            merge(&mut flat, telling);
        }
    }
    only_or(flat, Telling::Any)
}

fn merge(into: &mut Vec<Telling>, telling: Telling) {
    if let Telling::Answers(answers, questions) = &telling {
        for known in into.iter_mut() {
            if let Telling::Answers(same, numbers) = known
                && same == answers
            {
                numbers.extend(questions);
                return;
            }
        }
    }
    if telling == Telling::Uncounted && into.contains(&telling) {
        return;
    }
    into.push(telling);
}

fn only_or(mut of: Vec<Telling>, several: fn(Vec<Telling>) -> Telling) -> Telling {
    match of.pop() {
        Some(only) if of.is_empty() => only,
        Some(last) => {
            of.push(last);
            several(of)
        }
        None => several(of),
    }
}
