import { describe, expect, it } from "vitest";
import type { DemoScript } from "../../src/demo/server.ts";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { type Judgement, placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type OnboardData, onboard, valueIn } from "../helpers/onboard.ts";

const config = `// mine
{ agents: { defaults: { model: { primary: 'openai/gpt-5' } } }, gateway: { mode: 'local' } }
`;

async function withOpenClaw(
  judges: Judgement | undefined,
  options: { version?: string; text?: string | undefined; script?: DemoScript } = {},
) {
  const text = "text" in options ? options.text : config;
  const bench = await makeBench(options.script ?? {}, text);
  const openclaw = placeOpenClaw(bench.home, {
    version: options.version ?? "2026.9.6",
    ...(judges ? { judges } : {}),
  });
  return { ...bench, openclaw, env: { ...bench.env, PATH: openclaw.path } };
}

const refusal = JSON.stringify({
  valid: false,
  issues: [{ path: "models.providers.aisa.models.0", message: 'Unrecognized key: "compat"' }],
});

describe("validation by OpenClaw", () => {
  it("accepted: prints its version, and the time of the chat's first token", async () => {
    const bench = await withOpenClaw(undefined);
    const done = await onboard(bench);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toMatch(/✔ Accepted +by OpenClaw 2026\.9\.6/);
    expect(done.stdout).toMatch(/✔ Answered +qwen3-max, first token <?\d+\.\d s/);
    expect(bench.openclaw.calls()).toContain("config validate --json");
    const again = await onboard(bench, ["--json"]);
    const { verified } = again.json<OnboardData>().data;
    expect(verified).toMatchObject({
      written: "as-planned",
      openclaw: "accepted",
      openclawVersion: "2026.9.6",
    });
    expect(verified.chat).toBe("answered");
    expect(verified.firstTokenMs).toBeLessThanOrEqual(verified.totalMs ?? -1);
    const chat = bench.gateway.requests.filter((request) => request.path === "/v1/chat/completions");
    expect(chat).toHaveLength(2);
    expect(chat[0]?.body).toMatchObject({ model: "qwen3-max", stream: true });
    expect(chat[0]?.body).not.toHaveProperty("temperature");
  });

  it("rejected because of our change: everything is restored byte for byte, the reason shown, exit 5", async () => {
    const bench = await withOpenClaw({ kind: "refuses-text", text: "supportsDeveloperRole", says: refusal });
    bench.home.write(".openclaw/.env", "# mine\nOTHER=1\n", 0o640);
    const args = ["--key-storage", "dotenv"];
    const done = await onboard(bench, args);
    expect(done.code).toBe(5);
    expect(done.stderr).toContain("refused-by-openclaw");
    expect(done.stderr).toContain('models.providers.aisa.models.0: Unrecognized key: "compat"');
    expect(bench.home.read(bench.home.config)).toBe(config);
    expect(bench.home.read(bench.home.dotenv)).toBe("# mine\nOTHER=1\n");
    expect(bench.gateway.requests.some((request) => request.path === "/v1/chat/completions")).toBe(false);
    const document = (await onboard(bench, [...args, "--json", "--lang", "zh-CN"])).json();
    expect(document).toMatchObject({
      ok: false,
      changed: false,
      problems: [{ code: "refused-by-openclaw" }],
    });
    expect(document.problems[0]?.title).toMatch(/\p{Script=Han}/u);
  });

  it("rejected because of our change: undo does not redo the rejected change", async () => {
    const bench = await withOpenClaw({ kind: "refuses-text", text: "supportsDeveloperRole", says: refusal });
    expect((await onboard(bench)).code).toBe(5);
    const undone = await run(["undo", "--json"], { home: bench.home, env: bench.env });
    expect([undone.code, undone.json().changed]).toEqual([0, false]);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it("rejected because of our change, without a config before: no config is left", async () => {
    const bench = await withOpenClaw(
      { kind: "refuses-text", text: "supportsDeveloperRole", says: refusal },
      { text: undefined },
    );
    const done = await onboard(bench, ["--key-storage", "dotenv"]);
    expect(done.code).toBe(5);
    expect([bench.home.exists(bench.home.config), bench.home.exists(bench.home.dotenv)]).toEqual([
      false,
      false,
    ]);
  });

  it("rejected before our change too: reported as such, our change stays, exit 5", async () => {
    const bench = await withOpenClaw({
      kind: "refuses",
      says: "Invalid config: gateway.mode: Invalid input",
    });
    const done = await onboard(bench, ["--json"]);
    expect(done.code).toBe(5);
    expect(done.json()).toMatchObject({ ok: false, changed: true, problems: [{ code: "config-schema" }] });
    expect(done.json().problems[0]?.detail).toContain("gateway.mode");
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
    const { data } = done.json<OnboardData>();
    expect(data.verified).toMatchObject({ openclaw: "refused", chat: "answered" });
    const again = await onboard(bench);
    expect(again.code).toBe(5);
    expect(again.stdout).toContain("gateway.mode");
    expect((await run(["undo"], { home: bench.home, env: bench.env })).code).toBe(0);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });

  it("rejected, while another program wrote the file: that program's text stays", async () => {
    const text = "{ gateway: { mode: 'remote' } } // theirs\n";
    const bench = await withOpenClaw({ kind: "refuses-and-rewrites", says: refusal, text });
    const done = await onboard(bench, ["--json"]);
    expect(done.code).toBe(5);
    expect(done.json().problems[0]).toMatchObject({ code: "refused-by-openclaw" });
    expect(done.json().problems[0]?.remedy.text).toContain("nothing was restored");
    expect(bench.home.read(bench.home.config)).toBe(text);
  });

  it("an older one without `config validate` is asked in another way", async () => {
    const old = { version: "2026.2.9" };
    const fine = await withOpenClaw({ kind: "old", says: "" }, old);
    expect((await onboard(fine)).stdout).toMatch(/Accepted +by OpenClaw 2026\.2\.9/);
    const bench = await withOpenClaw(
      { kind: "old", refusesText: "supportsDeveloperRole", says: "Invalid config at openclaw.json: models" },
      old,
    );
    const done = await onboard(bench);
    expect([done.code, bench.home.read(bench.home.config)]).toEqual([5, config]);
    expect(done.stderr).toContain("Invalid config at");
  });

  it("an OpenClaw that cannot run is reported and skipped", async () => {
    const bench = await makeBench({}, config);
    const says = "openclaw: Node.js v24.16+ is required (current: v20.20.2).";
    const { path, calls } = placeOpenClaw(bench.home, { version: "", broken: { says } });
    const done = await onboard({ ...bench, env: { ...bench.env, PATH: path } });
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/▲ .*Node\.js v24\.16\+ is required/);
    expect(calls()).toEqual(["--version"]);
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
  });

  it("an OpenClaw that fails without a verdict does not count as a rejection", async () => {
    const bench = await withOpenClaw({
      kind: "crashes",
      says: "TypeError: Unexpected end of input, expected a value (EMFILE)",
      code: 1,
    });
    const done = await onboard(bench);
    expect(done.code).toBe(0);
    expect(done.stdout).toMatch(/▲ .*EMFILE/);
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
  });

  it("an OpenClaw that hangs is abandoned, with a message in the user's language", async () => {
    const hasty = { patience: 0.05 };
    const bench = await withOpenClaw({ kind: "hangs" });
    const started = makeBench({}, config).then(async (other) => {
      const { path } = placeOpenClaw(other.home, { version: "", broken: "hangs" });
      return onboard({ ...other, env: { ...other.env, PATH: path, LANG: "zh_CN.UTF-8" } }, [], hasty);
    });
    const [validating, starting] = await Promise.all([onboard(bench, [], hasty), started]);
    expect([validating.code, starting.code]).toEqual([0, 0]);
    expect(validating.stdout).toMatch(/▲ .*timed out/);
    expect(validating.stdout).toContain("Answered");
    expect(starting.stdout).toMatch(/▲ .*未在时限内/);
    expect(starting.stdout).not.toContain("no answer");
  });

  it("is asked of the profile that was set up", async () => {
    const bench = await withOpenClaw(undefined);
    expect((await onboard(bench, ["--profile", "work"])).code).toBe(0);
    expect(bench.openclaw.calls()).toContain("--profile work config validate --json");
  });
});

describe("what was written", () => {
  it("is read again and compared with the plan: what another program removed is reported", async () => {
    const text = "{ gateway: { mode: 'local' } } // an older one\n";
    const bench = await withOpenClaw({ kind: "rewrites", text });
    const done = await onboard(bench, ["--json"]);
    expect(done.json().problems).toMatchObject([{ code: "written-not-verified" }]);
    expect(done.json<OnboardData>().data.verified.written).toBe("changed-since");
    expect(done.json().problems[0]?.detail).toContain("models.providers.aisa");
    expect(done.code).toBe(1);
    expect(bench.home.read(bench.home.config)).toBe(text);
  });

  it("is compared with --no-verify too, which asks neither OpenClaw nor the model", async () => {
    const bench = await withOpenClaw(undefined);
    const done = await onboard(bench, ["--no-verify", "--json"]);
    expect(done.json<OnboardData>().data.verified).toMatchObject({
      written: "as-planned",
      openclaw: "skipped",
      chat: "skipped",
    });
    expect(bench.openclaw.calls().filter((call) => call !== "--version")).toEqual([]);
    expect(bench.gateway.requests.map((request) => request.path)).not.toContain("/v1/chat/completions");
  });
});

describe("the first chat", () => {
  const chat = { route: "chat" } as const;
  const rows: readonly [string, DemoScript, number, string][] = [
    [
      "503",
      { faults: [{ when: chat, what: { kind: "error", error: "upstream-unavailable" } }] },
      4,
      "upstream-5xx",
    ],
    ["no money", { account: "insufficient-balance" }, 1, "insufficient-quota"],
    [
      "a model that the key may not use",
      { faults: [{ when: chat, what: { kind: "error", error: "model-not-allowed" } }] },
      1,
      "model-not-allowed",
    ],
    [
      "an error in the stream",
      { faults: [{ when: chat, what: { kind: "stream-error", error: "upstream-error" } }] },
      4,
      "upstream-5xx",
    ],
    ["a stream that is cut", { faults: [{ when: chat, what: { kind: "no-done" } }] }, 1, "streaming-broken"],
    ["a web page", { faults: [{ when: chat, what: { kind: "html" } }] }, 4, ""],
    ["a broken connection", { faults: [{ when: chat, what: { kind: "refuse" } }] }, 4, ""],
  ];
  it.each(rows)("%s: explained, the config stays, right exit code", async (_name, script, exit, code) => {
    const bench = await makeBench(script, config);
    const done = await onboard(bench, ["--json"]);
    const { ok, changed, problems, data } = done.json<OnboardData>();
    expect([done.code, ok, changed, data.verified.chat]).toEqual([exit, false, true, "failed"]);
    expect(problems).toHaveLength(1);
    if (code !== "") expect(problems[0]?.code).toBe(code);
    expect(problems[0]?.title).not.toBe("");
    const person = await onboard(bench);
    expect(person.stdout).not.toContain("Next:");
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
  });

  it("an empty answer is requested once more", async () => {
    const what = { kind: "empty-content" } as const;
    const once = await makeBench({ faults: [{ when: { ...chat, times: 1 }, what }] });
    expect((await onboard(once)).stdout).toContain("Answered");
    const always = await makeBench({ faults: [{ when: chat, what }] });
    const done = await onboard(always, ["--json"]);
    expect([done.code, done.json().problems.map((problem) => problem.code)]).toEqual([0, ["empty-content"]]);
    expect(always.gateway.requests.filter((one) => one.path.endsWith("/chat/completions"))).toHaveLength(2);
  });

  it("uses the first onboarded model if the default model is unchanged", async () => {
    const bench = await makeBench({}, config);
    const done = await onboard(bench, ["--primary", "none", "--models", "kimi,glm-5"]);
    expect([done.code, done.stdout.includes("Answered   kimi-k2.5")]).toEqual([0, true]);
  });
});
