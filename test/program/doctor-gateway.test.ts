import { describe, expect, it } from "vitest";
import type { DemoFault } from "../../src/demo/server.ts";
import { checkOf, type DoctorSetup, goodEntry, prepareDoctor } from "../helpers/doctor.ts";

const onChats = (what: DemoFault["what"], when: DemoFault["when"] = {}): DoctorSetup => ({
  script: { faults: [{ when: { route: "chat", ...when }, what }] },
});
const withRole = [
  goodEntry("qwen3-max").replace("supportsDeveloperRole: false", "supportsReasoningEffort: false"),
];
const long =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";

/** What is wrong at the gateway, the codes that name it, and the check that ends so. */
const faults: readonly (readonly [string, DoctorSetup, readonly string[], string, string])[] = [
  ["a key that it refuses", { key: "sk-aisa-0000000000000000" }, ["invalid-key"], "gateway-key", "error"],
  ["an expired key", { script: { account: "expired" } }, ["key-expired-or-disabled"], "gateway-key", "error"],
  ["no money", { script: { balance: 0 } }, ["insufficient-quota"], "balance", "error"],
  ["too little for one call", { script: { balance: 0.001 } }, ["insufficient-quota"], "balance", "warning"],
  ["a model it does not list", { models: ["qwen3-mox"] }, ["model-not-found"], "served", "warning"],
  [
    "a channel that is down",
    onChats({ kind: "error", error: "unknown-model" }),
    ["no-available-channel"],
    "answers",
    "error",
  ],
  ["too many requests", onChats({ kind: "rate-limit" }), ["rate-limited"], "answers", "warning"],
  ["an answer twice empty", onChats({ kind: "empty-content" }), ["empty-content"], "answers", "warning"],
  [
    "an answer once empty",
    onChats({ kind: "empty-content" }, { times: 1, tool: false }),
    ["empty-content"],
    "answers",
    "info",
  ],
  ["JSON for a stream", onChats({ kind: "not-streamed" }), ["streaming-broken"], "answers", "error"],
  ["a stream cut short", onChats({ kind: "no-done" }), ["streaming-broken"], "answers", "error"],
  [
    "a stream held back",
    {
      script: {
        answer: long,
        faults: [{ when: { tool: false }, what: { kind: "first-token-delay", ms: 1300 } }],
      },
    },
    ["streaming-broken"],
    "streaming",
    "warning",
  ],
  [
    "a stream in one piece",
    { script: { answer: long, faults: [{ when: { tool: false }, what: { kind: "one-piece" } }] } },
    ["streaming-broken"],
    "streaming",
    "warning",
  ],
  [
    "tool calls that are no JSON",
    onChats({ kind: "broken-tool-call" }, { tool: true }),
    ["tool-call-error"],
    "tool-call",
    "error",
  ],
  [
    "text for a tool call",
    onChats({ kind: "no-tool-call" }, { tool: true }),
    ["tool-call-error"],
    "tool-call",
    "warning",
  ],
  [
    "a role it refuses",
    { models: withRole },
    ["misplaced-compat", "developer-role-unsupported"],
    "developer-role",
    "error",
  ],
  [
    "prices of its own",
    {
      script: {
        faults: [
          {
            when: { route: "models" },
            what: {
              kind: "raw",
              body: JSON.stringify({
                data: [{ id: "qwen3-max", pricing: { prompt: "0.000002", completion: "0.000009" } }],
              }),
            },
          },
        ],
      },
    },
    ["price-drift"],
    "price-drift",
    "info",
  ],
];

