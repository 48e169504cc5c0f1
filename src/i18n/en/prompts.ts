/** The few words that the questions on a terminal need themselves. */
export const prompts = {
  yes: "Yes",
  no: "No",
  yesOrNo: (initial: boolean): string => (initial ? "(Y/n)" : "(y/N)"),
  answerYesOrNo: "Answer y for yes or n for no.",
  selectHelp: "↑↓ move, enter choose, esc cancel",
  pickHelp: "type to search, ↑↓ move, space select, enter continue, esc cancel",
  pickNothing: "no match",
  pickRequired: "Select at least one.",
  pickNone: "none",
  picked: (count: number) => `${count} selected`,
  shown: (count: number, total: number) => (count === total ? `${total} listed` : `${count} of ${total}`),
  demo: "[demo]",
};
