import { counted } from "./counts.ts";

const models = (count: number) => counted(count, "model");
const list = (values: readonly string[]) => values.join(", ");

/** Words of `models test`. */
export const modelsTest = {
  aModel: "A model to test (none is configured)",
  badRuns: (flag: string, value: string, most: number) =>
    `${flag}: "${value}" is no number of calls; write a whole number from 1 to ${most}`,
  needsYes: (flag: string, usd: string) =>
    `This test costs up to ${usd}, which is more than one cent: ${flag} agrees to that`,
  agree: (usd: string) => `This test costs up to ${usd}. Go on?`,
  guessed: (ids: readonly string[]) =>
    `Nobody states the price of ${list(ids)}: the dearest one known stands in for it`,
  wouldTest: (ids: readonly string[], usd: string) =>
    `${models(ids.length)} would be called, for up to ${usd}: ${list(ids)}`,
  waiting: (ids: readonly string[]) =>
    `Waiting for ${list(ids.slice(0, 3))}${ids.length > 3 ? ` and ${ids.length - 3} more` : ""}`,
  doneLine: (first: string, total: string) => `first token ${first}, whole answer ${total}`,
  model: "Model",
  first: "First",
  total: "Whole",
  speed: "Tok/s",
  stream: "Stream",
  tools: "Tools",
  developer: "Developer",
  temperature: "Temp.",
  published: "Published",
  seconds: (value: string) => `${value} s`,
  streams: { yes: "yes", "at-once": "at once" },
  toolUses: { yes: "yes", none: "no call", broken: "broken", cut: "cut off", refused: "refused" },
  yes: "yes",
  no: "no",
  any: "any",
  fixed: "fixed",
  only: (temperature: number) => `only ${temperature}`,
  notListed: (host: string) => `${host} does not list it`,
  emptyFirst: (times: number) =>
    `empty ${times === 1 ? "once" : counted(times, "time")}, answered at the second try`,
  someFailed: (failed: number, runs: number, cause: string) =>
    `${failed} of ${counted(runs, "call")} failed: ${cause}`,
  bars: "Time to the whole answer",
  measured: "measured",
  publishedIn: (date: string) => `published, an average of ${date}`,
  explained:
    "First and whole: seconds to the first token and to the end. Developer: whether it takes the role developer. Temp.: the temperatures it takes.",
  explainedTimes: "First and whole: seconds to the first token and to the end.",
  takes: (developer: string, temperature: string) =>
    `role developer: ${developer} · temperature: ${temperature}`,
  medianOf: (runs: number) => `The middle one of ${counted(runs, "call")}.`,
  cost: (usd: string, input: string, output: string) =>
    `Spent: about ${usd} (${input} tokens in, ${output} out)`,
};
