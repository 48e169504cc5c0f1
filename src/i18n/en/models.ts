import { grouped } from "../grouped.ts";
import { counted } from "./counts.ts";

const count = (models: number) => counted(models, "model");

/** How long ago, in words. In: ms. */
function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 120) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${counted(Math.floor(hours / 24), "day")} ago`;
}

/** Words of the commands under `models`. */
export const models = {
  /** A date of a source, YYYY-MM or YYYY-MM-DD, as people read it. */
  date: (date: string): string => date,
  /** What a source of figures is called; its own name where there is no other. */
  sourceName: (name: string): string => name,
  sourceOf: (name: string, date: string) => `${name} (${date})`,
  ago,
  notAsked: "no request was sent",
  list: {
    model: "Model",
    context: "Context",
    output: "Output",
    priceIn: "In $",
    priceOut: "Out $",
    state: "State",
    primary: "default",
    fallback: (place: number) => `fallback ${place}`,
    configured: "configured",
    live: "live",
    stale: "stale",
    unchecked: "not checked",
    count,
    countConfigured: (models: number) => `${count(models)} configured`,
    countOf: (shown: number, total: number) => `${grouped(shown)} of ${count(total)}`,
    asked: (host: string, listed: number, when: string) => `${host} lists ${count(listed)}, checked ${when}`,
    notAsked: (host: string) => `the list of ${host} is unknown`,
    prices: (page: string) =>
      `USD per 1M tokens, from the config for configured models, else from the gateway or the catalog. Current prices: ${page}`,
    staleHint: (models: number) =>
      `The gateway no longer lists ${count(models)} of these. To replace them: openclaw-aisa models sync`,
    noMatch: (all: boolean): string =>
      all ? "No model matches." : "No configured model matches; --all searches the gateway's models too.",
    nothing: "No models.",
    noneConfigured: "No AIsa models are configured. To set them up: openclaw-aisa onboard",
    badPrice: (flag: string, value: string) =>
      `${flag} must be an amount in USD, such as 1.50, not "${value}"`,
  },
  pickHelp: "Type a part of a name, a family or an id to find a model.",
  pick: {
    set: "Default model",
    info: "Model",
    test: "Models to test",
    add: "Models to add",
    remove: "Models to remove",
    asCommand: (line: string) => `The same as a command: ${line}`,
  },
  providers: { aisa: "AIsa", bailian: "Bailian", openrouter: "OpenRouter", moonshot: "Moonshot" },
  cost: {
    tokens: "The number of tokens per month",
    askTokens: "Tokens per month",
    badTokens: (flag: string, value: string) =>
      `${flag}: "${value}" is not a number of tokens; write 500M, 2.5B or 1_000_000`,
    badShare: (flag: string, value: string) =>
      `${flag}: "${value}" is not a share; write a number from 0 to 1, such as 0.2, or 20%`,
    tokensOf: (tokens: string, percent: string) =>
      `${counted(tokens, "token")} per month, ${percent} % of them input`,
    used: (tokens: string) => `${counted(tokens, "token")} in the last 30 days`,
    provider: "Provider",
    month: "Per month",
    year: "Per year",
    later: (date: string) => `AIsa, ${date}`,
    saved: (amount: string, percent: string) => `AIsa saves ${amount} per year (${percent})`,
    costsMore: (amount: string) => `AIsa costs ${amount} more per year`,
    nothingToCompare: "No price of another provider is known.",
    noPrice: "Its price is unknown.",
    total: (month: string, year: string) => `Total on AIsa: ${month} per month, ${year} per year`,
    fromUsage: (sessions: number, databases: number) =>
      `Tokens from OpenClaw's own records of the last 30 days (${counted(sessions, "session file")}${databases > 0 ? `, ${counted(databases, "database")}` : ""}). By day, agent and more: openclaw-aisa usage`,
    noUsage:
      "OpenClaw's session records have no answer of an AIsa model in the last 30 days; use --tokens instead.",
    others: (references: readonly string[]) => `Not counted, other providers: ${references.join(", ")}`,
    sources: (sources: readonly string[], page: string) =>
      `Prices: ${sources.length > 0 ? sources.join("; ") : "from the config or the gateway"}. Current prices: ${page}`,
  },
  info: {
    figures: "Figures",
    from: {
      catalog: "catalog",
      later: "later",
      gateway: "gateway",
      config: "config",
      conservative: "default",
    },
    context: "Context, tokens",
    output: "Output, tokens",
    priceIn: "Input, 1M",
    priceOut: "Output, 1M",
    cacheRead: "Cached input, 1M",
    inputs: "Accepts",
    kinds: { text: "text", image: "images" } as Record<string, string>,
    reasoning: "Reasoning",
    yes: "yes",
    no: "no",
    and: ", ",
    beside: "Elsewhere",
    saves: "AIsa saves",
    date: "As of",
    state: "State",
    notConfigured: "not configured",
    listed: (host: string, when: string) => `listed by ${host}, checked ${when}`,
    notListed: (host: string, when: string) => `not listed by ${host}, checked ${when}`,
    temperature: "Temperature",
    onlyTemperature: (only: number) => `Only ${only} is accepted; others fail with HTTP 400.`,
    temperatureReaches: (path: string, value: number) =>
      `${path} = ${value} applies to it. To fix: openclaw-aisa doctor --fix`,
    latency: "Latency",
    averageLatency: (ms: string, date: string) =>
      `${ms} ms on average (${date}). To measure: openclaw-aisa models test`,
    regions: "Regions",
    retention: "Zero data retention",
    since: (date: string) => `(${date})`,
    aliases: "Aliases",
    doNotWork: "Ids that do not work",
    unknown:
      "Not in the built-in catalog: its limits and prices are unknown, and the config gets safe defaults.",
    source: (date: string, name: string, url: string | undefined) =>
      `${date}: ${name}${url ? `, ${url}` : ""}`,
    pricesAt: (page: string) => `Current prices: ${page}`,
  },
};
