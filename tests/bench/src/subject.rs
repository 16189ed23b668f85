//! What is measured: Footing in three ways, and other ways to ask the same questions.

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

/// One way to ask the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Footing on a page of its own.
    Footing,
    /// Footing in a frame of another page.
    FootingInAFrame,
    /// Footing in a browser without WebAssembly.
    FootingWithoutWasm,
    /// SurveyJS with its plain-JavaScript renderer.
    #[value(name = "surveyjs")]
    SurveyJs,
    /// LForms, the form renderer of the National Library of Medicine.
    #[value(name = "lforms")]
    LForms,
    /// A page made with Preact.
    Preact,
    /// The first question in plain HTML, without a script.
    PlainHtml,
}

impl Subject {
    /// All of them, in the order of the report.
    pub const ALL: [Subject; 7] = [
        Subject::Footing,
        Subject::FootingInAFrame,
        Subject::FootingWithoutWasm,
        Subject::SurveyJs,
        Subject::LForms,
        Subject::Preact,
        Subject::PlainHtml,
    ];

    /// Name in the report.
    pub fn title(self) -> &'static str {
        match self {
            Subject::Footing => "Footing",
            Subject::FootingInAFrame => "Footing in a frame",
            Subject::FootingWithoutWasm => "Footing without WebAssembly",
            Subject::SurveyJs => "SurveyJS",
            Subject::LForms => "LForms",
            Subject::Preact => "Preact",
            Subject::PlainHtml => "plain HTML",
        }
    }

    /// Path of its page on the server.
    pub fn path(self) -> &'static str {
        match self {
            Subject::Footing | Subject::FootingWithoutWasm => "/footing/",
            Subject::FootingInAFrame => "/frame/",
            Subject::SurveyJs => "/surveyjs/",
            Subject::LForms => "/lforms/",
            Subject::Preact => "/preact/",
            Subject::PlainHtml => "/plain/",
        }
    }

    /// Path of the document that asks the questions.
    pub fn form(self) -> &'static str {
        if self.is_framed() {
            Subject::Footing.path()
        } else {
            self.path()
        }
    }

    /// Whether a request for this path can be its own. The browser may still ask for the service worker of the
    /// subject before.
    pub fn is_asked_by(self, path: &str) -> bool {
        path.starts_with(self.path()) || path.starts_with(self.form())
    }

    /// Whether the questions are in a frame of the page.
    pub fn is_framed(self) -> bool {
        self == Subject::FootingInAFrame
    }

    /// Whether the story is answered in it.
    pub fn is_answered(self) -> bool {
        self != Subject::PlainHtml
    }

    /// Whether it has a button that leads to the next page.
    pub fn has_pages(self) -> bool {
        !matches!(self, Subject::LForms | Subject::PlainHtml)
    }

    /// Whether it ends with a result.
    pub fn has_result(self) -> bool {
        matches!(
            self,
            Subject::Footing | Subject::FootingInAFrame | Subject::FootingWithoutWasm
        )
    }

    /// Script that knows its inputs and buttons.
    pub fn driver(self) -> &'static str {
        match self {
            Subject::Footing | Subject::FootingInAFrame | Subject::FootingWithoutWasm => {
                include_str!("../scripts/footing.js")
            }
            Subject::SurveyJs => include_str!("../scripts/surveyjs.js"),
            Subject::LForms => include_str!("../scripts/lforms.js"),
            Subject::Preact => include_str!("../scripts/preact.js"),
            Subject::PlainHtml => include_str!("../scripts/plain.js"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_request_of_another_subject_does_not_count() {
        assert!(!Subject::SurveyJs.is_asked_by("/footing/offline.js"));
        assert!(Subject::SurveyJs.is_asked_by("/surveyjs/page.js"));
        let framed = Subject::FootingInAFrame;
        assert!(framed.is_asked_by("/frame/") && framed.is_asked_by("/footing/start.js"));
    }
}
