//! Turns the content files into what the assessment works with, and names every mistake on the way.

use super::advice_file;
use super::assessment::{
    EnableWhen, HelpId, Item, ItemIndex, ItemKind, LinkId, Options, Page, PageIndex, Questionnaire,
    RaisedBy, Rule, RuleId, SourceId, UnsureAs,
};
use super::logic::{LoadedFile, Logic};
use super::problem::{Problem, Text};
use super::rules::RuleCompiler;
use super::schema::{ItemEntry, ItemsFile, PageEntry};
use super::suggestion::unknown;
use toml::Spanned;

/// Compiles the logic. Every problem is reported; what could not be understood is left out.
pub fn compile(logic: &Logic, problems: &mut Vec<Problem>) -> Questionnaire {
    let manifest = &logic.manifest;
    let mut items = ItemCompiler {
        logic,
        items: Vec::new(),
        problems,
    };
    for file in &logic.items {
        items.file(file);
    }
    let items = items.items;
    let mut compiler = RuleCompiler::new(&items, &logic.rules, problems);
    for file in &logic.rules {
        compiler.file(file);
    }
    let advice = advice_file::compile(&mut compiler, &logic.advice);
    let rules: &'static [Rule] = keep(compiler.finish());
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
            id: keep_text(page.id.get_ref()),
            section: section_of(page)
                .and_then(|place| u16::try_from(place).ok())
                .unwrap_or(0),
        }
    });
    let pages = pages.collect();
    let renamed = manifest.body.renamed.iter();
    Questionnaire {
        url: keep_text(&manifest.body.url),
        version: keep_text(&manifest.body.version),
        review_by: keep_text(&manifest.body.review_by),
        sections: keep(
            manifest
                .body
                .section
                .iter()
                .map(|section| keep_text(section.id.get_ref()))
                .collect(),
        ),
        pages: keep(pages),
        items: keep(items),
        rules,
        advice: keep(advice),
        renamed: keep(
            renamed
                .map(|[old, new]| (LinkId(keep_text(old)), LinkId(keep_text(new))))
                .collect(),
        ),
    }
}

struct ItemCompiler<'a> {
    logic: &'a Logic,
    items: Vec<Item>,
    problems: &'a mut Vec<Problem>,
}

