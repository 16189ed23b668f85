//! Writes one output as an Observation.

use fhir::{JsonText, ORDINAL_VALUE};

/// Prefix of every `fullUrl`; two hexadecimal digits complete it. The UUIDs are constant, so that
/// they identify no person and no device.
const FULL_URL_PREFIX: &str = "urn:uuid:5d1c86f2-49a7-4b0e-8d53-b7e0a1f6c9";

/// `fullUrl` number of the response. The outputs follow it.
pub(super) const RESPONSE: u8 = 0;

/// FHIR code system of observation categories.
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";

/// One output to write as an Observation.
pub(super) struct Output<'a> {
    /// Code of the output.
    pub(super) code: &'a str,
    /// Text for the code.
    pub(super) label: &'a str,
    /// Code of the value.
    pub(super) value: &'a str,
    /// Rank of the value in its order of concern, if it has one.
    pub(super) rank: Option<u8>,
    /// Text for the value.
    pub(super) text: &'a str,
}

/// Writes the entries, and holds the texts that all Observations share.
pub(super) struct Writer<'a> {
    pub(super) system: String,
    pub(super) rules: String,
    pub(super) version: &'a str,
    pub(super) provenance: String,
    pub(super) notes: Vec<&'static str>,
    pub(super) authored: Option<&'a str>,
    pub(super) json: JsonText,
}

impl Writer<'_> {
    pub(super) fn begin_entry(&mut self, position: u8) {
        self.json.object();
        self.json.field("fullUrl", &full_url(position));
        self.json.key("resource");
    }

    pub(super) fn observation(&mut self, position: u8, output: &Output<'_>) {
        self.begin_entry(position);
        let json = &mut self.json;
        json.object();
        json.key("category");
        json.list();
        json.object();
        begin_coding(json, "survey");
        json.field("system", CATEGORY);
        end_coding(json);
        json.end_object();
        json.end_list();
        json.key("code");
        json.object();
        begin_coding(json, output.code);
        json.field("system", &self.system);
        end_coding(json);
        json.field("text", output.label);
        json.end_object();
        json.key("derivedFrom");
        json.list();
        json.object();
        json.field("reference", &full_url(RESPONSE));
        json.end_object();
        json.end_list();
        if let Some(authored) = self.authored {
            json.field("effectiveDateTime", authored);
        }
        // The rules and their version.
        json.key("method");
        json.object();
        begin_coding(json, "rules");
        json.field("system", &self.rules);
        json.field("version", self.version);
        end_coding(json);
        json.field("text", &self.provenance);
        json.end_object();
        json.key("note");
        json.list();
        for note in &self.notes {
            json.object();
            json.field("text", note);
            json.end_object();
        }
        json.end_list();
        json.field("resourceType", "Observation");
        json.field("status", "preliminary");
        json.key("valueCodeableConcept");
        json.object();
        begin_coding(json, output.value);
        json.field("display", output.text);
        if let Some(rank) = output.rank {
            json.key("extension");
            json.list();
            json.object();
            json.field("url", ORDINAL_VALUE);
            json.key("valueDecimal");
            json.number(rank);
            json.end_object();
            json.end_list();
        }
        json.field("system", &self.system);
        end_coding(json);
        json.field("text", output.text);
        json.end_object();
        json.end_object();
        json.end_object();
    }
}

/// Begins `coding`, a list of one.
fn begin_coding(json: &mut JsonText, code: &str) {
    json.key("coding");
    json.list();
    json.object();
    json.field("code", code);
}

fn end_coding(json: &mut JsonText) {
    json.end_object();
    json.end_list();
}

fn full_url(position: u8) -> String {
    let digit = |digit: u8| char::from_digit(u32::from(digit), 16).unwrap_or('0');
    let mut full_url = FULL_URL_PREFIX.to_owned();
    full_url.push(digit(position >> 4));
    full_url.push(digit(position & 0xf));
    full_url
}
