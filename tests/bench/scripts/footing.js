// How Footing is answered. Its inputs are found by id, its buttons by their words.
const shown = () => [...document.querySelectorAll("main button")].filter((button) => !button.disabled);
const named = (names) => shown().find((button) => names.includes(button.textContent));
const driver = {
  page: () => {
    const input = document.querySelector("main input");
    return `${document.querySelector("h1")?.textContent} ${input?.name}`;
  },
  firstInput: () => document.querySelector("main input[type=radio]"),
  onward: () => named(settings.onward),
  isOnward: (target) => settings.onward.includes(target.closest?.("button")?.textContent),
  // Continue on the first pages, before the rest of the check is there.
  isWaiting: () => [...document.querySelectorAll("main .waiting")].some(({ textContent }) => textContent),
  // The first screen of the result: the rest follows after its paint.
  isEnd: () => Boolean(document.querySelector("main .result")),
  input: ({ id }) => document.getElementById(id),
};
