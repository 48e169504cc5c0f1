/** Words of `models set`. */
export const modelsSet = {
  which: (text: string) => `${text} can mean several models. Which one?`,
  noAgent: (agent: string, known: readonly string[]) =>
    `The config names no agent ${agent}${known.length > 0 ? `; it names ${known.join(", ")}` : ""}`,
  done: (reference: string, agent?: string) =>
    `${reference} is the ${agent === undefined ? "default model" : `model of agent ${agent}`} now`,
  already: (reference: string, agent?: string) =>
    `${reference} is the ${agent === undefined ? "default model" : `model of agent ${agent}`} already; nothing to change`,
};
