import { counted } from "./counts.ts";

const models = (count: number) => counted(count, "model");
const list = (values: readonly string[]) => values.join(", ");

/** Words of `models test`. */
export const modelsTest = {
  aModel: "A model to test (none is configured)",
  badRuns: (flag: string, value: string, most: number) =>
    `${flag}: "${value}" is not a number of calls; write a whole number from 1 to ${most}`,
  needsYes: (flag: string, usd: string) =>
    `This test costs up to ${usd}, more than one cent; confirm with ${flag}`,
  agree: (usd: string) => `This test costs up to ${usd}. Continue?`,
  guessed: (ids: readonly string[]) =>
    `The price of ${list(ids)} is unknown; the estimate uses the highest known price`,
  wouldTest: (ids: readonly string[], usd: string) =>
    `Would call ${models(ids.length)} for up to ${usd}: ${list(ids)}`,
  waiting: (ids: readonly string[]) =>
    `Waiting for ${list(ids.slice(0, 3))}${ids.length > 3 ? ` and ${ids.length - 3} more` : ""}`,
  doneLine: (first: string, total: string) => `first token ${first}, total ${total}`,
  model: "Model",
  first: "First",
  total: "Total",
  speed: "Tok/s",
  stream: "Stream",
  tools: "Tools",
  developer: "Developer",
  temperature: "Temp.",
  published: "Published",
  seconds: (value: string) => `${value} s`,
  streams: { yes: "yes", "at-once": "at once" },
  toolUses: { yes: "yes", none: "no call", broken: "broken", cut: "cut off", refused: "rejected" },
  yes: "yes",
  no: "no",
  any: "any",
  fixed: "fixed",
  only: (temperature: number) => `only ${temperature}`,
  notListed: (host: string) => `${host} does not list it`,
  emptyFirst: (times: number) =>
    `empty ${times === 1 ? "once" : counted(times, "time")}, answered on the second try`,
  someFailed: (failed: number, runs: number, cause: string) =>
    `${failed} of ${counted(runs, "call")} failed: ${cause}`,
  bars: "Total time",
  measured: "measured",
  publishedIn: (date: string) => `published, an average of ${date}`,
  explained:
    "First, Total: seconds to the first token and to the end. Developer: accepts the role developer. Temp.: accepted temperatures.",
  explainedTimes: "First, Total: seconds to the first token and to the end.",
  takes: (developer: string, temperature: string) =>
    `role developer: ${developer} · temperature: ${temperature}`,
  medianOf: (runs: number) => `Median of ${counted(runs, "call")}.`,
  cost: (usd: string, input: string, output: string) =>
    `Spent: about ${usd} (${counted(input, "token")} in, ${output} out)`,
};
