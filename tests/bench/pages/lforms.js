// The questionnaire in LForms. The component has no pages: every question that is asked stands on one page.
import form from "./form.json";

customElements
  .whenDefined("wc-lhc-form")
  .then(() => window.LForms.Util.addFormToPage(form, "form", { fhirVersion: "R4" }));
