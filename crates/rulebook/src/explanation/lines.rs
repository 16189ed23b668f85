//! Indented lines of text.

/// Text builder.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    text: String,
}

impl Lines {
    /// Returns the text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Starts a section.
    pub(super) fn heading(&mut self, heading: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&heading.to_uppercase());
        self.text.push('\n');
    }

    /// Writes a line of a section.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        self.at(1, line);
    }

    /// Writes a line with `depth` levels of indentation.
    pub(super) fn at(&mut self, depth: usize, line: impl AsRef<str>) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line.as_ref());
        self.text.push('\n');
    }

    /// Writes an empty line.
    pub(super) fn space(&mut self) {
        self.text.push('\n');
    }
}
