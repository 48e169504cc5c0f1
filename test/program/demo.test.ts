import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { demoKey } from "../../src/demo/server.ts";
import { run as runProgram, spawnProgram } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { startOnPty } from "../helpers/pty.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";
import { wordsOf } from "../helpers/wizard.ts";

const ours = `{ models: { providers: { aisa: { apiKey: 'sk-mine-000000000000000000000000' } } } }`;

/** Every file below a home with its bytes and times; the throw-away home is made in there too. */
function inventory(home: Home): string[] {
  const files = readdirSync(home.path, { recursive: true, encoding: "utf8" }).sort();
  return files.map((file) => {
    const full = join(home.path, file);
    const stat = statSync(full);
    return `${file} ${stat.mtimeMs} ${stat.isFile() ? readFileSync(full, "utf8") : ""}`;
  });
}

/** A home with everything in it that a demo could take for its own, and the variables that lead there. */
function livedInHome() {
  const home = makeHome(ours);
  home.write(".openclaw/.env", "AISA_API_KEY=sk-mine-000000000000000000000000\n");
  home.write(".config/openclaw-aisa/config.json", "{}");
  const env = {
    AISA_API_KEY: "sk-mine-000000000000000000000000",
    AISA_BASE_URL: "http://127.0.0.1:9/v1",
    OPENCLAW_CONFIG_PATH: home.config,
    OPENCLAW_STATE_DIR: join(home.path, ".openclaw"),
    HTTP_PROXY: "http://127.0.0.1:9",
  };
  return { home, env, before: inventory(home) };
}

const throwAwayHomes = (home: Home) =>
  readdirSync(home.path).filter((name) => name.startsWith("openclaw-aisa-demo-"));

describe("onboard --demo without a terminal", () => {
  it.each(["en", "zh-CN"] as const)(
    "tells the whole story in %s and leaves the real home alone",
    async (locale) => {
      const { home, env, before } = livedInHome();
      const t = wordsOf(locale);
      const done = await runProgram(["--lang", locale, "onboard", "--demo"], { home, env });
      expect(done.code).toBe(0);
      const told = [
        t.onboard.demo,
        t.onboard.labels.config,
        t.onboard.keyAccepted(52, "$1.00"),
        "models.providers.aisa",
        "✔",
        "qwen3-max",
        t.onboard.demoDone,
      ];
      for (const part of told) expect(done.stdout).toContain(part);
      expect(done.stdout + done.stderr).not.toContain(demoKey);
      expect(done.stdout + done.stderr).not.toContain("sk-mine");
      expect(inventory(home)).toEqual(before);
    },
  );

  it("--json states that it was a demo", async () => {
    const { home, env, before } = livedInHome();
    const done = await runProgram(["onboard", "--demo", "--json"], { home, env });
    expect(done.json()).toMatchObject({ ok: true, data: { demo: true, verified: { chat: "answered" } } });
    expect(done.stdout).not.toContain(demoKey);
    expect(inventory(home)).toEqual(before);
  });

  it("names a folder for temporary files that cannot be used, and ends", async () => {
    const { home, env, before } = livedInHome();
    const folder = join(home.path, "missing");
    const done = await spawnProgram(["onboard", "--demo", "--json"], {
      home,
      env: { ...env, TMPDIR: folder },
      timeoutMs: 10_000,
    });
    const [problem] = done.json().problems;
    expect([done.code, problem?.code]).toEqual([5, "temp-folder-unusable"]);
    expect(problem?.title).toContain(folder);
    expect(inventory(home)).toEqual(before);
  });

  it.each([
    ["a key that is refused", ["--aisa-api-key", "sk-wrong-0123456789"], 3],
    ["a model that is not there", ["--models", "nonsense-model"], 2],
  ])("removes its home after %s too", async (_name, args, code) => {
    const { home, env, before } = livedInHome();
    const done = await runProgram(["onboard", "--demo", ...args], { home, env });
    expect(done.code).toBe(code);
    expect(inventory(home)).toEqual(before);
  });

  it.each([
    ["--config", "x.json"],
    ["--profile", "work"],
    ["--dev"],
    ["--base-url", "https://example.test/v1"],
  ])("refuses %s, which would lead out of it", async (...args) => {
    const { home, env, before } = livedInHome();
    const done = await runProgram(["onboard", "--demo", ...args], { home, env });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain(args[0]);
    expect(inventory(home)).toEqual(before);
  });
});

describe("onboard --demo on a terminal", () => {
  it.each([
    ["en", 100],
    ["zh-CN", 60],
  ] as const)("says so at every question, in %s", async (locale, columns) => {
    const { home, env, before } = livedInHome();
    const t = wordsOf(locale);
    const run = startOnTerminal(["--lang", locale, "onboard", "--demo"], { home, env, columns });
    const { ask } = t.onboard;
    await run.shows(t.prompts.demo);
    expect(throwAwayHomes(home)).toHaveLength(1);
    expect(run.screen()).toContain(t.onboard.demo);
    for (const message of [ask.models, ask.primary, ask.fallbacks, ask.storage, t.plan.confirm]) {
      run.type(keys.enter);
      await run.shows(`? ${t.prompts.demo} ${message}`);
    }
    run.type(keys.enter);
    await run.shows(t.onboard.demoDone);
    expect(await run.ended()).toBe(0);
    expect(run.wrapped()).toEqual([]);
    expect(run.screen()).toContain(`✔ ${t.prompts.demo} ${ask.primary}`);
    expect(run.raw()).not.toContain(demoKey);
    expect(run.raw()).not.toContain("sk-mine");
    expect(inventory(home)).toEqual(before);
  });

  it.each([
    ["Ctrl-C at a question", keys.interrupt],
    ["Esc at a question", keys.escape],
  ])("removes its home on %s", async (_name, key) => {
    const { home, env, before } = livedInHome();
    const run = startOnTerminal(["onboard", "--demo"], { home, env });
    await run.shows(`? ${wordsOf("en").prompts.demo}`);
    run.type(key);
    expect(await run.ended()).toBe(130);
    expect(inventory(home)).toEqual(before);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("removes its home on %s", async (signal) => {
    const { home, env, before } = livedInHome();
    const run = startOnPty(["onboard", "--demo"], { home, env });
    await run.shows(`? ${wordsOf("en").prompts.demo}`);
    expect(throwAwayHomes(home)).toHaveLength(1);
    process.kill(run.pid, signal);
    expect(await run.ended()).toBeGreaterThan(128);
    expect(inventory(home)).toEqual(before);
  });
});
