//! Detects the server's startup from Trunk's output.

use command_support::terminal;

/// Startup state of the server, updated line by line.
#[derive(Debug, Default)]
pub struct Startup {
    is_built: bool,
    is_listening: bool,
    is_announced: bool,
}

/// What a line of output means for the user.
#[derive(Debug, PartialEq, Eq)]
pub enum News {
    /// The page can be opened. Reported once.
    Ready,
    /// The build failed, and no build has succeeded so far; Trunk waits for a change.
    Broken,
}

impl Startup {
    /// Parses one output line of Trunk 0.21.
    pub fn hear(&mut self, line: &str) -> Option<News> {
        let line = terminal::without_colors(line);
        let line = line.trim_end();
        if line.contains(" INFO ") && line.ends_with("success") {
            self.is_built = true;
        } else if line.contains(" INFO ") && line.ends_with("server listening at:") {
            self.is_listening = true;
        } else if line.contains(" ERROR ") && line.ends_with(" error") && !self.is_built {
            return Some(News::Broken);
        }

        let is_ready = self.is_built && self.is_listening && !self.is_announced;
        self.is_announced |= is_ready;
        is_ready.then_some(News::Ready)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(lines: &[&str]) -> Vec<News> {
        let mut startup = Startup::default();
        lines.iter().filter_map(|line| startup.hear(line)).collect()
    }

    const STARTING: &str = "2026-11-21T19:17:15.708676Z  INFO 📦 starting build";
    const SUCCESS: &str = "2026-11-21T19:17:15.708676Z  INFO ✅ success";
    const ERROR: &str = "2026-11-21T19:17:15.708676Z ERROR ❌ error";
    const LISTENING: &str = "2026-11-21T19:17:15.708676Z  INFO 📡 server listening at:";

    #[test]
    fn the_page_is_announced_once() {
        assert_eq!(
            news(&[STARTING, SUCCESS, LISTENING, STARTING, SUCCESS]),
            [News::Ready]
        );
    }

    #[test]
    fn a_page_that_cannot_be_built_is_announced_when_it_can() {
        assert_eq!(
            news(&[
                STARTING, ERROR, LISTENING, STARTING, ERROR, STARTING, SUCCESS
            ]),
            [News::Broken, News::Broken, News::Ready]
        );
    }

    #[test]
    fn a_later_mistake_is_left_to_trunk() {
        assert_eq!(news(&[SUCCESS, LISTENING, STARTING, ERROR]), [News::Ready]);
    }

    #[test]
    fn colors_and_other_lines_do_not_disturb() {
        assert_eq!(
            news(&[
                "\u{1b}[2m2026-11-21T19:17:15Z\u{1b}[0m \u{1b}[32m INFO\u{1b}[0m ✅ success",
                "warning: success",
                "\u{1b}[2m2026-11-21T19:17:15Z\u{1b}[0m \u{1b}[32m INFO\u{1b}[0m 📡 server listening at:",
            ]),
            [News::Ready]
        );
    }
}
