import { counted } from "./counts.ts";

/** Words of `models set`. */
export const modelsSet = {
  which: (text: string) => `${text} matches several models. Which one?`,
  noAgent: (agent: string, known: readonly string[]) =>
    `Unknown agent ${agent}${known.length > 0 ? `; the config has ${known.join(", ")}` : ""}`,
  done: (reference: string, agent?: string) =>
    `${reference} is now the ${agent === undefined ? "default model" : `model of agent ${agent}`}`,
  already: (reference: string, agent?: string) =>
    `${reference} is already the ${agent === undefined ? "default model" : `model of agent ${agent}`}; nothing to change`,
  switching: (count: number) => `switching ${counted(count, "session")}`,
  switched: (count: number, pending: boolean) =>
    pending
      ? `${counted(count, "session")} would switch to the default model`
      : `${counted(count, "session")} switched to the default model`,
};
