import { catalog } from "../../src/adapters/files/templates.ts";
import type { Change } from "../../src/core/change/change.ts";
import { applyToValue } from "../../src/core/edit/apply-value.ts";
import type { DocumentPath } from "../../src/core/json/path.ts";
import { entryFigures } from "../../src/core/models/catalog.ts";
import { Failure } from "../../src/core/problem/problem.ts";
import { modelEntry } from "../../src/core/provider/provider.ts";

/** One thing that is wrong with a config and that doctor fixes: the code that names it, and how it comes about. */
export interface Fault {
  readonly code: string;
  readonly what: string;
  readonly changes: readonly Change[];
}

/** A config in which doctor finds nothing wrong. */
export const soundConfig = {
  models: {
    mode: "merge",
    providers: {
      aisa: {
        baseUrl: "https://api.aisa.one/v1",
        apiKey: "${AISA_API_KEY}",
        api: "openai-completions",
        models: ["qwen3-max", "deepseek-v3.1", "kimi-k2.5"].map((id) =>
          modelEntry(entryFigures(catalog, id)),
        ),
      },
    },
  },
  agents: {
    defaults: {
      model: { primary: "aisa/qwen3-max", fallbacks: ["aisa/deepseek-v3.1"] },
      models: { "aisa/qwen3-max": {}, "aisa/deepseek-v3.1": { alias: "ds" }, "aisa/kimi-k2.5": {} },
    },
    list: [
      { id: "main", default: true },
      { id: "second", model: { primary: "aisa/kimi-k2.5" } },
    ],
  },
};

const block: DocumentPath = ["models", "providers", "aisa"];
const entry = (index: number, ...rest: DocumentPath) => [...block, "models", index, ...rest];
const defaults = (...rest: DocumentPath) => ["agents", "defaults", ...rest];
const set = (path: DocumentPath, value: unknown): Change => ({ op: "set", path, value });
const remove = (path: DocumentPath): Change => ({ op: "remove", path });
const append = (path: DocumentPath, value: unknown): Change => ({ op: "append", path, value });
const rename = (path: DocumentPath, value: string): Change => ({ op: "rename", path, value });
const copy = (id: string) => modelEntry(entryFigures(catalog, id));
const fault = (code: string, what: string, ...changes: readonly Change[]): Fault => ({ code, what, changes });

