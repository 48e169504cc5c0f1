import { describe, expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import type { Change } from "../../../src/core/change/index.ts";
import { type Check, isSkipped } from "../../../src/doctor/check.ts";
import { api } from "../../../src/doctor/checks/api.ts";
import { balance } from "../../../src/doctor/checks/balance.ts";
import { baseUrl } from "../../../src/doctor/checks/base-url.ts";
import { clobberedConfig } from "../../../src/doctor/checks/clobbered-config.ts";
import { configFound } from "../../../src/doctor/checks/config-found.ts";
import { configParses } from "../../../src/doctor/checks/config-parses.ts";
import { contextWindow } from "../../../src/doctor/checks/context-window.ts";
import { developerRole } from "../../../src/doctor/checks/developer-role.ts";
import { dotenv } from "../../../src/doctor/checks/dotenv.ts";
import { duplicates } from "../../../src/doctor/checks/duplicates.ts";
import { flatEnv } from "../../../src/doctor/checks/flat-env.ts";
import { managed } from "../../../src/doctor/checks/managed.ts";
import { modelIds } from "../../../src/doctor/checks/model-ids.ts";
import { node } from "../../../src/doctor/checks/node.ts";
import { openclaw } from "../../../src/doctor/checks/openclaw.ts";
import { permissions } from "../../../src/doctor/checks/permissions.ts";
import { provider } from "../../../src/doctor/checks/provider.ts";
import { severalConfigs } from "../../../src/doctor/checks/several-configs.ts";
import { staleIds } from "../../../src/doctor/checks/stale-ids.ts";
import { temperature } from "../../../src/doctor/checks/temperature.ts";
import type { ConfigView } from "../../../src/doctor/config-view.ts";
import { createFacts, type FactTypes, FactUnavailable, type Gatherers } from "../../../src/doctor/facts.ts";

/** A config for judging, of which positions are not looked at. */
const viewOf = (value: unknown): ConfigView => ({
  file: "openclaw.json",
  value,
  at: () => ({ file: "openclaw.json" }),
  twice: () => [],
});
const withProvider = (block: object, rest: object = {}) =>
  viewOf({ models: { providers: { aisa: block } }, ...rest });
const withEntries = (entries: readonly object[], rest: object = {}) =>
  withProvider({ models: entries }, rest);

type Known = Partial<FactTypes>;

/** Runs a check on what is known; everything else cannot be had. */
async function judge(check: Check, known: Known) {
  const all: Known = { catalog, ...known };
  const gatherers = new Proxy({} as Gatherers, {
    get: (_, name: keyof FactTypes) => async () => {
      if (!(name in all)) throw new FactUnavailable("not-needed");
      return all[name];
    },
  });
  const verdict = await check.run(createFacts(gatherers));
  if (isSkipped(verdict)) return { skipped: verdict.skipped, problems: [] };
  return { skipped: undefined, problems: "problems" in verdict ? verdict.problems : verdict };
}

const located = {
  configPath: "/h/openclaw.json",
  ignored: [] as string[],
  exists: true,
} as unknown as FactTypes["located"];
const broken = { kind: "broken", path: "/bin/openclaw", reason: "needs Node 24" } as const;
const info = (mode: number) => ({
  mode,
  size: 1,
  modified: 0,
  hasModes: true,
  directory: false,
  owner: 1,
  group: 1,
});
const exposed = { files: [], folders: [], foreign: [] };
const open = { file: "b", info: info(0o666), format: "json5" } as const;
const money = (available: number) => ({ ok: true, value: { available, currency: "USD" } }) as const;
const asked = { models: ["qwen3-max"], left: [] } as unknown as FactTypes["asked"];
const costly = withEntries([{ id: "qwen3-max", maxTokens: 100_000, cost: { output: 20 } }]);
const kimi = (temperatureSet: number) =>
  withEntries([{ id: "kimi-k2.5" }], { agents: { defaults: { params: { temperature: temperatureSet } } } });
const failure = { code: "other", params: {} } as const;
const refused = (status: number) =>
  ({ ok: false, problem: { code: "other", params: { status } } }) as unknown as FactTypes["balance"];
const probesWith = (developer: unknown) =>
  ({ model: "qwen3-max", developer }) as unknown as FactTypes["probes"];
const answered = [{ outcome: { ok: true } }] as unknown as FactTypes["chats"];

/** What is known, and the codes that come of it; a word that begins with `-` is the cause of a skip. */
const rows: readonly (readonly [check: Check, what: string, known: Known, codes: readonly string[]])[] = [
  [api, "no provider", { config: viewOf({}) }, ["-no-provider"]],
  [api, "the right one", { config: withProvider({ api: "openai-completions" }) }, []],
  [api, "none", { config: withProvider({}) }, ["wrong-api-type"]],
  [api, "another one", { config: withProvider({ api: "openai-responses" }) }, ["wrong-api-type"]],
  [
    api,
    "another one of an entry",
    {
      config: withProvider({
        api: "openai-completions",
        models: [{ id: "qwen3-max", api: "anthropic-messages" }],
      }),
    },
    ["wrong-api-type"],
  ],
  [
    api,
    "a vendor's own one, which the gateway serves too",
    {
      config: withProvider({
        api: "openai-completions",
        models: [{ id: "claude-x", api: "anthropic-messages" }],
      }),
    },
    [],
  ],
  [balance, "nothing told", { balance: refused(500) }, ["-not-needed"]],
  [balance, "an empty account", { balance: money(0) }, ["insufficient-quota"]],
  [balance, "enough for a call", { balance: money(5), config: costly, asked }, []],
  [
    balance,
    "less than a call reserves",
    { balance: money(1), config: costly, asked },
    ["insufficient-quota"],
  ],
  [baseUrl, "no provider", { config: viewOf({}) }, ["-no-provider"]],
  [baseUrl, "AIsa's own", { config: withProvider({ baseUrl: "https://api.aisa.one/v1" }) }, []],
  [baseUrl, "none", { config: withProvider({}) }, ["wrong-base-url"]],
  [baseUrl, "without /v1", { config: withProvider({ baseUrl: "https://api.aisa.one" }) }, ["wrong-base-url"]],
  [
    baseUrl,
    "with the route",
    { config: withProvider({ baseUrl: "https://api.aisa.one/v1/chat/completions" }) },
    ["wrong-base-url"],
  ],
  [
    baseUrl,
    "plain http",
    { config: withProvider({ baseUrl: "http://api.aisa.one/v1" }) },
    ["wrong-base-url"],
  ],
  [
    baseUrl,
    "plain http on this machine",
    { config: withProvider({ baseUrl: "http://127.0.0.1:8080/v1" }) },
    [],
  ],
  [baseUrl, "a variable", { config: withProvider({ baseUrl: "${SOMEWHERE}" }) }, []],
  [clobberedConfig, "no copy", { clobbered: [] }, []],
  [
    clobberedConfig,
    "a copy that OpenClaw put aside",
    { clobbered: ["openclaw.json.clobbered.1"] },
    ["clobbered-config"],
  ],
  [configFound, "a config", { located }, []],
  [configFound, "none", { located: { ...located, exists: false } }, ["config-missing"]],
  [configParses, "a broken one", { parsed: { ok: false, problem: failure } }, ["other"]],
  [contextWindow, "enough", { config: withEntries([{ id: "qwen3-max", contextWindow: 16_000 }]) }, []],
  [
    contextWindow,
    "too small",
    { config: withEntries([{ id: "qwen3-max", contextWindow: 15_999 }]) },
    ["context-window-too-small"],
  ],
  [
    contextWindow,
    "enough for a newer OpenClaw",
    { config: withEntries([{ id: "qwen3-max", contextWindow: 15_999 }]), version: "2026.8.2" },
    [],
  ],
  [
    developerRole,
    "not tried",
    { probes: probesWith(undefined), chats: answered, config: costly },
    ["-not-needed"],
  ],
  [developerRole, "accepted", { probes: probesWith({ ok: true }), chats: answered, config: costly }, []],
  [
    developerRole,
    "refused",
    { probes: probesWith(refused(400)), chats: answered, config: costly },
    ["developer-role-unsupported"],
  ],
  [
    developerRole,
    "busy",
    { probes: probesWith(refused(429)), chats: answered, config: costly },
    ["-chat-failed"],
  ],
  [
    developerRole,
    "broken",
    { probes: probesWith(refused(503)), chats: answered, config: costly },
    ["-chat-failed"],
  ],
  [dotenv, "readable", { dotenv: undefined }, []],
  [dotenv, "unreadable", { dotenv: failure }, ["other"]],
  [
    duplicates,
    "two of different models",
    { config: withEntries([{ id: "qwen3-max" }, { id: "kimi-k2.5" }]) },
    [],
  ],
  [
    duplicates,
    "two of one, spelled differently",
    { config: withEntries([{ id: "qwen3-max" }, { id: "aisa/qwen3-max" }]) },
    ["duplicate-entries"],
  ],
  [flatEnv, "where OpenClaw reads them", { config: viewOf({ env: { vars: { A: "b" }, shellEnv: {} } }) }, []],
  [flatEnv, "directly below env", { config: viewOf({ env: { A: "b" } }) }, ["flat-env-block"]],
  [managed, "by nobody", { managedBy: undefined, located }, []],
  [managed, "by Nix", { managedBy: "OPENCLAW_NIX_MODE", located }, ["config-readonly"]],
  [modelIds, "bare", { config: withEntries([{ id: "qwen3-max" }]) }, []],
  [modelIds, "with the prefix", { config: withEntries([{ id: "aisa/qwen3-max" }]) }, ["double-prefixed-id"]],
  [node, "an OpenClaw that runs", { node: "18.0.0", openclaw: { kind: "missing" } }, []],
  [node, "too old for the one that does not", { node: "22.12.0", openclaw: broken }, ["unsupported-node"]],
  [node, "between what it takes", { node: "25.0.0", openclaw: broken }, ["unsupported-node"]],
  [node, "new enough", { node: "24.16.0", openclaw: broken }, []],
  [node, "new enough for an older one", { node: "22.14.0", openclaw: broken, version: "2026.4.15" }, []],
  [openclaw, "none", { openclaw: { kind: "missing" } }, ["openclaw-missing"]],
  [openclaw, "one that does not run", { openclaw: broken }, ["openclaw-not-runnable"]],
  [openclaw, "one", { openclaw: { kind: "ready", path: "/bin/openclaw", version: "2026.9.6" } }, []],
  [
    permissions,
    "the owner's alone",
    { exposed, guarded: [{ file: "a", info: info(0o600), format: "json5" }] },
    [],
  ],
  [
    permissions,
    "writable for the group",
    { exposed: { ...exposed, files: [open] } },
    ["insecure-permissions"],
  ],
  [permissions, "another user's", { exposed: { ...exposed, foreign: ["a"] } }, ["insecure-permissions"]],
  [
    permissions,
    "in a folder that all may write",
    { exposed: { ...exposed, folders: [{ ...open, file: "f" }] } },
    ["insecure-permissions"],
  ],
  [
    permissions,
    "readable for the group",
    { exposed, guarded: [{ file: "a", info: info(0o640), format: "json5" }] },
    ["insecure-permissions"],
  ],
  [provider, "ours", { config: withProvider({}) }, []],
  [provider, "the plugin's", { config: viewOf({ plugins: { entries: { aisa: { enabled: true } } } }) }, []],
  [
    provider,
    "none",
    { config: viewOf({ plugins: { entries: { aisa: { enabled: false } } } }) },
    ["provider-missing"],
  ],
  [severalConfigs, "one", { located }, []],
  [
    severalConfigs,
    "another one that is ignored",
    { located: { ...located, ignored: ["/h/old.json"] } },
    ["several-configs"],
  ],
  [staleIds, "a right one", { config: withEntries([{ id: "qwen3-max" }]) }, []],
  [staleIds, "one that was replaced", { config: withEntries([{ id: "qwen-plus" }]) }, ["stale-model-id"]],
  [
    staleIds,
    "one that the gateway serves all the same",
    { config: withEntries([{ id: "qwen-plus" }]), models: { ok: true, value: [{ id: "qwen-plus" }] } },
    [],
  ],
  [temperature, "the one that the model takes", { config: kimi(1) }, []],
  [temperature, "another one", { config: kimi(0.7) }, ["invalid-temperature"]],
];

describe("a single check", () => {
  it.each(rows.map(([check, what, known, codes]) => ({ id: check.id, check, what, known, codes })))(
    "$id: $what",
    async ({ check, known, codes }) => {
      const { skipped, problems } = await judge(check, known);
      expect(skipped === undefined ? problems.map((one) => one.code) : [`-${skipped}`]).toEqual(codes);
    },
  );
});

describe("what a check would change", () => {
  const fixes: readonly (readonly [check: Check, known: Known, changes: readonly Partial<Change>[]])[] = [
    [api, { config: withProvider({}) }, [{ op: "set", path: ["models", "providers", "aisa", "api"] }]],
    [
      baseUrl,
      { config: withProvider({ baseUrl: "http://api.aisa.one/v1" }) },
      [{ value: "https://api.aisa.one/v1" }],
    ],
    // Only its owner can say whether another host speaks https.
    [baseUrl, { config: withProvider({ baseUrl: "http://gateway.test/v1" }) }, []],
    [
      duplicates,
      { config: withEntries([{ id: "kimi-k2.5" }, { id: "aisa/kimi-k2.5" }]) },
      [{ op: "remove", path: ["models", "providers", "aisa", "models", 1] }],
    ],
    [
      flatEnv,
      { config: viewOf({ env: { A: "b" } }) },
      [
        { op: "set", path: ["env", "vars", "A"], secret: true },
        { op: "remove", path: ["env", "A"], secret: true },
      ],
    ],
    [modelIds, { config: withEntries([{ id: "aisa/qwen3-max" }]) }, [{ value: "qwen3-max" }]],
    [
      permissions,
      { exposed, guarded: [{ file: "a", info: info(0o644), format: "dotenv" }] },
      [{ op: "mode", value: 0o600 }],
    ],
    [permissions, { exposed: { ...exposed, files: [open] } }, [{ op: "mode", value: 0o644 }]],
    [staleIds, { config: withEntries([{ id: "qwen-plus" }]) }, [{ value: "qwen-plus-2025-12-01" }]],
  ];

  it.each(fixes.map(([check, known, changes]) => ({ id: check.id, check, known, changes })))(
    "$id: $changes",
    async ({ check, known, changes }) => {
      const { problems } = await judge(check, known);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.fix?.flatMap((one) => one.changes) ?? []).toMatchObject(changes);
    },
  );
});
