//! Compiles the content files to a [`Questionnaire`], and reports every problem.

use super::advice_file;
use super::display_file;
use super::heights::title_height;
use super::items;
use super::logic::{LoadedFile, Logic};
use super::problem::{Problem, Text};
use super::rules::RuleCompiler;
use super::schema::{ItemEntry, Manifest, PageEntry};
use super::suggestion::unknown;
use assessment::{
    Edition, HeldAdvice, HelpId, Item, ItemIndex, LinkId, Page, Questionnaire, Roles, Rule, RuleId,
    SourceId,
};
use toml::Spanned;

/// What a content folder compiles to.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// What a visitor meets.
    pub questionnaire: Questionnaire,
    /// Advice that waits for review.
    pub held: Vec<HeldAdvice>,
}

/// Compiles the logic. Every problem is reported; what could not be understood is left out.
pub fn compile(logic: &Logic, problems: &mut Vec<Problem>) -> Compiled {
    let manifest = &logic.manifest;
    let mut items = items::compile(logic, problems);
    let without_conditions = items.clone();
    let mut compiler = RuleCompiler::new(&without_conditions, &logic.rules, problems);
    for (text, entry) in entries(logic) {
        let index = items
            .iter()
            .position(|item| item.link_id.0 == entry.link_id.get_ref());
        let item = index.and_then(|index| items.get_mut(index));
        if let (Some(item), Some(when)) = (item, &entry.enable_when) {
            item.enable_when = compiler.branching(text, item.link_id, when);
        }
    }
    for file in &logic.rules {
        compiler.file(file);
    }
    let advice = advice_file::compile(&mut compiler, &logic.advice, &logic.sign_offs.body);
    let display = display_file::compile(&mut compiler, &logic.display);
    let roles = roles(manifest, &mut compiler);
    let edition = edition(manifest, &mut compiler);
    let rules: &'static [Rule] = leak(compiler.finish());
    let section_of = |page: &PageEntry| {
        let named = manifest.body.section.iter();
        named
            .map(|section| section.id.get_ref())
            .position(|id| id == page.section.get_ref())
    };
    let pages = manifest.body.page.iter().map(|page| {
        if section_of(page).is_none() {
            let known = manifest
                .body
                .section
                .iter()
                .map(|section| section.id.get_ref().as_str());
            problems.push(manifest.text.problem_at(
                page.section.span().start,
                unknown("section", page.section.get_ref(), known),
            ));
        }
        Page {
            id: leak_text(page.id.get_ref()),
            section: section_of(page)
                .and_then(|index| u16::try_from(index).ok())
                .unwrap_or(0),
            after_result: page.after_result,
            title_height: title_height(page.id.get_ref(), &logic.languages),
        }
    });
    let pages = pages.collect();
    let renamed = manifest.body.renamed.iter();
    let questionnaire = Questionnaire {
        url: leak_text(&manifest.body.url),
        version: leak_text(&manifest.body.version),
        review_by: leak_text(&manifest.body.review_by),
        sections: leak(
            manifest
                .body
                .section
                .iter()
                .map(|section| leak_text(section.id.get_ref()))
                .collect(),
        ),
        pages: leak(pages),
        items: leak(items),
        rules,
        advice: leak(advice.released),
        headlines: leak(display.headlines),
        guidance: leak(display.guidance),
        talk_first: display.talk_first,
        gives_way: leak(display.gives_way),
        roles,
        edition,
        renamed: leak(
            renamed
                .map(|[old, new]| (LinkId(leak_text(old)), LinkId(leak_text(new))))
                .collect(),
        ),
    };
    Compiled {
        questionnaire,
        held: advice.held,
    }
}

/// Iterates over all item entries in order, with their file.
pub(super) fn entries(logic: &Logic) -> impl Iterator<Item = (&Text, &ItemEntry)> {
    let files = logic.items.iter();
    files.flat_map(|file| file.body.item.iter().map(|entry| (&file.text, entry)))
}

fn edition(manifest: &LoadedFile<Manifest>, compiler: &mut RuleCompiler<'_>) -> Edition {
    let (text, entry) = (&manifest.text, &manifest.body.edition);
    let asked_again = entry.asked_again.iter();
    let asked_again = asked_again.filter_map(|name| compiler.item(text, name));
    let asked_again: Vec<LinkId> = asked_again.map(|(_, item)| item.link_id).collect();
    let mut options = Vec::new();
    for (name, renamed) in &entry.options {
        let Some((_, item)) = compiler.item(text, name) else {
            continue;
        };
        for (old, new) in renamed {
            if item.option_index(new.get_ref()).is_none() {
                let known = item.options.iter().copied();
                compiler.report(text, new, unknown("option", new.get_ref(), known));
            }
            options.push((item.link_id, leak_text(old), leak_text(new.get_ref())));
        }
    }
    let retired = entry.retired.iter();
    Edition {
        since: leak_text(&entry.since),
        asked_again: leak(asked_again),
        retired: leak(retired.map(|name| leak_text(name.get_ref())).collect()),
        options: leak(options),
    }
}

fn roles(manifest: &LoadedFile<Manifest>, compiler: &mut RuleCompiler<'_>) -> Roles {
    let named = &manifest.body.roles;
    for (name, option) in &manifest.body.typical {
        let found = compiler.item(&manifest.text, name);
        if let Some((_, item)) =
            found.filter(|(_, item)| item.option_index(option.get_ref()).is_none())
        {
            let known = item.options.iter().copied();
            compiler.report(
                &manifest.text,
                option,
                unknown("option", option.get_ref(), known),
            );
        }
    }
    let mut find = |name: &Spanned<String>| {
        let found = compiler.item(&manifest.text, name);
        found.map_or(ItemIndex(0), |(index, _)| index)
    };
    Roles {
        person: find(&named.person),
        danger: find(&named.danger),
    }
}

/// Finds a compiled item by link id.
pub(super) fn find(items: &[Item], name: &str) -> Option<(ItemIndex, Item)> {
    let indexed = (0..).map(ItemIndex).zip(items);
    indexed
        .map(|(index, item)| (index, *item))
        .find(|(_, item)| item.link_id.0 == name)
}

/// Converts source ids.
pub(super) fn sources(entries: &[Spanned<String>]) -> &'static [SourceId] {
    leak(
        entries
            .iter()
            .map(|source| SourceId(leak_text(source.get_ref())))
            .collect(),
    )
}

/// Converts the id of a help screen.
pub(super) fn help_id(name: &str) -> HelpId {
    HelpId(leak_text(name))
}

/// Converts the id of a rule.
pub(super) fn rule_id(name: &str) -> RuleId {
    RuleId(leak_text(name))
}

/// Leaks a list to get a `'static` slice: content is loaded once and never freed.
pub(super) fn leak<T>(list: Vec<T>) -> &'static [T] {
    Vec::leak(list)
}

/// Leaks a text to get a `&'static str`.
pub(super) fn leak_text(text: &str) -> &'static str {
    String::leak(text.to_owned())
}
