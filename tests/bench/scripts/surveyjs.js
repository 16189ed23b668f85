// How SurveyJS is answered. Its inputs are found by the name of their question and their value.
const driver = {
  page: () => document.querySelector(".sd-question")?.dataset.name ?? null,
  firstInput: () => document.querySelector("#form input[type=radio]"),
  onward: () => document.querySelector("#form .sd-navigation__next-btn"),
  isOnward: (target) => Boolean(target.closest?.(".sd-navigation__next-btn")),
  isEnd: () => !driver.onward(),
  input: ({ item, code }) =>
    document.querySelector(`#form [data-name="${CSS.escape(item)}"] input[value="${CSS.escape(code)}"]`),
};