describe("doctor and the gateway", () => {
  it("finds nothing at a working gateway, and prints what it measured", async () => {
    const doctor = await prepareDoctor({ models: ["qwen3-max", "kimi-k2.5"] });
    const look = await doctor.look();
    expect(look.problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
    for (const id of ["network", "gateway-key", "balance", "served", "answers", "streaming", "tool-call"])
      expect([id, checkOf(look, id).status]).toEqual([id, "ok"]);
    const kinds = ["listed", "balance", "answered", "streamed", "tool-called"];
    const notes = look.data.checks.flatMap((one) => one.notes ?? []);
    for (const kind of kinds) expect(notes).toContainEqual(expect.objectContaining({ kind }));
    expect(notes.filter((one) => one["kind"] === "answered").map((one) => one["model"])).toEqual([
      "qwen3-max",
      "kimi-k2.5",
    ]);
    expect(checkOf(look, "developer-role")).toMatchObject({ status: "skipped", cause: "not-needed" });
  });

  it.each(faults)("names %s", async (_name, around, codes, check, status) => {
    const doctor = await prepareDoctor(around);
    const look = await doctor.look();
    const found = look.problems.map((one) => one.code).filter((code) => code !== "openclaw-missing");
    expect(found).toEqual(codes);
    expect(checkOf(look, check).status).toBe(status);
    expect(look.exit).toBe(look.problems.some((one) => one.severity === "error") ? 1 : 0);
    expect(JSON.stringify(look)).not.toContain(around.key ?? doctor.gateway.key);
  });

  it("accepts the role developer for a model that supports it", async () => {
    const script = { models: ["gpt-5", "qwen3-max"] };
    const entry = goodEntry("gpt-5").replace("compat: { supportsDeveloperRole: false },", "");
    const look = await (await prepareDoctor({ script, models: [entry], primary: "gpt-5" })).look();
    expect(checkOf(look, "developer-role")).toMatchObject({
      status: "ok",
      notes: [{ kind: "role-accepted" }],
    });
  });

  it("accepts a thinking model that uses a short answer for thinking", async () => {
    const body = `data: ${JSON.stringify({ choices: [{ delta: { reasoning_content: "hm" }, finish_reason: "length" }] })}\n\ndata: [DONE]\n\n`;
    const what = { kind: "raw", headers: { "content-type": "text/event-stream" }, body } as const;
    const look = await (await prepareDoctor(onChats(what, { tool: false }))).look();
    expect(checkOf(look, "answers")).toMatchObject({ status: "ok", notes: [{ onlyThought: true }] });
  });
});

describe("doctor when the plugin provides the models", () => {
  it("asks the models that the config names, at the gateway that the environment names", async () => {
    const doctor = await prepareDoctor();
    const model = { primary: "aisa/qwen3-max", fallbacks: ["aisa/kimi-k2.5", "openai/gpt-5"] };
    const config = { plugins: { entries: { aisa: { enabled: true } } }, agents: { defaults: { model } } };
    doctor.home.write(".openclaw/openclaw.json", JSON.stringify(config));
    doctor.env["AISA_BASE_URL"] = doctor.gateway.url;
    const look = await doctor.look();
    const notes = checkOf(look, "answers").notes ?? [];
    expect(notes.map((one) => one["model"])).toEqual(["qwen3-max", "kimi-k2.5"]);
    expect(checkOf(look, "tool-call").status).toBe("ok");
  });
});

describe("what hits every model", () => {
  const models = Array.from({ length: 25 }, (_, index) => `model-${index}`);

  it("sends no chat to each of many models, and lists those it skipped", async () => {
    const models = Array.from({ length: 40 }, (_, index) => goodEntry(`model-${index}`));
    const doctor = await prepareDoctor({ models: [goodEntry("qwen3-max"), ...models] });
    const { problems } = await doctor.look();
    const chats = () =>
      doctor.gateway.requests.filter((one) => one.path.endsWith("/chat/completions")).length;
    expect(chats()).toBeLessThan(2 + 11 * 2);
    const left = problems.find((one) => one.code === "models-not-asked");
    expect([left?.severity, left?.remedy.commands]).toEqual(["info", ["openclaw-aisa doctor --all"]]);
    const before = chats();
    expect((await doctor.look("--all")).problems.map((one) => one.code)).not.toContain("models-not-asked");
    expect(chats() - before).toBeGreaterThanOrEqual(41);
  });

  it("is reported once for 25 models, with the balance as evidence", async () => {
    const script = { models, account: "insufficient-balance" as const };
    const { problems } = await (await prepareDoctor({ script, models })).look();
    const quota = problems.filter((one) => one.code === "insufficient-quota");
    expect(quota).toHaveLength(1);
    expect(quota[0]?.evidence.join("\n")).toMatch(
      /balance: 0\.00012 USD[\s\S]*user quota[\s\S]*model-0, model-1/,
    );
    expect(quota[0]?.detail).toContain("maxTokens");
  });

  it("sends no chat to 25 models when the key is rejected", async () => {
    const around = { models, key: "sk-aisa-0000000000000000" };
    const look = await (await prepareDoctor(around)).look();
    expect(look.problems.filter((one) => one.code === "invalid-key")).toHaveLength(1);
    expect(look.problems[0]?.evidence.join()).toContain(".env: sk-aisa-…0000");
    for (const id of ["balance", "served", "answers", "streaming", "tool-call", "developer-role"])
      expect([id, checkOf(look, id).cause]).toEqual([id, "key-refused"]);
  });

  it("names one finding for 25 models that the gateway does not have", async () => {
    const { problems } = await (await prepareDoctor({ models, script: { models: ["qwen3-max"] } })).look();
    expect(problems.filter((one) => one.code === "model-not-found")).toMatchObject([
      { severity: "error", evidence: expect.arrayContaining([expect.stringContaining("model-0, ")]) },
    ]);
  });
});

describe("doctor and who has to act", () => {
  it("blames the gateway's operator for a key that the vendor rejects", async () => {
    const doctor = await prepareDoctor(onChats({ kind: "error", error: "vendor-key" }));
    const { problems } = await doctor.look();
    expect(problems[0]).toMatchObject({
      code: "invalid-key",
      detail: expect.stringContaining("Your key works"),
    });
    expect(problems[0]?.remedy.commands).not.toContain("openclaw-aisa onboard");
  });

  it("distinguishes an unavailable model from a wrong id", async () => {
    const around = onChats({ kind: "error", error: "unknown-model" }, { model: "qwen3-max" });
    const doctor = await prepareDoctor({ ...around, models: ["qwen3-max", "qwen3-mox"] });
    const { problems } = await doctor.look();
    const titles = problems.map((one) => `${one.code}: ${one.title}`);
    expect(titles).toContain(
      "no-available-channel: The gateway lists qwen3-max, but no channel serves it now",
    );
    const wrong = problems.find((one) => one.code === "model-not-found");
    expect(wrong?.remedy.text).toContain("qwen3-max");
    expect(wrong?.evidence.join()).toContain("No available channel for model qwen3-mox");
  });

  it("sends what OpenClaw would send: the configured temperature and the entry's id unchanged", async () => {
    const agents = "params: { temperature: 0.7 }";
    const doctor = await prepareDoctor({ models: ["kimi-k2.5"], agents });
    const { problems } = await doctor.look();
    const refused = problems.filter((one) => one.code === "invalid-temperature");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.evidence.join("\n")).toMatch(/temperature = 0\.7/);
    expect(refused[0]?.evidence.join("\n")).toMatch(/only 1 is allowed for this model/);
  });

  it("merges a gateway error with the config fault that caused it", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max"], primary: "qwen3-max" });
    const { problems } = await doctor.look();
    expect(problems.map((one) => one.code)).toEqual(["double-prefixed-id", "openclaw-missing"]);
    expect(problems[0]?.evidence.join()).toContain("No available channel for model aisa/qwen3-max");
  });
});
