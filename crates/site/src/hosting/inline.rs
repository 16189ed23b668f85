//! Digests of the inline script and the inline style of the check's page, as its CSP names them.

/// Length of a SHA-256 digest in base64.
const LENGTH: usize = 44;

/// SHA-256 digests in base64. Empty where unknown: the CSP then allows no inline code, and the check starts
/// with its files instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    script: String,
    style: String,
}

impl Inline {
    /// Takes the two digests; anything that is no digest counts as unknown.
    pub fn new(script: &str, style: &str) -> Inline {
        Inline {
            script: checked(script),
            style: checked(style),
        }
    }

    /// Reads what [`Inline::written`] wrote.
    pub fn read(text: &str) -> Inline {
        let (script, style) = text.split_once(' ').unwrap_or_default();
        Inline::new(script, style)
    }

    /// Both digests in one attribute, for the setup page.
    pub fn written(&self) -> String {
        format!("{} {}", self.script, self.style)
    }

    /// Fills the places `{script}` and `{style}` of a policy.
    pub(super) fn fill(&self, policy: &str) -> String {
        policy
            .replace("{script}", &source(&self.script))
            .replace("{style}", &source(&self.style))
    }
}

/// A digest cannot end the quotes of a server configuration.
fn checked(digest: &str) -> String {
    let is_base64 = |letter: char| letter.is_ascii_alphanumeric() || "+/=".contains(letter);
    let is_digest = digest.len() == LENGTH && digest.chars().all(is_base64);
    if is_digest {
        digest.to_owned()
    } else {
        String::new()
    }
}

fn source(digest: &str) -> String {
    if digest.is_empty() {
        return String::new();
    }
    format!(" 'sha256-{digest}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digests_get_into_a_policy() {
        let digest = "A".repeat(43) + "=";
        let inline = Inline::new(&digest, "x' *; script-src *");
        let filled = inline.fill("script-src 'self'{script}; style-src 'self'{style}");
        assert_eq!(
            filled,
            format!("script-src 'self' 'sha256-{digest}'; style-src 'self'")
        );
        assert_eq!(Inline::read(&inline.written()), inline);
        assert_eq!(Inline::read("nonsense"), Inline::default());
    }
}
