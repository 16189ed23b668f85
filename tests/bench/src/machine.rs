//! The computer that measures.

use std::process::Command;

use command_support::program;

use crate::report::Machine;

impl Machine {
    /// Describes this computer. What it does not tell is left empty.
    pub fn describe(command: String) -> Machine {
        let processors = text("/proc/cpuinfo");
        let name = after(&processors, "model name").unwrap_or("a processor");
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let memory = text("/proc/meminfo");
        let kilobytes = after(&memory, "MemTotal").and_then(|line| line.split(' ').next());
        let release = text("/etc/os-release");
        let system = after(&release, "PRETTY_NAME").unwrap_or(std::env::consts::OS);
        let date = program::answer(Command::new("date").args(["-u", "+%F"]));
        Machine {
            processor: format!("{name}, {cores} cores"),
            memory: kilobytes
                .and_then(|number| number.parse().ok())
                .unwrap_or(0)
                / 1024,
            system: system.trim_matches('"').to_owned(),
            browser: String::new(),
            date: date.unwrap_or_default(),
            command,
            load: (load(), String::new()),
        }
    }

    /// Notes the load at the end.
    pub fn finish(&mut self) {
        self.load.1 = load();
    }

    /// The machine in one sentence.
    pub fn sentence(&self) -> String {
        let browser = if self.browser.is_empty() {
            String::new()
        } else {
            format!("{}, ", self.browser)
        };
        format!(
            "{browser}{}, {} MB, {}, {}; load {} before and {} after; `{}`",
            self.processor,
            self.memory,
            self.system,
            self.date,
            self.load.0,
            self.load.1,
            self.command
        )
    }
}

/// Load average of the last minute.
fn load() -> String {
    let averages = text("/proc/loadavg");
    averages.split(' ').next().unwrap_or_default().to_owned()
}

fn text(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

/// Value of the first line that begins with a name, behind `:` or `=`.
fn after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_once([':', '=']).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_behind_a_colon_or_an_equals_sign() {
        let text =
            "processor\t: 0\nmodel name\t: A fast one\nMemTotal:  1024 kB\nPRETTY_NAME=\"An OS\"";
        assert_eq!(after(text, "model name"), Some("A fast one"));
        assert_eq!(after(text, "MemTotal"), Some("1024 kB"));
        assert_eq!(after(text, "PRETTY_NAME"), Some("\"An OS\""));
        assert_eq!(after(text, "missing"), None);
    }

    #[test]
    fn a_machine_is_named_with_its_command() {
        let machine = Machine::describe("cargo xtask bench".to_owned());
        assert!(machine.sentence().ends_with("`cargo xtask bench`"));
        assert!(machine.date.len() == 10, "{}", machine.date);
    }
}
