//! The context in which the check is shown.

/// Where the check is embedded, and who can read the answers there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostContext {
    /// The base URL of its files, with a trailing slash: `./` on a page of its own or in a frame.
    pub base: String,
    /// Who can read the answers.
    pub isolation: Isolation,
    /// Whether this is a preview inside another page that has its own `main` element.
    pub is_preview: bool,
}

/// Whether scripts of the host page are isolated from the check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isolation {
    /// On a page of its own, or in a cross-origin frame.
    #[default]
    Own,
    /// In a same-origin frame, whose host page can read the answers.
    Frame,
}

impl Isolation {
    /// Parses the name that `static/start.js` uses. Unknown names count as the worst case.
    pub fn named(name: &str) -> Isolation {
        match name {
            "own" => Isolation::Own,
            _ => Isolation::Frame,
        }
    }

    /// Whether scripts of the host page can read the answers.
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
