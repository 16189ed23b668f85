//! Builds the settings from the form, as the check will read them.

use assessment::LevelOfCare;
use site::{
    ContactWay, Encoding, JsonValue, MAX_ENTRIES, Site, Warning, WithdrawalCareKind, settings,
};

use super::choice::Ability;
use super::field::Field;
use super::model::Model;

/// Weekdays by their keys in the settings.
pub(super) const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Everything that was entered, whether valid or not.
pub fn draft(model: &Model) -> JsonValue {
    let mut top = Vec::new();
    for field in [
        Field::Name,
        Field::Phone,
        Field::TextNumber,
        Field::Email,
        Field::Address,
        Field::Logo,
    ] {
        put_text(&mut top, model, field);
    }
    let mut colors = Vec::new();
    for field in [Field::Accent, Field::AccentDark] {
        put_text(&mut colors, model, field);
    }
    put(&mut top, "colours", colors);
    put(&mut top, "programs", programs(model));
    put(&mut top, "hours", hours(model));
    put(&mut top, "contact", contact(model));
    for field in [
        Field::Consent,
        Field::Privacy,
        Field::Terms,
        Field::Report,
        Field::LeaveTo,
    ] {
        put_text(&mut top, model, field);
    }
    let partners: Vec<JsonValue> = model.partner_lines().map(text).collect();
    if !partners.is_empty() {
        top.push(("partners".to_owned(), JsonValue::List(partners)));
    }
    for (key, value) in &model.other_settings {
        if top.iter().all(|(there, _)| there != key) {
            top.push((key.clone(), value.clone()));
        }
    }
    JsonValue::Map(top)
}

/// The site for the preview. Leaves out the logo, because this page makes no request.
pub(super) fn previewed(model: &Model) -> Site {
    let (site, _) = settings(&usable(model));
    Site { logo: None, ..site }
}

/// The valid part of the draft.
pub(super) fn usable(model: &Model) -> JsonValue {
    let JsonValue::Map(mut top) = draft(model) else {
        return JsonValue::Map(Vec::new());
    };
    let (_, warnings) = settings(&JsonValue::Map(top.clone()));
    for warning in warnings {
        if let Warning::Unfit(key) = warning {
            leave_out(&mut top, &key);
        }
    }
    // The headers accept only origins, so the settings list nothing else.
    let hosting = model.hosting();
    top.retain(|(key, _)| key != "partners");
    if (1..=MAX_ENTRIES).contains(&hosting.partners.len()) {
        let partners = hosting.partners.iter().map(|origin| text(origin.as_str()));
        top.push(("partners".to_owned(), JsonValue::List(partners.collect())));
    }
    JsonValue::Map(top)
}

/// Serializes the settings as `site.json`, in the order of the form. `$schema` lets editors
/// validate later changes by hand.
pub fn site_json(model: &Model) -> String {
    let mut json = String::new();
    let mut entries = vec![("$schema".to_owned(), text("./site.schema.json"))];
    if let JsonValue::Map(usable) = usable(model) {
        entries.extend(usable);
    }
    write(&JsonValue::Map(entries), 0, &mut json);
    json.push('\n');
    json
}

/// Removes an invalid value. Hours and contact are removed as a whole.
fn leave_out(top: &mut Vec<(String, JsonValue)>, key: &str) {
    let (outer, inner) = match key.split_once('.') {
        Some((outer @ ("hours" | "contact"), _)) => (outer, None),
        Some((outer, inner)) => (outer, Some(inner)),
        None => (key, None),
    };
    let Some(inner) = inner else {
        top.retain(|(name, _)| name != outer);
        return;
    };
    for (_, value) in top.iter_mut().filter(|(name, _)| name == outer) {
        if let JsonValue::Map(entries) = value {
            entries.retain(|(name, _)| name != inner);
        }
    }
    top.retain(|(_, value)| *value != JsonValue::Map(Vec::new()));
}

fn programs(model: &Model) -> Vec<(String, JsonValue)> {
    let mut part = Vec::new();
    let levels = LevelOfCare::ALL
        .iter()
        .filter(|level| model.levels.contains(level));
    let levels: Vec<JsonValue> = levels.map(|level| text(level.code())).collect();
    if !levels.is_empty() || model.offers_no_level {
        part.push(("levels".to_owned(), JsonValue::List(levels)));
    }
    if let Some(code) = code(model.withdrawal_care) {
        part.push(("withdrawal_care".to_owned(), text(code)));
    }
    for ability in Ability::ALL {
        if let Some(offered) = model.abilities.get(&ability) {
            part.push((ability.key().to_owned(), JsonValue::Flag(*offered)));
        }
    }
    put_text(&mut part, model, Field::Payment);
    put_text(&mut part, model, Field::Languages);
    part
}

