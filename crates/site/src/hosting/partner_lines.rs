//! CSP directives that a partner page must add to embed the check.

use crate::Origin;

/// Lists the directives to extend, each with its value. Inside the frame, the check's own policy
/// applies.
pub fn partner_lines(check: &Origin) -> Vec<String> {
    let check = check.as_str();
    vec![format!("script-src {check}"), format!("frame-src {check}")]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn partner_lines_cover_the_script_and_the_frame() {
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
