//! What a page with a strict policy of its own has to add before it can show the check.

use super::Origin;

/// How the check stands in the page around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// In a frame, where scripts of the page around it cannot read the answers.
    Frame,
    /// In the page itself.
    Page,
}

/// The directives to add, each with what to add to it.
pub fn partner_lines(check: &Origin, placement: Placement) -> Vec<String> {
    let check = check.as_str();
    // In the page itself, what the check's own policy allows has to be allowed by the page.
    let inside = match placement {
        Placement::Frame => vec![format!("script-src {check}")],
        Placement::Page => vec![
            format!("script-src {check} 'wasm-unsafe-eval'"),
            format!("connect-src {check}"),
            "img-src data:".to_owned(),
        ],
    };
    let frame = format!("frame-src {check}");
    inside.into_iter().chain([frame]).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_frame_needs_its_script_and_itself_and_a_shadow_needs_more() {
        let check = Origin::read("https://check.example").unwrap();
        assert_eq!(
            partner_lines(&check, Placement::Frame),
            [
                "script-src https://check.example",
                "frame-src https://check.example"
            ]
        );
        let shadow = partner_lines(&check, Placement::Page);
        assert!(shadow.contains(&"connect-src https://check.example".to_owned()));
        assert!(shadow.contains(&"img-src data:".to_owned()));
    }
}