/// Code of a kind of withdrawal care in the settings.
pub(super) fn code(kind: WithdrawalCareKind) -> Option<&'static str> {
    match kind {
        WithdrawalCareKind::NotSaid => None,
        WithdrawalCareKind::None => Some("none"),
        WithdrawalCareKind::Outpatient => Some("outpatient"),
        WithdrawalCareKind::AroundTheClock => Some("around-the-clock"),
    }
}

fn hours(model: &Model) -> Vec<(String, JsonValue)> {
    if !model.has_hours() {
        return Vec::new();
    }
    let days = DAYS.iter().zip(model.days).filter(|(_, open)| *open);
    let (from, until) = (model.text(Field::From), model.text(Field::Until));
    let open: Vec<JsonValue> = days
        .map(|(day, _)| JsonValue::List(vec![text(day), text(from), text(until)]))
        .collect();
    // An empty list is valid and would mean that nobody ever answers.
    let open = if open.is_empty() {
        JsonValue::Other
    } else {
        JsonValue::List(open)
    };
    vec![
        ("zone".to_owned(), text(model.text(Field::Zone))),
        ("words".to_owned(), text(model.text(Field::HoursWords))),
        ("open".to_owned(), open),
    ]
}

fn contact(model: &Model) -> Vec<(String, JsonValue)> {
    let endpoint = model.text(Field::Endpoint);
    if endpoint.is_empty() && model.ways.is_empty() {
        return Vec::new();
    }
    let ways = ContactWay::ALL
        .iter()
        .filter(|way| model.ways.contains(way))
        .map(|way| text(way.code()));
    let mut part = vec![
        ("endpoint".to_owned(), text(endpoint)),
        ("ways".to_owned(), JsonValue::List(ways.collect())),
    ];
    match model.encoding {
        Encoding::Json => {}
        Encoding::Form => part.push(("encoding".to_owned(), text(model.encoding.code()))),
    }
    part
}

fn text(text: &str) -> JsonValue {
    JsonValue::Text(text.to_owned())
}

fn put(top: &mut Vec<(String, JsonValue)>, key: &str, part: Vec<(String, JsonValue)>) {
    if !part.is_empty() {
        top.push((key.to_owned(), JsonValue::Map(part)));
    }
}

fn put_text(part: &mut Vec<(String, JsonValue)>, model: &Model, field: Field) {
    let Some(key) = field.key() else {
        return;
    };
    let key = key.rsplit('.').next().unwrap_or(key);
    if model.text(field).is_empty() {
        return;
    }
    let value = if field.is_list() {
        let lines: Vec<JsonValue> = model.lines(field).map(text).collect();
        // The check rejects longer lists.
        if lines.len() > MAX_ENTRIES {
            JsonValue::Other
        } else {
            JsonValue::List(lines)
        }
    } else {
        // Join the lines of a text field into one text.
        text(&model.lines(field).collect::<Vec<_>>().join(" "))
    };
    part.push((key.to_owned(), value));
}

/// Serializes a value as JSON, with objects on several lines and lists on one.
fn write(value: &JsonValue, depth: usize, json: &mut String) {
    match value {
        JsonValue::Text(text) => {
            // Serializing a string cannot fail.
            json.push_str(&serde_json::to_string(text).unwrap_or_default());
        }
        JsonValue::Flag(flag) => json.push_str(if *flag { "true" } else { "false" }),
        JsonValue::Other => json.push_str("null"),
        JsonValue::List(entries) => {
            json.push('[');
            for (position, entry) in entries.iter().enumerate() {
                json.push_str(if position > 0 { ", " } else { "" });
                write(entry, depth, json);
            }
            json.push(']');
        }
        JsonValue::Map(entries) if entries.is_empty() => json.push_str("{}"),
        JsonValue::Map(entries) => {
            json.push('{');
            let deeper = depth.saturating_add(1);
            for (position, (key, value)) in entries.iter().enumerate() {
                json.push_str(if position > 0 { ",\n" } else { "\n" });
                json.push_str(&"  ".repeat(deeper));
                json.push_str(&serde_json::to_string(key).unwrap_or_default());
                json.push_str(": ");
                write(value, deeper, json);
            }
            json.push('\n');
            json.push_str(&"  ".repeat(depth));
            json.push('}');
        }
    }
}
