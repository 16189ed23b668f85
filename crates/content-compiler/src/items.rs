//! Compiles items: options, values of missing answers, bounds by arithmetic. `enable_when` is
//! compiled later, as it may refer to named conditions.

use super::compile::{entries, find, leak, leak_text, sources};
use super::heights::height;
use super::logic::{LoadedFile, Logic};
use super::problem::{Problem, Text};
use super::schema::{ItemEntry, ItemsFile};
use super::suggestion::unknown;
use assessment::{
    Item, ItemAnswers, ItemIndex, ItemKind, LinkId, Options, PageIndex, RaisedBy, UnsureAs,
};
use toml::Spanned;

/// Compiles every item, in order.
pub fn compile(logic: &Logic, problems: &mut Vec<Problem>) -> Vec<Item> {
    let mut compiler = ItemCompiler {
        logic,
        items: Vec::new(),
        problems,
    };
    for file in &logic.items {
        compiler.file(file);
    }
    let mut items = compiler.items;
    bounds(logic, &mut items, problems);
    items
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
        let Some(page) = page.and_then(|index| u16::try_from(index).ok()) else {
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
            let index = option_index(&codes, code.get_ref());
            if index.is_none() {
                let message = unknown("option", code.get_ref(), codes.iter().copied());
                problems.push(text.problem_at(code.span().start, message));
            }
            index
        };
        let unsure = own(&entry.unsure_as, self.problems).unwrap_or(0);
        let exclusive = entry
            .exclusive
            .iter()
            .filter_map(|code| own(code, self.problems));
        let exclusive = exclusive.map(Options::only).fold(Options(0), Options::with);
        let instead = entry.unsure_if.as_ref().and_then(|unsure| {
            let option = own(&unsure.unsure_as, self.problems)?;
            let when = self.answers(text, &unsure.item, &unsure.any_of)?;
            Some((when, option))
        });
        let signs = entry.signs.iter();
        let signs = signs.filter_map(|code| own(code, self.problems));
        let signs = signs.map(Options::only).fold(Options(0), Options::with);
        let skipped = entry.skip_as.as_ref();
        let skipped = skipped.and_then(|code| own(code, self.problems));
        let hidden_as = entry.hidden_as.as_ref();
        let hidden_as = hidden_as.and_then(|code| own(code, self.problems));
        Some(Item {
            link_id: LinkId(leak_text(entry.link_id.get_ref())),
            code: leak_text(entry.code.get_ref()),
            kind,
            page: PageIndex(page),
            height: height(entry, &self.logic.languages),
            table: entry.table.as_deref().map(leak_text),
            group: entry.group.as_deref().map(leak_text),
            options: leak(codes.iter().copied().map(leak_text).collect()),
            first_rank: entry.first_rank,
            exclusive,
            unsure_as: UnsureAs {
                option: unsure,
                skipped: skipped.unwrap_or(unsure),
                instead,
            },
            signs,
            enable_when: None,
            hidden_as,
            raised_by: &[],
            takes_rows_away: entry.takes_rows_away,
            rated: entry.unrated.is_none(),
            sensitive: entry.sensitive,
            sources: sources(&entry.sources),
        })
    }

    fn answers(
        &mut self,
        text: &Text,
        item: &Spanned<String>,
        any_of: &[Spanned<String>],
    ) -> Option<ItemAnswers> {
        let (index, other) = self.earlier(text, item)?;
        let mut options = Options(0);
        for code in any_of {
            match other.option_index(code.get_ref()) {
                Some(option) => options = options.with(Options::only(option)),
                None => self.report(
                    text,
                    code,
                    unknown("option", code.get_ref(), other.options.iter().copied()),
                ),
            }
        }
        Some(ItemAnswers {
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

/// Compiles bounds by arithmetic, from an earlier item or a later one on the same page.
fn bounds(logic: &Logic, items: &mut [Item], problems: &mut Vec<Problem>) {
    for (text, entry) in entries(logic) {
        let Some((own, item)) = find(items, entry.link_id.get_ref()) else {
            continue;
        };
        let mut raised_by = Vec::new();
        for bound in &entry.raised_by {
            let mut report = |at: &Spanned<String>, message: String| {
                problems.push(text.problem_at(at.span().start, message));
            };
            let Some((index, other)) = find(items, bound.item.get_ref()) else {
                let known = items.iter().map(|item| item.link_id.0);
                report(&bound.item, unknown("item", bound.item.get_ref(), known));
                continue;
            };
            if index > own && other.page != item.page {
                let name = bound.item.get_ref();
                let message = format!(
                    "'{name}' is asked on a later page; refer only to earlier items, or to one on the same page."
                );
                report(&bound.item, message);
            }
            let from = other.option_index(bound.from.get_ref());
            if from.is_none() {
                let known = other.options.iter().copied();
                report(&bound.from, unknown("option", bound.from.get_ref(), known));
            }
            let to = item.option_index(bound.to.get_ref());
            if to.is_none() {
                let known = item.options.iter().copied();
                report(&bound.to, unknown("option", bound.to.get_ref(), known));
            }
            if let (Some(from), Some(to)) = (from, to) {
                raised_by.push(RaisedBy {
                    item: index,
                    from: other.rank_of_option(from),
                    to: item.rank_of_option(to),
                });
            }
        }
        if let Some(slot) = items.get_mut(usize::from(own.0)) {
            slot.raised_by = leak(raised_by);
        }
    }
}

fn option_index(codes: &[&str], code: &str) -> Option<u8> {
    codes
        .iter()
        .position(|known| *known == code)
        .and_then(|index| u8::try_from(index).ok())
}
