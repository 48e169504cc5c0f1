import { counted } from "./counts.ts";
import { some, span } from "./problems/shared.ts";

/** Words of `status`. */
export const status = {
  names: {
    key: "Key",
    balance: "Balance",
    config: "Config",
    default: "Default",
    sends: "Sends",
    sessions: "Sessions",
    log: "Last error",
    problems: "Problems",
  },
  key: {
    stored: "not in use yet",
    missing: "none found",
    unknown: "unknown without a readable config",
    hidden: (where: string) => `in OpenClaw's own store (${where})`,
    unresolved: (text: string) => `none: OpenClaw would send the text ${text}`,
  },
  checked: (accepted: boolean, ago: string) => (accepted ? `accepted ${ago}` : `rejected ${ago}`),
  notChecked: "not checked yet",
  balanceUnknown: "unknown",
  ago: (seconds: number) => (seconds < 60 ? "just now" : `${span(seconds)} ago`),
  models: (count: number, provider: string | undefined) =>
    provider === undefined ? "AIsa is not set up" : `${counted(count, "model")} of ${provider}`,
  unreadable: "cannot be read",
  noConfig: "does not exist",
  none: "none",
  default: (primary: string, fallbacks: readonly string[]) =>
    fallbacks.length === 0 ? primary : `${primary}, then ${fallbacks.join(", ")}`,
  sends: (model: string, baseUrl: string, temperature: number | undefined) =>
    `${model} to ${baseUrl}, ${temperature === undefined ? "no temperature" : `temperature ${temperature}`}`,
  noDefault: "no default model",
  otherProvider: "the default model is another provider's",
  pinned: (count: number, models: readonly string[], failing: number) =>
    count === 0
      ? "all use the default model"
      : `${count} with ${count === 1 ? "a model of its" : "models of their"} own: ${some(models, 3)}${
          failing === 0 ? "" : `; ${failing} will fail`
        }`,
  sessionsUnknown: "unknown",
  noProblem: "none in OpenClaw's log",
  cured: "no longer occurs",
  found: (errors: number, warnings: number) => {
    const counts = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")].filter(
      Boolean,
    );
    return counts.length === 0 ? undefined : `${counts.join(", ")}: openclaw-aisa doctor`;
  },
  more: "Details and fixes: openclaw-aisa doctor",
  setUp: "To set it up: openclaw-aisa onboard",
  fine: "To check it all with live requests: openclaw-aisa doctor",
};