impl ItemCompiler<'_> {
    fn file(&mut self, file: &LoadedFile<ItemsFile>) {
        for entry in &file.body.item {
            if let Some(item) = self.item(&file.text, entry) {
                self.items.push(item);
            }
        }
    }

    fn item(&mut self, text: &Text, entry: &ItemEntry) -> Option<Item> {
        let kind = match entry.kind.get_ref().as_str() {
            "choose-one" => ItemKind::ChooseOne,
            "choose-many" => ItemKind::ChooseMany,
            "scale" => ItemKind::Scale,
            other => {
                self.report(
                    text,
                    &entry.kind,
                    unknown("kind", other, ["choose-one", "choose-many", "scale"]),
                );
                return None;
            }
        };
        if entry.options.len() > 32 || entry.options.is_empty() {
            self.report(
                text,
                &entry.link_id,
                "an item has 1 to 32 options; give it as many.",
            );
            return None;
        }
        let codes: Vec<&str> = entry
            .options
            .iter()
            .map(|code| code.get_ref().as_str())
            .collect();
        let pages = &self.logic.manifest.body.page;
        let page = pages
            .iter()
            .position(|page| page.id.get_ref() == entry.page.get_ref());
        let Some(page) = page.and_then(|place| u16::try_from(place).ok()) else {
            let known = pages.iter().map(|page| page.id.get_ref().as_str());
            self.report(
                text,
                &entry.page,
                unknown("page", entry.page.get_ref(), known),
            );
            return None;
        };
        if self
            .items
            .last()
            .is_some_and(|last| last.page > PageIndex(page))
        {
            self.report(
                text,
                &entry.page,
                "this page comes before the page of the item above; keep items in page order.",
            );
        }
        let own = |code: &Spanned<String>, problems: &mut Vec<Problem>| {
            let place = place(&codes, code.get_ref());
            if place.is_none() {
                let message = unknown("option", code.get_ref(), codes.iter().copied());
                problems.push(text.problem_at(code.span().start, message));
            }
            place
        };
        let unsure = own(&entry.unsure_as, self.problems).unwrap_or(0);
        let exclusive = entry
            .exclusive
            .iter()
            .filter_map(|code| own(code, self.problems));
        let exclusive = exclusive.map(Options::only).fold(Options(0), Options::with);
        let instead = entry.unsure_if.as_ref().and_then(|unsure| {
            let option = own(&unsure.unsure_as, self.problems)?;
            let when = self.enable(text, &unsure.item, &unsure.any_of)?;
            Some((when, option))
        });
        let enable_when: Vec<EnableWhen> = entry
            .enable_when
            .iter()
            .filter_map(|when| self.enable(text, &when.item, &when.any_of))
            .collect();
        let mut raised_by = Vec::new();
        for bound in &entry.raised_by {
            let Some((index, other)) = self.earlier(text, &bound.item) else {
                continue;
            };
            let from = other.place_of(bound.from.get_ref());
            if from.is_none() {
                let known = other.options.iter().copied();
                self.report(
                    text,
                    &bound.from,
                    unknown("option", bound.from.get_ref(), known),
                );
            }
            let to = place(&codes, bound.to.get_ref());
            if to.is_none() {
                let known = codes.iter().copied();
                self.report(
                    text,
                    &bound.to,
                    unknown("option", bound.to.get_ref(), known),
                );
            }
            if let (Some(from), Some(to)) = (from, to) {
                raised_by.push(RaisedBy {
                    item: index,
                    from: from.saturating_add(other.first_rank),
                    to: to.saturating_add(entry.first_rank),
                });
            }
        }
        Some(Item {
            link_id: LinkId(keep_text(entry.link_id.get_ref())),
            code: keep_text(entry.code.get_ref()),
            kind,
            page: PageIndex(page),
            table: entry.table.as_deref().map(keep_text),
            group: entry.group.as_deref().map(keep_text),
            options: keep(codes.iter().copied().map(keep_text).collect()),
            first_rank: entry.first_rank,
            exclusive,
            unsure_as: UnsureAs {
                option: unsure,
                instead,
            },
            enable_when: keep(enable_when),
            raised_by: keep(raised_by),
            takes_rows_away: entry.takes_rows_away,
            rated: entry.unrated.is_none(),
            sources: sources(&entry.sources),
        })
    }

    fn enable(
        &mut self,
        text: &Text,
        item: &Spanned<String>,
        any_of: &[Spanned<String>],
    ) -> Option<EnableWhen> {
        let (index, other) = self.earlier(text, item)?;
        let mut options = Options(0);
        for code in any_of {
            match other.place_of(code.get_ref()) {
                Some(place) => options = options.with(Options::only(place)),
                None => self.report(
                    text,
                    code,
                    unknown("option", code.get_ref(), other.options.iter().copied()),
                ),
            }
        }
        Some(EnableWhen {
            item: index,
            any_of: options,
        })
    }

    fn earlier(&mut self, text: &Text, item: &Spanned<String>) -> Option<(ItemIndex, Item)> {
        let name = item.get_ref();
        if let Some(found) = find(&self.items, name) {
            return Some(found);
        }
        let later = self.logic.items.iter().flat_map(|file| &file.body.item);
        let message = if later
            .map(|entry| entry.link_id.get_ref())
            .any(|id| id == name)
        {
            format!("'{name}' is asked later; refer only to items above this one.")
        } else {
            unknown("item", name, self.items.iter().map(|item| item.link_id.0))
        };
        self.report(text, item, message);
        None
    }

    fn report(&mut self, text: &Text, at: &Spanned<String>, message: impl Into<String>) {
        self.problems
            .push(text.problem_at(at.span().start, message));
    }
}

/// Finds a compiled item by name.
pub(super) fn find(items: &[Item], name: &str) -> Option<(ItemIndex, Item)> {
    let indexed = (0..).map(ItemIndex).zip(items);
    indexed
        .map(|(index, item)| (index, *item))
        .find(|(_, item)| item.link_id.0 == name)
}

/// Sources as the assessment keeps them.
pub(super) fn sources(entries: &[Spanned<String>]) -> &'static [SourceId] {
    keep(
        entries
            .iter()
            .map(|source| SourceId(keep_text(source.get_ref())))
            .collect(),
    )
}

/// A help screen's name as the assessment keeps it.
pub(super) fn help_id(name: &str) -> HelpId {
    HelpId(keep_text(name))
}

/// A rule's name as the assessment keeps it.
pub(super) fn rule_id(name: &str) -> RuleId {
    RuleId(keep_text(name))
}

fn place(codes: &[&str], code: &str) -> Option<u8> {
    codes
        .iter()
        .position(|known| *known == code)
        .and_then(|place| u8::try_from(place).ok())
}

/// Keeps a list for as long as the program runs: content is read once and never changes.
pub(super) fn keep<T>(list: Vec<T>) -> &'static [T] {
    Vec::leak(list)
}

/// Keeps a name for as long as the program runs.
pub(super) fn keep_text(text: &str) -> &'static str {
    String::leak(text.to_owned())
}
