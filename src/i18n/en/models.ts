const count = (models: number) => `${models} ${models === 1 ? "model" : "models"}`;

/** How long ago, in words. In: ms. */
function ago(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 120) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`;
}

/** Words of the commands under `models`. */
export const models = {
  ago,
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
    countOf: (shown: number, total: number) => `${shown} of ${count(total)}`,
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
};
