// The questionnaire in Preact: one page of questions after the other, and nothing else.
import { h, render } from "preact";
import { useState } from "preact/hooks";

import "./preact.css";

import form from "./form.json";

/** Whether a condition holds for the answers given, each a list of codes by question. */
function holds(when, answers) {
  if (when.chosen) {
    const { item, codes, least } = when.chosen;
    return (answers[item] ?? []).filter((code) => codes.includes(code)).length >= least;
  }
  if (when.some) return when.some.of.filter((one) => holds(one, answers)).length >= when.some.least;
  return !holds(when.not, answers);
}

/** The questions of a page that are asked. */
const asked = (page, answers) => page.questions.filter(({ when }) => !when || holds(when, answers));

/** The next page on which something is asked, in a direction. */
function next(from, by, answers) {
  let at = from + by;
  while (form.pages[at] && asked(form.pages[at], answers).length === 0) at += by;
  return form.pages[at] ? at : from;
}

function Question({ question, chosen, choose }) {
  const { item, text, hint, many, options } = question;
  const toggled = (code) => {
    if (!many) return [code];
    return chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
  };
  return h(
    "fieldset",
    null,
    h("legend", null, text),
    hint && h("p", null, hint),
    options.map(([code, words]) =>
      h(
        "label",
        { key: code },
        h("input", {
          type: many ? "checkbox" : "radio",
          name: item,
          id: `${item}|${code}`,
          checked: chosen.includes(code),
          onChange: () => choose(item, toggled(code)),
        }),
        h("span", null, words),
      ),
    ),
  );
}

function Form() {
  const [at, go] = useState(0);
  const [answers, answer] = useState({});
  const page = form.pages[at];
  const choose = (item, codes) => answer({ ...answers, [item]: codes });
  const isLast = next(at, 1, answers) === at;
  return h(
    "form",
    {
      onSubmit: (event) => {
        event.preventDefault();
        go(next(at, 1, answers));
      },
    },
    h("h1", null, page.title),
    asked(page, answers).map((question) =>
      h(Question, { key: question.item, question, chosen: answers[question.item] ?? [], choose }),
    ),
    at > 0 && h("button", { type: "button", onClick: () => go(next(at, -1, answers)) }, form.back),
    !isLast && h("button", { type: "submit", class: "onward" }, form.continue),
  );
}

render(h(Form), document.getElementById("form"));
