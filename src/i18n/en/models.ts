import { counted, number } from "./counts.ts";

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
  ago,
  notAsked: "it was not asked",
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
    countOf: (shown: number, total: number) => `${number(shown)} of ${count(total)}`,
    asked: (host: string, listed: number, when: string) => `${host} lists ${count(listed)}, asked ${when}`,
    notAsked: (host: string) => `the list of ${host} is not known`,
    prices: (page: string) =>
      `USD per 1M tokens; configured models as the config states them, others as the gateway or our catalog does. In force: ${page}`,
    staleHint: (models: number) =>
      `The gateway does not list ${count(models)} of these any more: openclaw-aisa models sync finds what took their place`,
    noMatch: (all: boolean): string =>
      all
        ? "No model matches."
        : "No configured model matches; --all looks through the gateway's models too.",
    nothing: "There is no model to list.",
    noneConfigured: "No model of AIsa is configured: openclaw-aisa onboard sets them up.",
    badPrice: (flag: string, value: string) => `${flag} takes an amount in USD, such as 1.50, not "${value}"`,
  },
  providers: { aisa: "AIsa", bailian: "Bailian", openrouter: "OpenRouter", moonshot: "Moonshot" },
  cost: {
    tokens: "The number of tokens a month",
    askTokens: "Tokens a month (such as 500M)",
    badTokens: (flag: string, value: string) =>
      `${flag}: "${value}" is no number of tokens; write 500M, 2.5B or 1_000_000`,
    badShare: (flag: string, value: string) =>
      `${flag}: "${value}" is no share of input; write a number from 0 to 1, such as 0.2, or 20%`,
    tokensOf: (tokens: string, percent: string) => `${tokens} tokens a month, ${percent} % of them input`,
    used: (tokens: string) => `${tokens} tokens in the last 30 days`,
    provider: "Provider",
    month: "A month",
    year: "A year",
    later: (date: string) => `AIsa, ${date}`,
    saved: (amount: string, percent: string) => `AIsa saves ${amount} a year (${percent})`,
    dearer: (amount: string) => `AIsa costs ${amount} more a year`,
    nothingToCompare: "No other provider's price for it is known.",
    noPrice: "Its price is not known.",
    total: (month: string, year: string) => `Together on AIsa: ${month} a month, ${year} a year`,
    fromUsage: (sessions: number) =>
      `Tokens from OpenClaw's own records of the last 30 days (${counted(sessions, "session")}).`,
    noUsage:
      "OpenClaw's session records hold no answer of an AIsa model in the last 30 days; give --tokens instead.",
    database:
      "This OpenClaw also keeps records in a database that only it reads: openclaw gateway usage-cost --days 30 tells their sum, for --tokens.",
    others: (references: readonly string[]) => `Not counted, other providers: ${references.join(", ")}`,
    sources: (sources: readonly string[], page: string) =>
      `Prices: ${sources.length > 0 ? sources.join("; ") : "as the config or the gateway states them"}. In force: ${page}`,
  },
  info: {
    figures: "Figures",
    from: {
      catalog: "written",
      later: "later",
      gateway: "gateway",
      config: "config",
      conservative: "cautious",
    },
    context: "Context, tokens",
    output: "Output, tokens",
    priceIn: "Input, 1M",
    priceOut: "Output, 1M",
    cacheRead: "Cached input, 1M",
    inputs: "Takes",
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
    listed: (host: string, when: string) => `listed by ${host}, asked ${when}`,
    notListed: (host: string, when: string) => `not listed by ${host}, asked ${when}`,
    temperature: "Temperature",
    onlyTemperature: (only: number) => `Only ${only} is accepted, any other is refused with HTTP 400.`,
    temperatureReaches: (path: string, value: number) =>
      `${path} = ${value} reaches it: openclaw-aisa doctor --fix.`,
    latency: "Latency",
    averageLatency: (ms: string, date: string) =>
      `${ms} ms on average (${date}); openclaw-aisa models test measures it`,
    regions: "Regions",
    retention: "Zero data retention",
    since: (date: string) => `(${date})`,
    aliases: "Also called",
    doNotWork: "Ids that fail",
    unknown:
      "Our catalog does not know it: its limits and prices are not stated, and cautious ones are written for it.",
    source: (date: string, name: string, url: string | undefined) =>
      `${date}: ${name}${url ? `, ${url}` : ""}`,
    pricesAt: (page: string) => `Prices in force: ${page}`,
  },
};
