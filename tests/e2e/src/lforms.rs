//! A form that LForms draws: the National Library of Medicine's web component, not ours.

use std::path::Path;

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::environment::npm;
use crate::server::{Pages, Server};
use crate::session::Session;

const PAGE: &str = "/form.html";

const HTML: &str = "<!doctype html>
<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Form</title>
<link rel=\"icon\" href=\"webcomponent/favicon.ico\">
<link rel=\"stylesheet\" href=\"webcomponent/styles.css\">
<script src=\"webcomponent/assets/lib/zone.min.js\"></script>
<script type=\"module\" src=\"webcomponent/runtime.js\"></script>
<script type=\"module\" src=\"webcomponent/polyfills.js\"></script>
<script type=\"module\" src=\"webcomponent/main.js\"></script>
<script defer src=\"fhir/R4/lformsFHIR.min.js\"></script>
</head><body><div id=\"form\"></div></body></html>";

/// Draws a form, and hands over what went wrong, if anything did.
const DRAW: &str = "
    const [questionnaire, questionnaireResponse, done] = arguments;
    customElements.whenDefined('wc-lhc-form')
        .then(() => LForms.Util.addFormToPage(
            questionnaire, 'form', { fhirVersion: 'R4', questionnaireResponse }))
        .then(() => done(null), (error) => done(String(error?.stack ?? error)));";

/// What a person sees: each question with the marks made in it.
const SHOWN: &str = "
    const items = [...document.querySelectorAll('#form .lhc-item')];
    const marked = '.ant-radio-wrapper-checked, .ant-checkbox-wrapper-checked';
    return items.filter((item) => item.checkVisibility()).map((item) => ({
        linkId: item.id.slice('item-'.length, -'/1'.length),
        marks: [...item.querySelectorAll(marked)].map((mark) => mark.id.split('|').slice(1)),
    }));";

/// The form in a browser.
#[derive(Debug)]
pub struct LForms<'a> {
    session: &'a Session,
    server: Server,
}

/// A question as it is shown, with the system and code of every answer marked in it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// The item's name.
    pub link_id: String,
    /// What is marked.
    pub marks: Vec<(String, String)>,
}

impl<'a> LForms<'a> {
    /// Opens an empty page with the component on it.
    pub fn open(session: &'a Session) -> LForms<'a> {
        let script = npm("lforms/dist/lforms/webcomponent/main.js");
        let folder = script.parent().and_then(Path::parent);
        let folder = folder.unwrap_or_else(|| panic!("{} stands alone", script.display()));
        let server = Server::with_pages(folder, Pages::from([(PAGE.into(), HTML.into())]));
        session.visit(&server.url(PAGE));
        LForms { session, server }
    }

    /// Draws a questionnaire with the answers of a response, in place of what was there.
    pub fn draw(&self, questionnaire: &Value, response: Option<&Value>) {
        let given = [questionnaire.clone(), json!(response)];
        let problem: Option<String> = self.session.read_later(DRAW, &given);
        assert_eq!(problem, None, "LForms refuses the form");
    }

    /// Everything that is shown, from top to bottom.
    pub fn shown(&self) -> Vec<Asked> {
        self.session.read(SHOWN)
    }

    /// The names of what is shown.
    pub fn names(&self) -> Vec<String> {
        let shown = self.shown().into_iter();
        shown.map(|asked| asked.link_id).collect()
    }

    /// The answers as LForms would send them.
    pub fn response(&self) -> Value {
        self.session.read(
            "const form = document.getElementById('form');
             return LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', form);",
        )
    }

    /// Goes to a choice and presses the space bar.
    pub fn choose(&self, link_id: &str, system: &str, code: &str) {
        let choice = format!("{link_id}/1|{system}|{code}");
        self.session.read_with::<()>(
            "document.getElementById(arguments[0]).querySelector('input').focus()",
            &[json!(choice)],
        );
        self.session.type_key(' ');
    }

    /// Waits until a question is there.
    pub fn wait_for(&self, link_id: &str) {
        let item = format!("//*[@id='item-{link_id}/1']");
        self.session.wait_for(link_id, Locator::XPath(&item));
    }

    /// Waits until a question is gone.
    pub fn wait_until_gone(&self, link_id: &str) {
        let none = format!("//body[not(.//*[@id='item-{link_id}/1'])]");
        self.session
            .wait_for("a question to go", Locator::XPath(&none));
    }

    /// Every path that was asked for.
    pub fn requests(&self) -> Vec<String> {
        let requests = self.server.requests().into_iter();
        requests.map(|request| request.path).collect()
    }
}
