import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords, TextsOf } from "../words.ts";
import {
  billing,
  count,
  doctor,
  Model,
  model,
  newKey,
  rightName,
  setTo,
  tool,
  wait,
} from "./explained-words.ts";
import { prefixWords, staleWords, temperatureWords } from "./found-in-config.ts";

/** What is said of a name that the gateway has: it was sent with the prefix, or nothing serves it now. */
const named: Readonly<Record<string, (problem: Problem) => ProblemWords>> = {
  known: ({ params }) => ({
    title: `The gateway knows ${params.model}, but nothing serves it now`,
    detail: "The name is right. The vendor behind it is down, or the key's group does not include it.",
    remedy: "Try again later, or use another model for now.",
    commands: [`${tool} models test`, `${tool} models list`],
  }),
  "needs-prefix": ({ params }) => ({
    title: `The gateway has ${params.model}; OpenClaw calls it aisa/${params.model}`,
    detail:
      "Where the config names a model, aisa/ stands in front. If it does, the key may not use this model.",
    remedy: `Write aisa/${params.model}.`,
    commands: [`${tool} models set ${params.model}`, doctor],
  }),
  "prefix-sent": ({ params }) => ({
    title: `The gateway was asked for ${params.model}, with OpenClaw's prefix`,
    detail:
      "In the provider block, ids stand without aisa/; OpenClaw adds it itself, so here it is there twice.",
    remedy: `Its id there is ${params.replacement}.`,
    commands: [`${doctor} --fix`],
  }),
};

function notServed(p: Problem): ProblemWords {
  const special = named[p.params.variant ?? ""];
  if (special) return special(p);
  const hidden = p.params.variant === "hidden";
  return {
    title: p.params.model
      ? `The gateway has no model called ${p.params.model}`
      : "The gateway does not serve this model",
    detail: hidden
      ? "OpenClaw hides the gateway's own sentence. Usually the name is wrong; it can also be an outage."
      : "It is not an outage: waiting or retrying does not help.",
    ...rightName(p, hidden),
  };
}

/** What OpenClaw and the gateway show about models, keys and money. */
export const explainedAccess: TextsOf<
  | "no-available-channel"
  | "model-not-found"
  | "missing-prefix"
  | "stale-model-id"
  | "invalid-temperature"
  | "invalid-key"
  | "missing-key"
  | "key-expired-or-disabled"
  | "insufficient-quota"
  | "rate-limited"
> = {
  "no-available-channel": (p) => notServed(p),
  "model-not-found": (p) => notServed(p),
  "missing-prefix": (p) =>
    prefixWords(p) ?? {
      title: `OpenClaw looks for ${model(p)} at the wrong provider`,
      detail:
        "A reference to a model needs its provider in front: aisa/ and the id. Without it OpenClaw guesses.",
      remedy: p.params.replacement
        ? `Its right name is aisa/${p.params.replacement}.`
        : "Write it with aisa/ in front.",
      commands: [p.params.replacement ? setTo(p) : `${doctor} --fix`],
    },
  "stale-model-id": (p) =>
    staleWords(p) ?? {
      title: `${Model(p)} is out of use`,
      detail: "The vendor withdrew this id or replaced it. Retrying does not help.",
      ...rightName(p),
    },
  "invalid-temperature": (p) =>
    temperatureWords(p) ?? {
      title: `${Model(p)} refuses the temperature that it is sent`,
      detail:
        "Some models take one value alone: Kimi K2.5 takes 1. It comes from agents.defaults.params or the model's own params.",
      remedy: "Have the value set that the model takes, for this model alone.",
      commands: [`${doctor} --fix`],
    },
  "invalid-key": (p) => ({
    title: `${p.params.host ?? "The gateway"} does not accept the API key`,
    detail:
      p.params.variant === "hidden"
        ? "OpenClaw hides the gateway's sentence: the key can be wrong, expired, missing or used up."
        : "It is mistyped, belongs to another service, or was deleted. Quotes, blanks and “Bearer ” do not belong to it.",
    remedy: `Copy the key again from ${billing}, and set it.`,
    commands: [newKey, doctor],
  }),
  "missing-key": (p) => ({
    title: p.params.provider
      ? `OpenClaw has no API key for ${p.params.provider}`
      : "The request carried no API key",
    detail: "A background gateway does not see keys that are exported in a terminal only.",
    remedy: "Set the key where OpenClaw finds it.",
    commands: [newKey, doctor],
  }),
  "key-expired-or-disabled": () => ({
    title: "The API key or its account does not count any more",
    detail: "It expired, was revoked or was disabled. Typing it again does not help.",
    remedy: `Make a new key at ${billing}, and set it. If it is enabled there, try once more first.`,
    commands: [newKey],
  }),
  "insufficient-quota": (p) =>
    p.params.variant === "operator"
      ? {
          title: "An account behind the answer is not paid",
          detail:
            "These are a vendor's words. Through AIsa it is the gateway's account with the vendor, not yours; with a vendor's own key it is yours.",
          remedy: "Check your own balance; if it is fine, use another model for now and tell AIsa's support.",
          commands: [`${doctor}`, `${tool} models list`],
        }
      : {
          title: "The balance or a spending cap is used up",
          detail:
            "The gateway reserves what maxTokens could cost: a smaller maxTokens can let the call pass.",
          remedy: `Top up, or raise the key's cap, at ${billing}. Waiting does not help.`,
          commands: [doctor],
        },
  "rate-limited": (p) => ({
    title: "Too many requests in a short time",
    detail:
      p.params.variant === "daily"
        ? "AIsa itself has no daily limit of requests: another provider answered, or the key has a cap."
        : p.params.limit
          ? `The limit is ${count(p.params.limit)}. Refused calls can count too.`
          : "Refused calls can count too. “Load is saturated” means that the vendor behind the gateway is full.",
    remedy: `${wait(p)} If it lasts, add a fallback model.`,
    commands: [`${tool} models list`],
  }),
};
