//! What a page with a strict policy of its own has to add before it can show the check.

use crate::Origin;

/// The directives to add, each with what to add to it. In its frame the check has a policy of its own.
pub fn partner_lines(check: &Origin) -> Vec<String> {
    let check = check.as_str();
    vec![format!("script-src {check}"), format!("frame-src {check}")]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_frame_needs_its_script_and_itself() {
        let check = Origin::read("https://check.example").unwrap();
        assert_eq!(
            partner_lines(&check),
            [
                "script-src https://check.example",
                "frame-src https://check.example"
            ]
        );
    }
}
