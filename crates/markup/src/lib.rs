//! Writes HTML that cannot be broken by a text: every text is escaped on its way in.
//!
//! For pages that are written from the content and need no script. Nothing here knows what they say.

/// A page that is being written.
#[derive(Clone, Debug, Default)]
pub struct Markup {
    html: String,
}

/// The attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// The page as it was written.
    pub fn finish(self) -> String {
        self.html
    }

    /// Writes an element with what is inside it.
    pub fn element(
        &mut self,
        tag: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Markup),
    ) {
        self.open(tag, attributes);
        inside(self);
        self.html.push_str("</");
        self.html.push_str(tag);
        self.html.push('>');
        if !is_inline(tag) {
            self.html.push('\n');
        }
    }

    /// Writes an element that holds one text.
    pub fn says(&mut self, tag: &str, attributes: Attributes<'_>, text: &str) {
        self.element(tag, attributes, |inside| inside.text(text));
    }

    /// Writes an element that holds nothing.
    pub fn open(&mut self, tag: &str, attributes: Attributes<'_>) {
        self.html.push('<');
        self.html.push_str(tag);
        for (name, value) in attributes {
            self.html.push(' ');
            self.html.push_str(name);
            if !value.is_empty() {
                self.html.push_str("=\"");
                self.text(value);
                self.html.push('"');
            }
        }
        self.html.push('>');
    }

    /// Writes a text.
    pub fn text(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                other => self.html.push(other),
            }
        }
    }

    /// Writes a link to another place of the page.
    pub fn link(&mut self, to: &str, text: &str) {
        let address = format!("#{to}");
        let class = if to == text { "id" } else { "" };
        let with_class: Attributes<'_> = &[("class", class), ("href", &address)];
        let attributes = if class.is_empty() {
            with_class.get(1..).unwrap_or_default()
        } else {
            with_class
        };
        self.says("a", attributes, text);
    }

    /// Writes links with commas between them.
    pub fn links<'a>(&mut self, names: impl IntoIterator<Item = &'a str>) {
        for (position, name) in names.into_iter().enumerate() {
            if position > 0 {
                self.text(", ");
            }
            self.link(name, name);
        }
    }

    /// Writes a name with what it stands for, inside a description list.
    pub fn pair(&mut self, name: &str, inside: impl FnOnce(&mut Markup)) {
        self.says("dt", &[], name);
        self.element("dd", &[], inside);
    }

    /// Writes a table that scrolls by itself where it is too wide.
    pub fn table(&mut self, caption: &str, columns: &[&str], rows: impl FnOnce(&mut Markup)) {
        let region = [
            ("class", "table"),
            ("role", "region"),
            ("aria-label", caption),
            ("tabindex", "0"),
        ];
        self.element("div", &region, |region| {
            region.element("table", &[], |table| {
                table.says("caption", &[], caption);
                table.element("thead", &[], |head| {
                    head.element("tr", &[], |row| {
                        for column in columns {
                            row.says("th", &[("scope", "col")], column);
                        }
                    });
                });
                table.element("tbody", &[], rows);
            });
        });
    }

    /// Writes a row whose first cell names it.
    pub fn row(&mut self, name: &str, cells: &[&str]) {
        self.element("tr", &[], |row| {
            row.says("th", &[("scope", "row")], name);
            for cell in cells {
                row.says("td", &[], cell);
            }
        });
    }
}

fn is_inline(tag: &str) -> bool {
    ["a", "code", "strong", "span", "b"].contains(&tag)
}
