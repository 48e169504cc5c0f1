/** The few words that the questions on a terminal need themselves. */
export const prompts = {
  yes: "Yes",
  no: "No",
  selectHelp: "↑↓ move, enter choose, esc cancel",
  pickHelp: "type to search, ↑↓ move, space pick, enter go on, esc cancel",
  pickNothing: "nothing fits",
  pickRequired: "Pick at least one.",
  picked: (count: number) => `${count} picked`,
};
