//! File names with stars in them.

/// Whether a path fits a pattern, in which `*` stands for any characters but a slash.
pub fn fits(pattern: &str, path: &str) -> bool {
    let pattern: Vec<_> = pattern.split('/').collect();
    let path: Vec<_> = path.split('/').collect();
    pattern.len() == path.len()
        && pattern
            .iter()
            .zip(&path)
            .all(|(pattern, name)| name_fits(pattern, name))
}

fn name_fits(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(name) = name.strip_prefix(start) else {
        return false;
    };
    // The star may stand for nothing, for one character, and so on to the whole rest of the name.
    (0..=name.len())
        .filter_map(|taken| name.get(taken..))
        .any(|left| name_fits(rest, left))
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn without_a_star_only_the_same_path_fits() {
        assert!(fits("index.html", "index.html"));
        assert!(fits("words/en.json", "words/en.json"));
        assert!(!fits("index.html", "index.htm"));
        assert!(!fits("index.html", "words/index.html"));
    }

    #[test]
    fn a_star_stands_for_a_hash() {
        assert!(fits("*.wasm", "footing-0123456789abcdef_bg.wasm"));
        assert!(fits("footing-*.js", "footing-0123456789abcdef.js"));
        assert!(!fits("footing-*.js", "start-0123456789abcdef.js"));
        assert!(!fits("*.js", "footing.json"));
    }

    #[test]
    fn a_star_stays_within_a_folder() {
        assert!(!fits("*.json", "words/en.json"));
        assert!(fits("words/*.json", "words/en.json"));
        assert!(fits("*/en.json", "words/en.json"));
        assert!(!fits("*", "words/en.json"));
    }

    #[test]
    fn several_stars_and_other_scripts_work() {
        assert!(fits("*-*.css", "start-1f.css"));
        assert!(fits("a*b*c", "abbc"));
        assert!(!fits("a*b*c", "acb"));
        assert!(fits("*.json", "日本語.json"));
        assert!(fits("*", ""));
    }
}
