import type { foundCodes } from "../../core/problem-codes.ts";
import type { TextsOf } from "../words.ts";
export const found: TextsOf<keyof typeof foundCodes> = {
  "config-missing": ({ params }) => ({ title: `config-missing ${JSON.stringify(params)}` }),
  "config-unwritable": ({ params }) => ({ title: `config-unwritable ${JSON.stringify(params)}` }),
  "provider-missing": ({ params }) => ({ title: `provider-missing ${JSON.stringify(params)}` }),
  "double-prefixed-id": ({ params }) => ({ title: `double-prefixed-id ${JSON.stringify(params)}` }),
  "misplaced-compat": ({ params }) => ({ title: `misplaced-compat ${JSON.stringify(params)}` }),
  "wrong-fallback-key": ({ params }) => ({ title: `wrong-fallback-key ${JSON.stringify(params)}` }),
  "allowlist-hides-model": ({ params }) => ({ title: `allowlist-hides-model ${JSON.stringify(params)}` }),
  "key-not-visible-to-gateway": ({ params }) => ({
    title: `key-not-visible-to-gateway ${JSON.stringify(params)}`,
  }),
  "conflicting-keys": ({ params }) => ({ title: `conflicting-keys ${JSON.stringify(params)}` }),
  "malformed-key": ({ params }) => ({ title: `malformed-key ${JSON.stringify(params)}` }),
  "insecure-permissions": ({ params }) => ({ title: `insecure-permissions ${JSON.stringify(params)}` }),
  "key-unresolved": ({ params }) => ({ title: `key-unresolved ${JSON.stringify(params)}` }),
  "flat-env-block": ({ params }) => ({ title: `flat-env-block ${JSON.stringify(params)}` }),
  "stale-agent-models": ({ params }) => ({ title: `stale-agent-models ${JSON.stringify(params)}` }),
  "clobbered-config": ({ params }) => ({ title: `clobbered-config ${JSON.stringify(params)}` }),
  "duplicate-entries": ({ params }) => ({ title: `duplicate-entries ${JSON.stringify(params)}` }),
  "missing-metadata": ({ params }) => ({ title: `missing-metadata ${JSON.stringify(params)}` }),
  "several-configs": ({ params }) => ({ title: `several-configs ${JSON.stringify(params)}` }),
  "openclaw-missing": ({ params }) => ({
    title: "There is no openclaw on PATH",
    detail: `OpenClaw${params.required ? ` ${params.required} or newer` : ""} is needed for this.`,
    commands: ["npm install -g openclaw"],
  }),
  "openclaw-too-old": ({ params }) => ({
    title: `OpenClaw ${params.version ?? ""} is too old for this`.replace("  ", " "),
    ...(params.required ? { detail: `It takes ${params.required} or newer.` } : {}),
    commands: ["openclaw update"],
  }),
  "openclaw-not-runnable": ({ params }) => ({
    title: "OpenClaw is there and does not run here",
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "It often needs a newer Node: OpenClaw 2026.9.6 takes Node 24.16 or newer.",
  }),
  "sign-in-inactive": ({ params }) => ({
    title: `OpenClaw keeps the AIsa sign-in ${params.value ?? ""} and does not use it`.replace("  ", " "),
    detail:
      "A model was configured already, so its onboarding saved the new key aside and ended with exit code 1.",
    remedy: "Activate it: OpenClaw tests it and uses it from then on.",
    commands: [`openclaw models auth activate ${params.value ?? "<id>"} --agent main`],
  }),
  "plugin-conflict": ({ params }) => ({
    title: `Another plugin provides ${params.provider ?? "aisa"} too: ${(params.sources ?? []).join(", ") || "?"}`,
    detail: "Which of them answers is left to OpenClaw's order of loading.",
    remedy: "Keep one of them.",
    commands: (params.sources ?? []).map((id) => `openclaw plugins disable ${id}`),
  }),
  "price-drift": ({ params }) => ({ title: `price-drift ${JSON.stringify(params)}` }),
  "captive-portal": ({ params }) => ({ title: `captive-portal ${JSON.stringify(params)}` }),
  "clock-skew": ({ params }) => ({ title: `clock-skew ${JSON.stringify(params)}` }),
  "unsupported-node": ({ params }) => ({ title: `unsupported-node ${JSON.stringify(params)}` }),
};
