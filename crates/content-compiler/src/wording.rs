//! Compiles the words of one locale into the single file that the page loads.

use std::collections::BTreeMap;
use std::path::Path;

use super::compile::leak_text;
use super::crisis;
use super::levels::{LevelEntry, LevelsFile};
use super::logic::{LoadedFile, Logic, load};
use super::minutes;
use super::problem::Problem;
use super::week::WeekEntry;
use super::words_check::RATINGS;
use super::words_files::{AdviceWords, WordsFiles};
use assessment::{AddOn, Advice, Dimension, HeldAdvice, Questionnaire, Urgency};
use i18n::phrases::Phrases;
use i18n::{
    AddOnWords, HeadlineWords, HelpWords, ItemWords, LevelWords, Line, Named, Said, SaidList, Words,
};
use toml::Spanned;

/// Advice that waits for review with its words in one language. No file that a visitor loads has them.
pub fn held(
    folder: &Path,
    locale: &str,
    held: &[HeldAdvice],
    problems: &mut Vec<Problem>,
) -> Option<Vec<(HeldAdvice, AddOnWords)>> {
    let file = load(folder, &format!("words/{locale}/advice.toml"), problems)?;
    let with_words = held
        .iter()
        .map(|held| advice_words(&file, &held.advice).map(|words| (*held, words)));
    with_words.collect()
}

fn advice_words(file: &LoadedFile<AdviceWords>, advice: &Advice) -> Option<AddOnWords> {
    let text = file.body.advice.get(advice.id)?;
    Some(AddOnWords {
        title: said(&text.title, text.title_other.as_deref()),
        text: said(&text.text, text.other.as_deref()),
    })
}

fn said(text: &str, other: Option<&str>) -> Said {
    Said(leak_text(text), other.map(leak_text))
}

