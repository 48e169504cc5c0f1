/** Words of `models set`. */
export const modelsSet = {
  which: (text: string) => `${text} can mean several models. Which one?`,
  noAgent: (agent: string, known: readonly string[]) =>
    `The config names no agent ${agent}${known.length > 0 ? `; it names ${known.join(", ")}` : ""}`,
  done: (reference: string) => `${reference} is the default model now`,
  already: (reference: string) => `${reference} is the default model already; nothing to change`,
};
