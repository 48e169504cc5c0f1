/** The few words that the questions on a terminal need themselves. */
export const prompts = {
  yes: "Yes",
  no: "No",
  yesOrNo: (initial: boolean): string => (initial ? "(Y/n)" : "(y/N)"),
  answerYesOrNo: "Answer y for yes or n for no.",
  keys: {
    step: (step: number, of: number) => `step ${step} of ${of}`,
    search: "type to search",
    move: "↑↓ move",
    mark: "space select",
    goOn: "enter continue",
    choose: "enter choose",
    back: "esc back",
    cancel: "esc cancel",
    help: "? help",
    open: "o open the page",
    comma: ", ",
    nothing: "no match",
    several: "Several match. Choose one with the arrow keys.",
    hiddenKey: (isTaken: boolean): string =>
      isTaken
        ? "This is a key, so it is not shown. Enter uses it, Esc drops it."
        : "This looks like a key, so it is not shown. Esc drops it.",
    required: "Select at least one.",
    none: "none",
    picked: (count: number) => `${count} selected`,
    shown: (count: number, total: number) => (count === total ? `${total} listed` : `${count} of ${total}`),
  },
  plain: {
    number: (usual: number) => `Type a number. Enter chooses ${usual}.`,
    numbers: (most: number) =>
      `Type numbers from 1 to ${most}, such as 1 3 5-7. Enter keeps the marked ones, 0 chooses none.`,
    badNumber: (most: number) => `Type a number from 1 to ${most}.`,
    marked: "marked",
    keySeen:
      "That looks like a key, and it can be read on the screen. Clear the screen before others see it.",
    keys: (leadsBack: boolean, hasHelp: boolean) =>
      `${leadsBack ? "< goes back" : "< cancels"}${hasHelp ? ", ? shows help" : ""}`,
  },
  demo: "[demo]",
};
