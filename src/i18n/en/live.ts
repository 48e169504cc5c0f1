import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords, VariantTexts } from "../words.ts";
import { billing, doctor, host, Model, model, tool } from "./explained-words.ts";

/** A vendor refuses the gateway's own key: the user's was taken a moment ago. */
const operator = (p: Problem): ProblemWords => ({
  title: `The vendor behind ${model(p)} refuses the gateway's own account`,
  detail: "Your key is good: the gateway has just taken it for its list of models.",
  remedy: "Use another model for now, and tell AIsa's support.",
  commands: [`${tool} models list`],
});

/** ALL_PROXY is set and nothing reads it: the likely reason that there is no way out. */
const unreadProxy =
  (title: string) =>
  (p: Problem): ProblemWords => ({
    title: title.replace("{host}", host(p)),
    detail: `${p.params.source ?? "ALL_PROXY"} is set, but neither OpenClaw nor this program reads it.`,
    remedy: "If this network needs the proxy, set HTTPS_PROXY to its http:// address.",
    commands: [doctor],
  });

const several = (p: Problem): ProblemWords => ({
  title: `The gateway does not serve ${p.params.count ?? "several"} of the configured models`,
  detail: "They are not in its list, or nothing serves them now.",
  remedy: "Compare with what it lists.",
  commands: [`${tool} models list --all`],
});

/** A time in the unit that says most, with a blank behind it; nothing for an unknown one. */
function span(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  if (seconds < 600) return `${seconds} s `;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min `;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h ` : `${Math.round(seconds / 86_400)} days `;
}

/** What only live checks can tell apart. */
export const live: VariantTexts = {
  "invalid-key": { operator },
  "missing-key": { operator },
  "key-expired-or-disabled": { operator },
  "no-available-channel": { several },
  "model-not-found": { several },
  "insufficient-quota": {
    reserve: (p) => ({
      title: `The balance may be too small for one call of ${model(p)}`,
      detail: `The gateway reserves what the entry's maxTokens could cost${p.params.value ? `: $${p.params.value}` : ""}.`,
      remedy: `Top up at ${billing}, or lower maxTokens of the entry.`,
    }),
  },
  "empty-content": {
    once: (p) => ({
      title: `${Model(p)} answered without text once, and with text when asked again`,
      detail: "It is a passing fault of the vendor, not of the config.",
    }),
  },
  "streaming-broken": {
    "not-streamed": () => ({
      title: "The gateway does not stream: it answered in one piece of JSON",
      detail: "OpenClaw always asks for a stream, and takes nothing else.",
      remedy: "See whether the base URL is AIsa's own, and whether a program in between changes answers.",
      commands: [doctor],
    }),
    "one-piece": (p) => ({
      title: `${Model(p)} sends its whole answer as one piece of the stream`,
      detail: "Answers arrive, but nothing is seen until they are whole.",
      remedy: "A proxy in between may collect it; if there is none, use another model for quick answers.",
      commands: [`${tool} models test`],
    }),
    buffered: (p) => ({
      title: `The stream of ${model(p)} is held back, and comes all at once`,
      detail: "Answers arrive, but nothing is seen until they are whole.",
      remedy: "A proxy in between collects it: switch its buffering off, or add the gateway to NO_PROXY.",
      commands: [`${tool} models test`],
    }),
  },
  "tool-call-error": {
    "text-instead": (p) => ({
      title: `${Model(p)} answered a request for a tool call with text`,
      detail: "It was offered one function and told to call it. An agent needs that.",
      remedy: "It can happen once. If it repeats, use a model that calls tools well as the default.",
      commands: [`${tool} models test`, `${tool} models list`],
    }),
    "broken-arguments": (p) => ({
      title: `${Model(p)} writes tool calls whose arguments are not JSON`,
      detail: "OpenClaw cannot carry such a call out.",
      remedy: "Use a model that calls tools well as the default.",
      commands: [`${tool} models test`, `${tool} models list`],
    }),
  },
  "network-dns": { "unread-proxy": unreadProxy("The name {host} cannot be resolved") },
  "network-timeout": { "unread-proxy": unreadProxy("No answer from {host} in time") },
  "network-refused": { "unread-proxy": unreadProxy("No connection to {host}") },
  "proxy-error": {
    malformed: ({ params }) => ({
      title: `${params.source ?? "A proxy variable"} is not an http:// or https:// address`,
      detail:
        "OpenClaw and this program can use no other proxy: no socks5://, and no address without http://.",
      remedy: "Write it as http://host:port, with the port of the proxy for HTTP; or unset it.",
      commands: [doctor],
    }),
    unreachable: ({ params }) => ({
      title: `Nothing answers at the proxy that ${params.source ?? "the environment"} names`,
      detail: "The proxy program does not run, or its address or port is another.",
      remedy: `Start it, or correct ${params.source ?? "the variable"}; to go without, unset it or add the gateway to NO_PROXY.`,
      commands: [doctor],
    }),
    password: ({ params }) => ({
      title: `The proxy that ${params.source ?? "the environment"} names wants a user and a password`,
      remedy: "Write them into the address: http://user:password@host:port.",
      commands: [doctor],
    }),
  },
  "clock-skew": {
    ahead: ({ params }) => ({
      title: `This machine's clock is ${span(params.seconds)}ahead`,
      remedy: "Set the clock: certificates are judged by it.",
    }),
    behind: ({ params }) => ({
      title: `This machine's clock is ${span(params.seconds)}behind`,
      remedy: "Set the clock: certificates are judged by it.",
    }),
  },
  "price-drift": {
    "newer-list": ({ params }) => ({
      title: `AIsa's price list${params.version ? ` of ${params.version}` : ""} has other prices for ${params.models?.length ?? 1} of your models`,
      detail: "OpenClaw's own cost figures go by the config's prices (input / output for 1M tokens).",
      remedy: "Compare before you rely on them; the bill goes by AIsa's own.",
      commands: [`${tool} models list`],
    }),
  },
};
