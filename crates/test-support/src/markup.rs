//! Strict parser for the HTML that the project writes.

/// A tag with its attributes. The name of a closing tag starts with a slash.
#[derive(Debug, PartialEq)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Every tag of a page, in order. Panics on unbalanced quotes.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, behind) = after.split_once('>').expect("every tag ends");
        assert!(!tag.contains('<'), "a tag begins inside <{tag}>");
        tags.push(one(tag));
        rest = behind;
    }
    tags
}

fn one(tag: &str) -> Tag {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let quoted = rest
            .split_once("=\"")
            .filter(|(name, _)| !name.contains(' '));
        match quoted {
            Some((name, after)) => {
                let (value, behind) = after.split_once('"').expect("every value ends");
                attributes.push((name.to_owned(), value.to_owned()));
                rest = behind.trim_start();
            }
            None => {
                let (name, behind) = rest.split_once(' ').unwrap_or((rest, ""));
                attributes.push((name.to_owned(), String::new()));
                rest = behind;
            }
        }
    }
    Tag {
        name: name.to_owned(),
        attributes,
    }
}

/// The text between the tags, with escapes resolved.
pub fn text(html: &str) -> String {
    let pieces = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    let text: String = pieces.collect();
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// The element with this id, with its content.
pub fn element<'a>(html: &'a str, tag: &str, id: &str) -> &'a str {
    let start = html
        .find(&format!("<{tag} id=\"{id}\""))
        .unwrap_or_else(|| panic!("no {id}"));
    let end = html[start..].find(&format!("</{tag}>")).unwrap();
    &html[start..start + end]
}