/// Compiles the words of one locale. `words_check` guarantees completeness; a missing text is still
/// reported as a problem, never compiled to an empty text.
pub fn compile(
    folder: &Path,
    locale: &str,
    logic: &Logic,
    questionnaire: &Questionnaire,
    problems: &mut Vec<Problem>,
) -> Option<Words> {
    let files = WordsFiles::read(folder, locale, problems)?;
    let help = crisis::help(folder, problems)?;
    let lines = &files.lines;
    // Help screens name lines of the United States; another country may have none in that place.
    let is_known = |name: &str| lines.body.line.iter().any(|line| line.place() == name);
    let optional = |text: &Option<String>| text.as_deref().map(leak_text);
    let said = |text: &str, other: &Option<String>| said(text, other.as_deref());
    let list_of = |texts: &[String]| -> Vec<&'static str> {
        texts.iter().map(|text| leak_text(text)).collect()
    };
    let list_said =
        |texts: &[String], others: Option<&[String]>| SaidList(list_of(texts), others.map(list_of));
    let body = &files.questionnaire.body;
    let names = |lines: &[Spanned<String>]| -> Vec<&'static str> {
        lines.iter().map(|line| leak_text(line.get_ref())).collect()
    };
    let known = |lines: &[Spanned<String>]| -> Vec<&'static str> {
        let mut names = names(lines);
        names.retain(|name| is_known(name));
        names
    };
    let facts: LoadedFile<LevelsFile> = load(folder, "levels.toml", problems)?;
    let items = questionnaire.items.iter().map(|item| {
        let text = body.items.get(item.link_id.0)?;
        let (own, other) = text.options(&body.option_sets);
        let option = |code: &&str| {
            let other = other
                .and_then(|other| other.get(*code))
                .map(|text| leak_text(text));
            own.and_then(|own| own.get(*code))
                .map(|own| Said(leak_text(own), other))
        };
        Some(ItemWords {
            text: said(&text.text, &text.other),
            short: leak_text(&text.short),
            hint: text.hint.as_ref().map(|hint| said(hint, &text.hint_other)),
            why: said(&text.why, &text.why_other),
            options: item.options.iter().map(option).collect::<Option<_>>()?,
        })
    });
    let items: Vec<ItemWords> = items.collect::<Option<_>>()?;
    let reasons = &files.reasons.body.reasons;
    let reasons = questionnaire.rules.iter().map(|rule| {
        reasons
            .get(rule.id.0)
            .map(|reason| said(&reason.text, &reason.other))
    });
    let headlines = files.headlines.body.headlines.iter().map(|(code, text)| {
        let words = HeadlineWords {
            title: said(&text.title, &text.title_other),
            lead: said(&text.lead, &text.lead_other),
            first_step: text.first_step.as_deref().map(leak_text),
            today: list_said(
                &text.today,
                text.today_other.as_ref().map(<[String; 3]>::as_slice),
            ),
        };
        (leak_text(code), words)
    });
    let week = |code: &str, of: fn(&LevelEntry) -> Option<&WeekEntry>| {
        let mut entries = facts.body.level.iter();
        let entry = entries.find(|level| level.code.get_ref() == code);
        let week = entry.and_then(of).map(WeekEntry::letters);
        let parts = week.into_iter().flatten();
        parts.map(|part| leak_text(&part)).collect::<Vec<_>>()
    };
    let levels = files.levels.body.levels.iter().map(|(code, text)| {
        let words = LevelWords {
            name: leak_text(&text.name),
            in_a_sentence: leak_text(&text.in_a_sentence),
            what: said(&text.what, &text.what_other),
            hours: leak_text(&text.hours),
            nights: leak_text(&text.nights),
            length: leak_text(&text.length),
            visit: leak_text(&text.visit),
            day: leak_text(&text.day),
            medical: leak_text(&text.medical),
            asks: leak_text(&text.asks),
            week: week(code, |level| level.week.as_ref()),
            evening_week: week(code, |level| level.evening_week.as_ref()),
            who: said(&text.who, &text.who_other),
            happens: list_said(&text.happens, text.happens_other.as_deref()),
            good: list_of(&text.good),
            hard: list_of(&text.hard),
            sources: facts
                .body
                .level
                .iter()
                .filter(|level| level.code.get_ref() == code)
                .flat_map(|level| names(&level.sources))
                .collect(),
        };
        (leak_text(code), words)
    });
    let add_ons = AddOn::ALL.iter().map(|add_on| {
        let text = files.add_ons.body.add_ons.get(add_on.code())?;
        Some(AddOnWords {
            title: said(&text.title, &text.title_other),
            text: said(&text.text, &text.other),
        })
    });
    let advice = questionnaire.advice.iter();
    let advice = advice.map(|advice| {
        if files.left_out.contains(advice.id) {
            return Some(AddOnWords::left_out());
        }
        advice_words(&files.advice, advice)
    });
    let take_along = &files.take_along.body.take_along;
    let help_words = &files.help.body.help;
    let screens = help.body.help.iter().map(|screen| {
        let text = help_words.get(screen.id.get_ref())?;
        let words = HelpWords {
            title: said(&text.title, &text.title_other),
            lead: said(&text.lead, &text.lead_other),
            say: text.say.as_ref().map(|say| said(say, &text.say_other)),
            steps: list_said(&text.steps, text.steps_other.as_deref()),
            lines: known(&screen.lines),
            more: known(&screen.more),
        };
        Some((leak_text(screen.id.get_ref()), words))
    });
    let rows = lines.body.line.iter().map(|line| {
        let text = files.crisis.body.lines.get(line.id.get_ref())?;
        let words = Line {
            name: leak_text(&text.name),
            note: leak_text(&text.note),
            hours: optional(&text.hours),
            languages: optional(&text.languages),
            call: optional(&line.call),
            text: optional(&line.text),
            text_body: optional(match &text.text_body {
                Some(_) => &text.text_body,
                None => &line.text_body,
            }),
            web: optional(&line.web),
            checked_on: leak_text(line.checked_on.get_ref()),
        };
        Some((leak_text(line.place()), words))
    });
    let in_order = |codes: &[&str], texts: &BTreeMap<String, String>| {
        codes
            .iter()
            .map(|code| texts.get(*code).map(|text| leak_text(text)))
            .collect::<Option<Vec<_>>>()
    };
    let first = &files.headlines.body;
    let urgency: Vec<&str> = Urgency::ALL.iter().map(|urgency| urgency.code()).collect();
    let dimensions: Vec<&str> = Dimension::ALL
        .iter()
        .map(|dimension| dimension.code())
        .collect();
    let phrases = &files.phrases.body.phrases;
    let phrases = Phrases::by_name(|name| phrases.get(name).map(|text| leak_text(text)))?;
    let pages = questionnaire.pages.iter().map(|page| {
        body.pages
            .get(page.id)
            .map(|text| said(&text.heading, &text.heading_other))
    });
    let checked = lines
        .body
        .line
        .iter()
        .map(|line| line.checked_on.get_ref())
        .min();
    let of_rules = questionnaire
        .rules
        .iter()
        .flat_map(|rule| rule.sources)
        .map(|source| source.0);
    let of_levels = facts.body.level.iter().flat_map(|level| &level.sources);
    let of_levels = of_levels.map(|source| source.get_ref().as_str());
    let of_advice = questionnaire
        .advice
        .iter()
        .flat_map(|advice| advice.sources);
    let of_advice = of_advice.map(|source| source.0);
    let used: Vec<&str> = of_rules.chain(of_levels).chain(of_advice).collect();
    let sources = logic
        .sources
        .body
        .source
        .iter()
        .filter(|source| used.contains(&source.id.get_ref().as_str()));
    let reviewed = [
        &files.questionnaire.body.status,
        &files.reasons.body.status,
        &files.levels.body.status,
        &files.headlines.body.status,
        &files.add_ons.body.status,
        &files.advice.body.status,
        &files.take_along.body.status,
        &files.help.body.status,
        &files.crisis.body.status,
        &files.phrases.body.status,
    ];

    let mut words = Words {
        locale: leak_text(locale),
        written_for: leak_text(&Words::fits(questionnaire)),
        draft: reviewed
            .iter()
            .any(|status| *status != "reviewed")
            .then_some("draft"),
        minutes: "",
        minutes_to_first_view: "",
        lines_checked_on: leak_text(checked?),
        phrases,
        sections: in_order(questionnaire.sections, &body.sections)?,
        pages: pages.collect::<Option<_>>()?,
        items,
        reasons: reasons.collect::<Option<_>>()?,
        headlines: Named(headlines.collect()),
        levels: Named(levels.collect()),
        add_ons: add_ons.collect::<Option<_>>()?,
        advice: advice.collect::<Option<_>>()?,
        questions: list_of(&take_along.questions),
        look_for: list_of(&take_along.look_for),
        help: Named(screens.collect::<Option<_>>()?),
        urgency: in_order(&urgency, &first.urgency)?,
        ratings: in_order(&RATINGS, &first.ratings)?,
        dimensions: in_order(&dimensions, &first.dimensions)?,
        lines: Named(rows.collect::<Option<_>>()?),
        everywhere: known(&help.body.everywhere),
        sources: Named(
            sources
                .map(|source| (leak_text(source.id.get_ref()), leak_text(&source.title)))
                .collect(),
        ),
    };
    let answers = logic.manifest.body.typical.iter();
    let answers =
        answers.map(|(name, option)| (name.get_ref().as_str(), option.get_ref().as_str()));
    let typical = minutes::typical(questionnaire, answers);
    words.minutes = leak_text(&minutes::minutes(questionnaire, &typical, &words).to_string());
    let first_view = minutes::minutes_to_first_view(questionnaire, &typical, &words);
    words.minutes_to_first_view = leak_text(&first_view.to_string());
    Some(words)
}
