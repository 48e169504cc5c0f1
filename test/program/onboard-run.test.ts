import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { entryIds, fiveModels, modeOf, type OnboardData, onboard, valueIn } from "../helpers/onboard.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { expectTranscript } from "../helpers/transcript.ts";

const config = "// mine\n{ agents: { defaults: { model: { primary: 'openai/gpt-5' } } } }\n";
const envelope = ["changed", "command", "data", "ok", "problems", "version"];

describe("--json", () => {
  it("is one document with everything in it, and nothing on standard error", async () => {
    const bench = await makeBench({}, config);
    const done = await onboard(bench, ["--json", "--key-storage", "dotenv", "--preset", "economy"]);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    const document = done.json<OnboardData>();
    expect(Object.keys(document).sort()).toEqual(envelope);
    expect(document).toMatchObject({ ok: true, command: "onboard", changed: true, problems: [] });
    expect(document.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(document.data).toMatchObject({
      baseUrl: bench.gateway.url,
      models: ["qwen-mt-flash", "qwen-plus-2025-12-01", "qwen3-max"],
      primary: "aisa/qwen-mt-flash",
      fallbacks: ["aisa/qwen-plus-2025-12-01"],
      key: { masked: "sk-…cdef", source: "environment", storage: "dotenv" },
      validated: true,
      liveModels: 52,
      pending: false,
      verified: { written: "as-planned", openclaw: "unknown", chat: "answered" },
    });
    expect(document.data.backup).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(document.data.changes).toEqual([
      { file: bench.home.dotenv, op: "set", path: "AISA_API_KEY", after: "sk-…cdef" },
      expect.objectContaining({ file: bench.home.config, op: "set", path: "models.providers.aisa" }),
      {
        file: bench.home.config,
        op: "set",
        path: "agents.defaults.model.primary",
        before: "openai/gpt-5",
        after: "aisa/qwen-mt-flash",
      },
      expect.objectContaining({ path: "agents.defaults.model.fallbacks" }),
    ]);
  });

  it.each([
    ["a wrong flag", ["--no-such-flag"], 2, "usage"],
    ["no key", [], 2, "missing-input"],
    ["a wrong key", ["--aisa-api-key", "sk-wrong-0123456789abcdef"], 3, "invalid-key"],
    ["an unknown model", ["--models", "nosuch-model-x"], 2, "unknown-model"],
    ["a wrong base URL", ["--base-url", "gopher://x"], 2, "invalid-base-url"],
  ])("is one document on failure too: %s", async (_name, args, exit, code) => {
    const bench = await makeBench({}, config);
    const key = code === "unknown-model" || code === "invalid-base-url" ? bench.gateway.key : undefined;
    const done = await onboard(bench, [...args, "--json"], { env: { AISA_API_KEY: key } });
    expect([done.code, done.stderr]).toEqual([exit, ""]);
    const document = done.json();
    expect(Object.keys(document).sort()).toEqual(envelope);
    expect(document).toMatchObject({ ok: false, command: "onboard", changed: false });
    expect(document.problems).toHaveLength(1);
    expect(document.problems[0]).toMatchObject({ code, severity: "error", fixable: false });
    expect(Object.keys(document.problems[0] ?? {}).sort()).toEqual([
      "code",
      "detail",
      "docs",
      "evidence",
      "fixable",
      "path",
      "remedy",
      "severity",
      "title",
    ]);
    expect(bench.home.read(bench.home.config)).toBe(config);
  });
});

describe("twice", () => {
  it("a second run changes nothing, says so, and makes no backup", async () => {
    const bench = await makeBench({}, config);
    const args = ["--key-storage", "dotenv", "--fallbacks", "kimi"];
    expect((await onboard(bench, args)).code).toBe(0);
    const [text, dotenv] = [bench.home.read(bench.home.config), bench.home.read(bench.home.dotenv)];
    const again = await onboard(bench, args);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain("Nothing to change");
    expect(again.stdout).not.toContain("Written");
    expect([bench.home.read(bench.home.config), bench.home.read(bench.home.dotenv)]).toEqual([text, dotenv]);
    const list = await run(["undo", "--list", "--json"], { home: bench.home });
    expect(list.json<{ backups: unknown[] }>().data.backups).toHaveLength(1);
  });

  it("onboarding, then undo: byte for byte as before", async () => {
    const bench = await makeBench({}, config);
    bench.home.write(".openclaw/.env", "A=1", 0o644);
    expect((await onboard(bench, ["--key-storage", "dotenv"])).code).toBe(0);
    expect((await run(["undo"], { home: bench.home })).code).toBe(0);
    expect([bench.home.read(bench.home.config), bench.home.read(bench.home.dotenv)]).toEqual([config, "A=1"]);
    expect(modeOf(bench.home.dotenv)).toBe(0o644);
    const fresh = await makeBench();
    expect((await onboard(fresh, ["--key-storage", "dotenv"])).code).toBe(0);
    expect((await run(["undo"], { home: fresh.home })).code).toBe(0);
    expect([fresh.home.exists(fresh.home.config), fresh.home.exists(fresh.home.dotenv)]).toEqual([
      false,
      false,
    ]);
  });
});

describe("--dry-run", () => {
  it("shows the change and writes nothing, nor asks the model", async () => {
    const bench = await makeBench({}, config);
    const done = await onboard(bench, ["--dry-run", "--key-storage", "dotenv"]);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(done.stdout).toContain("models.providers.aisa");
    expect(done.stdout).toContain("openai/gpt-5 → aisa/qwen3-max");
    expect(done.stdout).toContain("Dry run: nothing was written.");
    expect(done.stdout).not.toMatch(/Written|Answered|Next:/);
    expect([bench.home.read(bench.home.config), bench.home.exists(bench.home.dotenv)]).toEqual([
      config,
      false,
    ]);
    expect(bench.home.exists(`${bench.home.path}/.openclaw/openclaw-aisa`)).toBe(false);
    expect(bench.gateway.requests.map((one) => one.path).sort()).toEqual([
      "/v1/credits/balance",
      "/v1/models",
    ]);
    const data = (await onboard(bench, ["--dry-run", "--json"])).json<OnboardData>();
    expect(data).toMatchObject({ ok: true, changed: false, data: { pending: true, backup: null } });
    expect(data.data.verified).toMatchObject({ written: "skipped", openclaw: "skipped", chat: "skipped" });
  });
});

describe("requests", () => {
  it("--offline sends none at all, and runs no OpenClaw", async () => {
    const bench = await makeBench();
    const openclaw = placeOpenClaw(bench.home, { version: "2026.9.6" });
    const done = await onboard(bench, ["--offline"], { env: { PATH: openclaw.path } });
    expect([done.code, bench.gateway.requests]).toEqual([0, []]);
    expect(done.stdout).toMatch(/▲ Key not checked/);
    expect(entryIds(bench.home)).toEqual(fiveModels);
    expect(openclaw.calls()).not.toContain("config validate --json");
  });

  it("--no-validate leaves the key unchecked; the chat still shows whether it works", async () => {
    const bench = await makeBench();
    const done = await onboard(bench, ["--no-validate"]);
    expect([done.code, done.stdout.includes("Answered")]).toEqual([0, true]);
    expect(bench.gateway.requests.map((one) => one.path)).toEqual(["/v1/chat/completions"]);
    const wrong = await onboard(bench, ["--no-validate", "--json"], {
      env: { AISA_API_KEY: "sk-wrong-0123456789abcdef" },
    });
    expect([wrong.code, wrong.json().problems.map((one) => one.code)]).toEqual([3, ["invalid-key"]]);
  });

  it("send the key to the chosen base URL only, with our user agent", async () => {
    const bench = await makeBench();
    await onboard(bench);
    for (const { headers } of bench.gateway.requests) {
      expect(headers["authorization"]).toBe(`Bearer ${bench.gateway.key}`);
      expect(headers["user-agent"]).toMatch(/^openclaw-aisa\/\d/);
    }
  });

  it("a gateway without a balance, or with a broken one, is no trouble", async () => {
    const without = await makeBench({ balance: null });
    const plain = await onboard(without);
    expect([plain.code, plain.stdout.includes("balance")]).toEqual([0, false]);
    const broken = await makeBench({ faults: [{ when: { route: "balance" }, what: { kind: "html" } }] });
    expect((await onboard(broken)).code).toBe(0);
  });
});

describe("--base-url", () => {
  it.each(["", "/", "/v1/", "/v1/chat/completions", "/v1/v1", "/v1?x=1"])(
    "with %j behind the host is put right, and that is said",
    async (tail) => {
      const bench = await makeBench();
      const given = `${bench.gateway.url.replace(/\/v1$/, "")}${tail}`;
      const done = await onboard(bench, ["--base-url", given], { env: { COLUMNS: "200" } });
      expect(done.code).toBe(0);
      expect(done.stdout).toContain(`Base URL ${given} corrected to ${bench.gateway.url}`);
      expect(valueIn(bench.home, ["models", "providers", "aisa", "baseUrl"])).toBe(bench.gateway.url);
    },
  );

  it("overrides AISA_BASE_URL, which overrides the block's", async () => {
    const block = `{ models: { providers: { aisa: { baseUrl: "http://127.0.0.1:1/v1", models: [] } } } }\n`;
    const bench = await makeBench({}, block);
    expect((await onboard(bench)).code).toBe(0);
    expect(valueIn(bench.home, ["models", "providers", "aisa", "baseUrl"])).toBe(bench.gateway.url);
    const flagged = await onboard(bench, ["--base-url", bench.gateway.url], {
      env: { AISA_BASE_URL: "http://127.0.0.1:1/v1" },
    });
    expect(flagged.code).toBe(0);
    const kept = await onboard(bench, [], { env: { AISA_BASE_URL: undefined } });
    expect(kept.code).toBe(0);
    expect(valueIn(bench.home, ["models", "providers", "aisa", "baseUrl"])).toBe(bench.gateway.url);
  });

  it("an invalid one: the key is sent nowhere else instead", async () => {
    const bench = await makeBench({}, config);
    const env = { ...bench.env, AISA_BASE_URL: "htp://gateway" };
    const list = await run(["models", "list", "--all", "--refresh", "--json"], { home: bench.home, env });
    expect([list.code, list.json().problems.map((one) => one.code)]).toEqual([2, ["invalid-base-url"]]);
    expect(list.stdout).toContain("AISA_BASE_URL");
  });

  it("an invalid AISA_BASE_URL is rejected by its name", async () => {
    const bench = await makeBench({}, config);
    const done = await onboard(bench, [], { env: { AISA_BASE_URL: "api.aisa.one" } });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("AISA_BASE_URL");
  });
});

describe("without questions", () => {
  it.each([
    ["--non-interactive", ["--non-interactive"], {}],
    ["CI", [], { CI: "true" }],
    ["--json", ["--json"], {}],
  ])("on a terminal, with %s: the missing key is named, not asked for", async (_name, args, env) => {
    const home = makeHome(config);
    const terminal = startOnTerminal(["onboard", ...args], { home, env });
    expect(await terminal.ended()).toBe(2);
    expect(terminal.screen()).toContain("--aisa-api-key");
    expect(home.read(home.config)).toBe(config);
  });

  it("--yes on a terminal uses every default", async () => {
    const bench = await makeBench({}, config);
    const terminal = startOnTerminal(["onboard", "--yes", "--lang", "zh-CN"], bench);
    expect(await terminal.ended()).toBe(0);
    expect(valueIn(bench.home, ["agents", "defaults", "model", "primary"])).toBe("aisa/qwen3-max");
    expect(terminal.screen()).toMatch(/已回答/);
  });

  it("--quiet prints nothing on standard error", async () => {
    const bench = await makeBench();
    expect((await onboard(bench, ["--quiet"])).stderr).toBe("");
  });
});

describe("what people read", () => {
  const mask = (text: string) =>
    text
      .replace(/ ?[ <]\d+\.\d (s|秒)(?=\n|$)/gm, " 0.1 $1")
      .replace(/(first token |首个 token )<?\d+\.\d/g, "$10.1");

  const reset = (home: Home) => {
    rmSync(join(home.path, ".openclaw"), { recursive: true, force: true });
    home.write(".openclaw/openclaw.json", config);
  };

  it("matches the transcripts, in both languages", async () => {
    const bench = await makeBench({}, config);
    const openclaw = placeOpenClaw(bench.home, { version: "2026.9.6" });
    await expectTranscript(
      "onboard-flags",
      [
        ["onboard", "--dry-run", "--preset", "production", "--key-storage", "dotenv"],
        ["onboard", "--preset", "production", "--key-storage", "dotenv"],
        ["onboard", "--models", "qwen3-flash,nosuch"],
        ["onboard", "--aisa-api-key", "sk-wrong-0123456789abcdef"],
      ],
      { ...bench, env: { ...bench.env, PATH: openclaw.path }, mask, reset: () => reset(bench.home) },
    );
  });

  it("at 60 columns too", async () => {
    const bench = await makeBench({}, config);
    await expectTranscript(
      "onboard-flags-narrow",
      [["onboard", "--key-storage", "config", "--models", "qwen3-max,kimi-k2.5"]],
      { ...bench, columns: 60, mask, reset: () => reset(bench.home) },
    );
  });
});
