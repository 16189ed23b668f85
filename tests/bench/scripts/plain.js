// The plain page answers nothing: it is there for its first paint.
const driver = {
  page: () => null,
  firstInput: () => document.querySelector("input[type=radio]"),
  onward: () => null,
  isOnward: () => false,
  isEnd: () => true,
  input: () => null,
};
