//! Reads the recipes of `CONTRIBUTING.md`: their names, and the numbered steps of each.

use i18n::wire::fingerprint;

/// A recipe as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its heading.
    pub name: String,
    /// The texts of its steps, without their numbers.
    pub steps: Vec<String>,
}

/// Reads every recipe, in the order of the document.
pub fn recipes(document: &str) -> Vec<Written> {
    let (_, part) = document
        .split_once("\n## Recipes\n")
        .expect("CONTRIBUTING.md has no section Recipes");
    let part = part.split("\n## ").next().unwrap_or(part);
    let recipes = part.split("\n### ").skip(1).map(|recipe| {
        let (name, body) = recipe.split_once('\n').unwrap_or((recipe, ""));
        Written {
            name: name.trim().to_owned(),
            steps: steps(body),
        }
    });
    recipes.collect()
}

fn steps(body: &str) -> Vec<String> {
    let mut steps: Vec<String> = Vec::new();
    for line in body.lines() {
        let next = format!("{}. ", steps.len() + 1);
        if let Some(text) = line.strip_prefix(&next) {
            steps.push(text.trim().to_owned());
        } else if let (Some(step), true) = (steps.last_mut(), line.starts_with(' ')) {
            step.push(' ');
            step.push_str(line.trim());
        }
    }
    steps
}

/// Fingerprint of the text of a step, so that whoever rewords it looks at its test.
pub fn digest(step: &str) -> String {
    format!("{:08x}", fingerprint(step, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recipes_are_read_with_their_steps() {
        let document = "# A\n\n## Recipes\n\nMore.\n\n### One\n\n1. First,\n   and more.\n2. Second.\n\n\
                        ### Two\n\n[A guide](a.md).\n\n1. Alone.\n\n## After\n\n1. No step.\n";
        let read = recipes(document);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].name, "One");
        assert_eq!(read[0].steps, ["First, and more.", "Second."]);
        assert_eq!(read[1].steps, ["Alone."]);
        assert_ne!(digest("First"), digest("first"));
    }
}
