//! Writes header configuration files for each kind of server.

use std::path::Path;

use serde_json::Value;
use site::hosting::{Hosting, Inline, ServerKind};
use site::partners;

use super::{read_text, write, write_folder};
use command_support::failure::Failure;

/// Folder of these files, next to the page.
const FOLDER: &str = "headers";

/// Writes the files for every kind of server. `site.json` lists the sites that may frame the check; people
/// who build from source edit it, most others use the setup page. `inline` has the digests of the page's inline code.
pub fn add(staging: &Path, inline: Inline) -> Result<(), Failure> {
    let site = staging.join("site.json");
    let text = read_text(&site)?;
    let partners = partners(allowed(&text).iter().map(String::as_str));
    let hosting = Hosting::at("/", partners).with_inline(inline);
    let folder = staging.join(FOLDER);
    write_folder(&folder)?;
    for file in ServerKind::ALL
        .into_iter()
        .flat_map(|kind| kind.files(&hosting))
    {
        write(&folder.join(file.name), &file.text)?;
    }
    Ok(())
}

/// Partners listed in `site.json`.
fn allowed(site: &str) -> Vec<String> {
    let site: Value = serde_json::from_str(site).unwrap_or_default();
    let listed = site.get("partners").and_then(Value::as_array);
    let texts = listed
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.as_str().map(str::to_owned));
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_come_from_the_settings() {
        let site = r#"{ "partners": ["https://partner.example", 7] }"#;
        assert_eq!(allowed(site), ["https://partner.example"]);
        assert_eq!(allowed("{}"), [""; 0]);
        assert_eq!(allowed("nonsense"), [""; 0]);
    }
}
