//! `cargo xtask build`: builds the page for visitors and checks its size budgets.

mod budget;
mod sizes;

use crate::manifest::{Served, Stage};
use crate::trunk::Profile;
use crate::{trunk, wordpress};
use budget::{Limit, Limits, Verdict};
use command_support::failure::Failure;
use command_support::workspace::Workspace;
use command_support::{program, terminal};
use sizes::FileSize;

/// Builds the page into `dist/`, lists its file sizes, and checks the budgets.
pub fn build(workspace: &Workspace) -> Result<(), Failure> {
    into_dist(workspace)?;
    keep_budgets(workspace)
}

/// Builds the page into `dist/`, ready to upload to a server.
pub fn into_dist(workspace: &Workspace) -> Result<(), Failure> {
    program::run(&mut trunk::trunk(workspace, "build", Profile::Release)?)?;
    wordpress::pack(workspace)?;
    Served::read(&workspace.dist())?.check(Stage::Packed)
}

/// Lists the file sizes in `dist/`, and fails if a budget is exceeded.
pub fn keep_budgets(workspace: &Workspace) -> Result<(), Failure> {
    let limits = Limits::read(&workspace.budgets())?;
    let files = sizes::measure(&workspace.dist())?;
    let verdicts: Vec<_> = limits.iter().map(|limit| limit.judge(&files)).collect();

    for line in file_table(&files) {
        terminal::say(line);
    }
    terminal::say("");
    for (limit, verdict) in limits.iter().zip(&verdicts) {
        terminal::say(budget_line(limit, verdict));
    }

    let exceeded: Vec<_> = limits
        .iter()
        .zip(&verdicts)
        .filter(|(_, verdict)| verdict.is_exceeded())
        .map(|(limit, _)| limit.budget.name())
        .collect();
    if exceeded.is_empty() {
        return Ok(());
    }
    Err(Failure::work(
        format!("The page is too heavy: {}.", exceeded.join(", ")),
        "Make it smaller, or argue a larger budget in xtask/budgets.toml.",
    ))
}

fn file_table(files: &[FileSize]) -> Vec<String> {
    let width = files
        .iter()
        .map(|file| file.path.chars().count())
        .max()
        .unwrap_or(0)
        .max(11);
    let heading = format!("{:width$} {:>11} {:>11}", "file", "bytes", "brotli");
    let rows = files.iter().map(|file| {
        format!(
            "{:width$} {:>11} {:>11}",
            file.path,
            terminal::in_threes(file.raw),
            terminal::in_threes(file.brotli)
        )
    });
    std::iter::once(heading).chain(rows).collect()
}

fn budget_line(limit: &Limit, verdict: &Verdict) -> String {
    let word = if verdict.is_exceeded() { "OVER" } else { "ok" };
    format!(
        "{} ({}): {} of {} bytes after brotli, {word}",
        limit.budget.name(),
        verdict.language,
        terminal::in_threes(verdict.brotli),
        terminal::in_threes(verdict.limit)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_lines_up() {
        let files = [
            FileSize {
                path: "index.html".into(),
                raw: 8_120,
                brotli: 2_300,
            },
            FileSize {
                path: "footing-0123456789abcdef_bg.wasm".into(),
                raw: 180_456,
                brotli: 58_434,
            },
        ];
        assert_eq!(
            file_table(&files),
            [
                "file                                   bytes      brotli",
                "index.html                             8 120       2 300",
                "footing-0123456789abcdef_bg.wasm     180 456      58 434",
            ]
        );
    }

    #[test]
    fn a_budget_says_how_much_is_used() {
        let limit = Limit {
            budget: site::hosting::Budget::FirstAnswer,
            brotli_bytes: 14_336,
        };
        let verdict = Verdict {
            brotli: 14_337,
            language: "en".into(),
            limit: 14_336,
        };
        assert_eq!(
            budget_line(&limit, &verdict),
            "first answer (en): 14 337 of 14 336 bytes after brotli, OVER"
        );
    }
}
