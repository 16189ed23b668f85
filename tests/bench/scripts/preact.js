// How the page of Preact is answered.
const driver = {
  page: () => document.querySelector("#form input")?.name ?? null,
  firstInput: () => document.querySelector("#form input[type=radio]"),
  onward: () => document.querySelector("button.onward"),
  isOnward: (target) => Boolean(target.closest?.("button.onward")),
  isEnd: () => !driver.onward(),
  input: ({ item, code }) => document.getElementById(`${item}|${code}`),
};
