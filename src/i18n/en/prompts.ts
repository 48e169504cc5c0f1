/** The few words that the questions on a terminal need themselves. */
export const prompts = {
  yes: "Yes",
  no: "No",
  yesOrNo: (initial: boolean): string => (initial ? "(Y/n)" : "(y/N)"),
  answerYesOrNo: "Answer y for yes or n for no.",
  selectHelp: "↑↓ move, enter choose, esc cancel",
  pickHelp: "type to search, ↑↓ move, space pick, enter go on, esc cancel",
  pickNothing: "nothing fits",
  pickRequired: "Pick at least one.",
  pickNone: "none",
  picked: (count: number) => `${count} picked`,
  shown: (count: number, total: number) =>
    count === total ? `${total} in the list` : `${count} of ${total}`,
  demo: "[demo]",
};
