// The questionnaire in SurveyJS: its plain-JavaScript renderer, with the default look.
import { Model } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import { renderSurvey } from "survey-js-ui";

import form from "./form.json";

renderSurvey(new Model(form), document.getElementById("form"));
