//! Estimates how high a question is on a phone, from its words.

use super::schema::ItemEntry;
use super::words_files::{ItemText, QuestionnaireWords};

/// Width of the column on a phone of 360 CSS pixels, without the margins, in tenths of a pixel.
const COLUMN: usize = 3240;

/// Characters on a line of the title of a page.
const TITLE_LINE: usize = 26;

/// Most characters of a title that leaves room for "Why we ask" beside it.
const SHORT_TITLE: usize = 17;

/// Height of a line of the title, in CSS pixels.
const TITLE: u16 = 28;

/// Height of "Why we ask" below the title, in CSS pixels.
const WHY: u16 = 37;

/// Characters on a line of the question, which is bold and leaves room for "Skip".
const QUESTION_LINE: usize = 27;

/// Characters on a line of the hint.
const HINT_LINE: usize = 40;

/// Characters on a line inside an option that is as wide as the column.
const OPTION_LINE: usize = 35;

/// Width of a character of an option, in tenths of a pixel: a wide font, such as DejaVu Sans.
const CHARACTER: usize = 82;

/// Padding and border of an option beside its text, in tenths of a pixel.
const OPTION_EDGES: usize = 240;

/// Space between options, in tenths of a pixel.
const GAP: usize = 56;

/// Height of a line of text, in tenths of a pixel.
const LINE: usize = 212;

/// Height of an option of one line, in tenths of a pixel: a target for a thumb.
const OPTION: usize = 440;

/// Space above the hint, in tenths of a pixel.
const ABOVE_HINT: usize = 30;

/// Space above the options, in tenths of a pixel.
const ABOVE_OPTIONS: usize = 64;

/// Space between two questions, in tenths of a pixel.
const BETWEEN: usize = 144;

/// Estimates the height of the title of a page with several questions, in CSS pixels: the highest of these
/// languages, in both voices.
pub fn title_height(page: &str, languages: &[QuestionnaireWords]) -> u16 {
    let titles = languages.iter().filter_map(|words| words.pages.get(page));
    let titles = titles.flat_map(|text| [Some(&text.heading), text.heading_other.as_ref()]);
    let height = |title: &String| {
        let below = if title.chars().count() > SHORT_TITLE {
            WHY
        } else {
            0
        };
        let lines = u16::try_from(lines(title, TITLE_LINE)).unwrap_or(u16::MAX);
        TITLE.saturating_mul(lines).saturating_add(below)
    };
    titles.flatten().map(height).max().unwrap_or(0)
}

/// Estimates the height of a question among others on a screen 360 CSS pixels wide, in CSS pixels, with the
/// space above it: the highest of these languages, in both voices. A row of a table counts without the
/// question above the table. `tests/e2e/tests/question_heights.rs` measures the pages that come of it.
pub fn height(entry: &ItemEntry, languages: &[QuestionnaireWords]) -> u16 {
    let in_language = |words: &QuestionnaireWords| {
        let text = words.items.get(entry.link_id.get_ref())?;
        let (own, other) = text.options(&words.option_sets);
        let own = own?;
        let to_them = in_voice(entry, text, |code| own.get(code), |own, _| own);
        let of_them = in_voice(
            entry,
            text,
            |code| {
                other
                    .and_then(|other| other.get(code))
                    .or_else(|| own.get(code))
            },
            |own, other| other.unwrap_or(own),
        );
        Some(to_them.max(of_them))
    };
    let tenths = languages.iter().filter_map(in_language).max();
    u16::try_from(tenths.unwrap_or(0).div_ceil(10)).unwrap_or(u16::MAX)
}

fn in_voice<'a>(
    entry: &ItemEntry,
    text: &'a ItemText,
    option: impl Fn(&str) -> Option<&'a String>,
    voice: impl Fn(&'a str, Option<&'a str>) -> &'a str,
) -> usize {
    let question = match entry.table {
        None => voice(&text.text, text.other.as_deref()),
        Some(_) => &text.short,
    };
    let hint = text.hint.as_deref();
    let hint = hint.map(|hint| lines(voice(hint, text.hint_other.as_deref()), HINT_LINE));
    // The same sentence for every choice of several: one line.
    let hint = hint.or_else(|| (entry.kind.get_ref() == "choose-many").then_some(1));
    let options = entry
        .options
        .iter()
        .filter_map(|code| option(code.get_ref()));
    let of_hint = hint.map_or(0, |lines| {
        lines.saturating_mul(LINE).saturating_add(ABOVE_HINT)
    });
    [
        BETWEEN,
        lines(question, QUESTION_LINE).saturating_mul(LINE),
        of_hint,
        ABOVE_OPTIONS,
        rows(options),
    ]
    .into_iter()
    .fold(0, usize::saturating_add)
}

/// Estimates the height of options that stand side by side where they fit.
fn rows<'a>(options: impl Iterator<Item = &'a String>) -> usize {
    let (mut above, mut row, mut used) = (0_usize, 0_usize, 0_usize);
    for option in options {
        let lines = lines(option, OPTION_LINE);
        let (width, height) = if lines > 1 {
            (COLUMN, lines.saturating_mul(LINE).saturating_add(100))
        } else {
            let text = option.chars().count().saturating_mul(CHARACTER);
            (text.saturating_add(OPTION_EDGES).min(COLUMN), OPTION)
        };
        let beside = used.saturating_add(GAP).saturating_add(width);
        if used > 0 && beside <= COLUMN {
            (row, used) = (row.max(height), beside);
        } else {
            above = above.saturating_add(row);
            above = above.saturating_add(if used > 0 { GAP } else { 0 });
            (row, used) = (height, width);
        }
    }
    above.saturating_add(row)
}

/// Counts the lines of a text that breaks between words.
fn lines(text: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1_usize, 0_usize);
    for word in text.split_whitespace() {
        let length = word.chars().count();
        let beside = used.saturating_add(1).saturating_add(length);
        if used > 0 && beside <= room {
            used = beside;
        } else {
            lines = lines.saturating_add(usize::from(used > 0));
            used = length;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, rows};

    #[test]
    fn text_breaks_between_words() {
        assert_eq!(lines("", 10), 1);
        assert_eq!(lines("one two", 7), 1);
        assert_eq!(lines("one two", 6), 2);
        assert_eq!(lines("a word of thirtycharacters", 10), 2);
    }

    #[test]
    fn options_stand_side_by_side_where_they_fit() {
        let height = |options: &[&str]| {
            let options: Vec<String> = options.iter().map(|text| (*text).to_owned()).collect();
            rows(options.iter())
        };
        assert_eq!(height(&["No", "Yes"]), 440);
        assert_eq!(
            height(&["No", "It does not apply to me", "Yes, and it is there"]),
            2 * 440 + 56
        );
        let long = "Guns or pills, and other means that are within reach";
        assert_eq!(height(&["No", long]), 440 + 56 + 2 * 212 + 100);
    }
}
