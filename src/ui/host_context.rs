//! What is around the check.

/// Where the check is shown, and who can read along there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostContext {
    /// Where its files are, with a slash at the end: `./` on a page of its own or in a frame.
    pub base: String,
    /// Who can read along.
    pub isolation: Isolation,
    /// Whether this is a preview inside another page, which has a `main` element of its own.
    pub is_preview: bool,
}

/// Whether another page keeps its scripts apart from the check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isolation {
    /// On a page of its own, or in a frame that the page around it cannot look into.
    #[default]
    Own,
    /// In a frame of a page of the same origin, which can look into it.
    Frame,
}

impl Isolation {
    /// What `static/start.js` calls it. Anything else is taken for the worst.
    pub fn named(name: &str) -> Isolation {
        match name {
            "own" => Isolation::Own,
            _ => Isolation::Frame,
        }
    }

    /// Whether scripts of a page around the check can read the answers.
    pub fn is_shared(self) -> bool {
        match self {
            Isolation::Own => false,
            Isolation::Frame => true,
        }
    }
}

impl Default for HostContext {
    fn default() -> HostContext {
        HostContext {
            base: "./".into(),
            isolation: Isolation::Own,
            is_preview: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Isolation;

    #[test]
    fn what_is_not_known_is_taken_for_shared() {
        assert!(!Isolation::named("own").is_shared());
        for name in ["frame", "shadow", "", "Own"] {
            assert!(Isolation::named(name).is_shared(), "{name}");
        }
    }
}
