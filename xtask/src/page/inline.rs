//! The inline code of the check's page: what answers the first pages in the first round trip (decision 0031).

use std::path::Path;
use std::process::Command;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use site::hosting::manifest::{FILES, INLINE_SCRIPT};
use site::hosting::{Inline, Page, Tag};

use super::{first_style, read_text};
use crate::manifest::Served;
use crate::tools;
use crate::trunk::Profile;
use command_support::failure::Failure;
use command_support::program;
use command_support::workspace::Workspace;

const SCRIPT: [&str; 2] = ["<script>", "</script>"];
const STYLE: [&str; 2] = ["<style>", "</style>"];

/// The script, in its tags.
pub fn script(workspace: &Workspace, profile: Profile) -> Result<String, Failure> {
    let file = workspace.fixed(INLINE_SCRIPT);
    let text = match profile {
        Profile::Development => read_text(&file)?,
        Profile::Release => {
            let mut esbuild = Command::new(tools::esbuild(workspace)?);
            esbuild.arg(&file).args([
                "--minify",
                "--target=es2017",
                "--charset=ascii",
                "--log-level=warning",
            ]);
            let minified = workspace.target()?.join("pages").join(INLINE_SCRIPT);
            program::run(esbuild.arg(format!("--outfile={}", minified.display())))?;
            read_text(&minified)?
        }
    };
    tagged(&text, SCRIPT)
}

/// The part of the check's style sheet that this HTML needs, in its tags.
pub fn style(staging: &Path, served: &Served, html: &str) -> Result<String, Failure> {
    let sheet = FILES
        .iter()
        .find(|file| file.tag == Some(Tag::Stylesheet) && file.pages.contains(&Page::Check));
    // A missing file fails the build later, with advice.
    let Some(name) = sheet.and_then(|sheet| served.one(sheet)) else {
        return Ok(String::new());
    };
    let css = read_text(&staging.join(name))?;
    tagged(&first_style::needed(&css, html), STYLE)
}

/// Digests of the inline code of a page.
pub fn digests(html: &str) -> Inline {
    let digest = |[open, close]: [&str; 2]| {
        let after = html.split_once(open).map_or("", |(_, after)| after);
        let text = after.split_once(close).map_or("", |(text, _)| text);
        BASE64.encode(Sha256::digest(text))
    };
    Inline::new(&digest(SCRIPT), &digest(STYLE))
}

fn tagged(text: &str, [open, close]: [&str; 2]) -> Result<String, Failure> {
    if text.contains("</") {
        return Err(Failure::work(
            "Inline code contains \"</\", which could end its element.",
            format!("Write it another way in static/{INLINE_SCRIPT} or in the style sheet."),
        ));
    }
    Ok(format!("{open}{}{close}", text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The digest of "abc" in FIPS 180-2, as base64.
    #[test]
    fn digests_are_of_the_text_between_the_tags() {
        let abc = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let html = "<style>abc</style><script type=\"module\"></script><script>abc</script>";
        assert_eq!(digests(html), Inline::new(abc, abc));
        assert_eq!(digests(html).written(), format!("{abc} {abc}"));
    }

    #[test]
    fn code_that_could_end_its_element_is_refused() {
        assert!(tagged("a = '</script>'", SCRIPT).is_err());
        assert_eq!(tagged(" a\n", SCRIPT).unwrap(), "<script>a</script>");
    }
}
