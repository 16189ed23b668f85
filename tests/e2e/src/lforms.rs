//! Forms rendered by LForms, the web component of the National Library of Medicine.

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

/// Renders a form and returns the error, if any.
const DRAW: &str = "
    const [questionnaire, questionnaireResponse, done] = arguments;
    customElements.whenDefined('wc-lhc-form')
        .then(() => LForms.Util.addFormToPage(
            questionnaire, 'form', { fhirVersion: 'R4', questionnaireResponse }))
        .then(() => done(null), (error) => done(String(error?.stack ?? error)));";

/// Reads the visible questions with their checked options.
const SHOWN: &str = "
    const items = [...document.querySelectorAll('#form .lhc-item')];
    const marked = '.ant-radio-wrapper-checked, .ant-checkbox-wrapper-checked';
    return items.filter((item) => item.checkVisibility()).map((item) => ({
        linkId: item.id.slice('item-'.length, -'/1'.length),
        marks: [...item.querySelectorAll(marked)].map((mark) => mark.id.split('|').slice(1)),
    }));";

/// LForms in a browser.
#[derive(Debug)]
pub struct LForms<'a> {
    session: &'a Session,
    server: Server,
}

/// Visible question with its checked options.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShownItem {
    /// Link id of the item.
    pub link_id: String,
    /// System and code of each checked option.
    pub marks: Vec<(String, String)>,
}

impl<'a> LForms<'a> {
    /// Opens a page with the component and no form.
    pub fn open(session: &'a Session) -> LForms<'a> {
        let script = npm("lforms/dist/lforms/webcomponent/main.js");
        let folder = script.parent().and_then(Path::parent);
        let folder = folder.unwrap_or_else(|| panic!("{} stands alone", script.display()));
        let server = Server::with_pages(folder, Pages::from([(PAGE.into(), HTML.into())]));
        session.visit(&server.url(PAGE));
        LForms { session, server }
    }

    /// Renders a questionnaire with the answers of a response, replacing the previous form.
    pub fn draw(&self, questionnaire: &Value, response: Option<&Value>) {
        let arguments = [questionnaire.clone(), json!(response)];
        let problem: Option<String> = self.session.read_later(DRAW, &arguments);
        assert_eq!(problem, None, "LForms refuses the form");
    }

    /// Visible questions from top to bottom.
    pub fn shown(&self) -> Vec<ShownItem> {
        self.session.read(SHOWN)
    }

    /// Link ids of the visible questions.
    pub fn link_ids(&self) -> Vec<String> {
        let shown = self.shown().into_iter();
        shown.map(|item| item.link_id).collect()
    }

    /// The QuestionnaireResponse that LForms exports.
    pub fn response(&self) -> Value {
        self.session.read(
            "const form = document.getElementById('form');
             return LForms.Util.getFormFHIRData('QuestionnaireResponse', 'R4', form);",
        )
    }

    /// Focuses an option and presses the space bar.
    pub fn choose(&self, link_id: &str, system: &str, code: &str) {
        let choice = format!("{link_id}/1|{system}|{code}");
        self.session.read_with::<()>(
            "document.getElementById(arguments[0]).querySelector('input').focus()",
            &[json!(choice)],
        );
        self.session.type_key(' ');
    }

    /// Waits until a question is visible.
    pub fn wait_for(&self, link_id: &str) {
        let item = format!("//*[@id='item-{link_id}/1']");
        self.session.wait_for(link_id, Locator::XPath(&item));
    }

    /// Waits until a question is removed.
    pub fn wait_until_gone(&self, link_id: &str) {
        let none = format!("//body[not(.//*[@id='item-{link_id}/1'])]");
        self.session
            .wait_for("a question to go", Locator::XPath(&none));
    }

    /// Paths of all requests to the server.
    pub fn requests(&self) -> Vec<String> {
        let requests = self.server.requests().into_iter();
        requests.map(|request| request.path).collect()
    }
}
