// How LForms is answered. It has no Continue: its first answer is the first option that shows as chosen.
const driver = {
  page: () => {
    if (!document.querySelector("#form .lhc-item input[type=radio]")) return null;
    return document.querySelector("#form .ant-radio-wrapper-checked") ? "answered" : "open";
  },
  firstInput: () => document.querySelector("#form .lhc-item input[type=radio]"),
  onward: () => null,
  isOnward: () => false,
  isEnd: () => true,
  input: ({ item, code, system }) => document.getElementById(`${item}/1|${system}|${code}`)?.querySelector("input"),
};