/** What doctor fixes in a config, beginning with what leaves its form whole. */
export const faults: readonly Fault[] = [
  fault("double-prefixed-id", "an entry's id with the prefix", set(entry(0, "id"), "aisa/qwen3-max")),
  fault(
    "double-prefixed-id",
    "a reference with two prefixes",
    set(defaults("model", "primary"), "aisa/aisa/qwen3-max"),
  ),
  fault(
    "stale-model-id",
    "an entry out of use",
    append([...block, "models"], { ...copy("qwen-plus-2025-12-01"), id: "qwen-plus" }),
  ),
  fault(
    "stale-model-id",
    "two ids that become the same one",
    append([...block, "models"], { ...copy("qwen-plus-2025-12-01"), id: "aisa/qwen-plus" }),
    append([...block, "models"], { ...copy("qwen-plus-2025-12-01"), id: "qwen-plus-latest" }),
  ),
  fault(
    "stale-model-id",
    "two references that become the same one",
    append(defaults("model", "fallbacks"), "aisa/qwen-plus"),
    append(defaults("model", "fallbacks"), "aisa/qwen-plus-latest"),
  ),
  fault(
    "duplicate-entries",
    "an entry twice, prefixed",
    append([...block, "models"], { ...copy("qwen3-max"), id: "aisa/qwen3-max" }),
  ),
  fault("duplicate-entries", "the first entry again in the middle", set(entry(1, "id"), "qwen3-max")),
  fault(
    "missing-prefix",
    "a fallback without prefix",
    set(defaults("model", "fallbacks", 0), "deepseek-v3.1"),
  ),
  fault(
    "missing-prefix",
    "the primary at another provider",
    set(defaults("model", "primary"), "openai/qwen3-max"),
  ),
  fault("missing-prefix", "a subagent's model", set(defaults("subagents"), { model: "qwen3-max" })),
  fault("missing-prefix", "a heartbeat's model", set(defaults("heartbeat"), { model: "kimi-k2.5" })),
  fault("missing-prefix", "the image model", set(defaults("imageModel"), "qwen3-max")),
  fault(
    "missing-prefix",
    "an alias under a bare id",
    rename(defaults("models", "aisa/deepseek-v3.1"), "deepseek-v3.1"),
  ),
  fault(
    "missing-prefix",
    "a bare id beside the right one",
    set(defaults("models", "qwen3-max"), { alias: "max" }),
  ),
  fault(
    "missing-prefix",
    "two wrong spellings of one key",
    set(defaults("models", "kimi-k2.5"), {}),
    set(defaults("models", "aisa/aisa/kimi-k2.5"), { alias: "kimi" }),
    remove(defaults("models", "aisa/kimi-k2.5")),
  ),
  fault("wrong-fallback-key", "fallback for fallbacks", set(defaults("model", "fallback"), ["kimi-k2.5"])),
  fault(
    "reference-without-entry",
    "a fallback without entry",
    append(defaults("model", "fallbacks"), "aisa/glm-5"),
  ),
  fault(
    "allowlist-hides-model",
    "a model that is not allowed",
    remove(defaults("models", "aisa/deepseek-v3.1")),
  ),
  fault("invalid-temperature", "a temperature for all", set(defaults("params"), { temperature: 0.7 })),
  fault(
    "invalid-temperature",
    "a temperature of the model",
    set(defaults("models", "aisa/kimi-k2.5", "params"), { temperature: 0.2 }),
  ),
  fault(
    "invalid-temperature",
    "a temperature of an agent",
    set(["agents", "list", 1, "params"], { temperature: 0.3 }),
  ),
  fault("invalid-temperature", "a temperature in the entry", set(entry(2, "params"), { temperature: 0.5 })),
  fault("missing-metadata", "no figures", remove(entry(1, "cost")), remove(entry(1, "contextWindow"))),
  fault("missing-metadata", "no name", remove(entry(0, "name"))),
  fault("context-window-too-small", "a small context window", set(entry(1, "contextWindow"), 4096)),
  fault(
    "misplaced-compat",
    "supportsDeveloperRole beside the id",
    remove(entry(0, "compat")),
    set(entry(0, "supportsDeveloperRole"), false),
  ),
  fault("misplaced-compat", "no compat", remove(entry(0, "compat"))),
  fault(
    "misplaced-compat",
    "compat at the provider",
    set([...block, "compat"], { supportsDeveloperRole: false }),
  ),
  fault(
    "wrong-base-url",
    "the endpoint as base URL",
    set([...block, "baseUrl"], "https://api.aisa.one/v1/chat/completions"),
  ),
  fault("wrong-base-url", "no base URL", remove([...block, "baseUrl"])),
  fault("wrong-base-url", "clear text", set([...block, "baseUrl"], "http://api.aisa.one/v1")),
  fault("wrong-api-type", "another API", set([...block, "api"], "openai-responses")),
  fault("wrong-api-type", "another API of an entry", set(entry(1, "api"), "openai-responses")),
  fault("flat-env-block", "a variable directly in env", set(["env"], { OTHER_SETTING: "x" })),
  fault("key-unresolved", "a variable without braces", set([...block, "apiKey"], "AISA_API_KEY")),
  fault("config-schema", "a number as text", set(entry(2, "contextWindow"), "256k")),
  fault("config-schema", "a context window of zero", set(entry(0, "contextWindow"), 0)),
  fault("config-schema", "a negative price", set(entry(1, "cost", "input"), -1)),
  fault("config-schema", "an unknown key of an entry", set(entry(0, "temperature"), 1)),
  fault("config-schema", "a misspelled key of an entry", rename(entry(1, "maxTokens"), "max_tokens")),
  fault("config-schema", "an unknown key of compat", set(entry(1, "compat", "supportsMagic"), true)),
  fault("config-schema", "an unknown key of the provider", set([...block, "organization"], "me")),
  fault("config-schema", "a misspelled key of the provider", rename([...block, "api"], "API")),
  fault(
    "config-schema",
    "a SecretRef without provider",
    set([...block, "apiKey"], { source: "env", id: "AISA_API_KEY" }),
  ),
  fault("config-schema", "no list of models", remove([...block, "models"])),
  fault("config-schema", "an id in place of an entry", set(entry(0), "aisa/qwen3-max")),
  fault("config-schema", "an entry without id", append([...block, "models"], { name: "Nameless" })),
];

/** All faults that can stand beside each other, the first of two that cannot. */
export function faultsAtOnce(candidates: readonly Fault[]): readonly Fault[] {
  const replacing = candidates.findIndex((one) => one.what === "no list of models");
  const chosen: Fault[] = [];
  for (const one of candidates.slice(0, replacing === -1 ? undefined : replacing)) {
    if (["no base URL", "a SecretRef without provider"].includes(one.what)) continue;
    try {
      faultyText([...chosen, one]);
      chosen.push(one);
    } catch (error) {
      if (!(error instanceof Failure)) throw error; // else this one cannot stand beside the others
    }
  }
  return chosen;
}

/** The sound config with faults in it, as a text with a comment that must survive. */
export function faultyText(chosen: readonly Fault[]): string {
  const value = chosen.reduce<unknown>((config, { changes }) => applyToValue(config, changes), soundConfig);
  return `// mine\n${JSON.stringify(value, null, 2)}\n`;
}
