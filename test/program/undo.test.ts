import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Run, type RunOptions, run } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const key = "sk-demo-undo-0123456789abcdef";
const config = `\ufeff// my agent\r
{\r
\tgateway: { mode: 'local' }, // stays\r
\tagents: { defaults: { model: { primary: 'openai/gpt-5' } } },\r
}`;

interface UndoData {
  readonly restored: string | null;
  readonly backup: string | null;
  readonly files: readonly string[];
}

/** A home after `onboard`: a config changed and a `.env` made. */
async function onboarded(text: string | undefined = config): Promise<Home> {
  const home = makeHome(text);
  if (text !== undefined) chmodSync(home.config, 0o640);
  const args = ["onboard", "--offline", "--aisa-api-key-file", "-", "--key-storage", "dotenv"];
  const done = await run(args, { home, input: key });
  expect(done.stderr + done.stdout).not.toContain(key);
  expect(done.code).toBe(0);
  return home;
}

const undo = (home: Home, args: readonly string[] = [], rest: Partial<RunOptions> = {}): Promise<Run> =>
  run(["undo", ...args], { home, ...rest });

describe("undo", () => {
  it("restores every byte and the mode, and removes created files", async () => {
    const home = await onboarded();
    expect(home.read(home.config)).not.toBe(config);
    const done = await undo(home, ["--json"]);
    expect([done.code, done.stderr]).toEqual([0, ""]);
    expect(readFileSync(home.config)).toEqual(Buffer.from(config));
    expect(statSync(home.config).mode & 0o7777).toBe(0o640);
    expect(home.exists(home.dotenv)).toBe(false);
    const { changed, data } = done.json<UndoData>();
    expect(changed).toBe(true);
    expect([...data.files].sort()).toEqual([home.dotenv, home.config]);
    expect(data.restored).not.toBe(data.backup);
  });

  it("is itself undone by another undo, and so on", async () => {
    const home = await onboarded();
    const [after, dotenv] = [home.read(home.config), home.read(home.dotenv)];
    for (let round = 0; round < 2; round++) {
      expect((await undo(home)).code).toBe(0);
      expect(home.read(home.config)).toBe(config);
      expect((await undo(home)).code).toBe(0);
      expect(home.read(home.config)).toBe(after);
      expect(home.read(home.dotenv)).toBe(dotenv);
      expect(statSync(home.dotenv).mode & 0o7777).toBe(0o600);
    }
  });

  it("reverts our own later changes too when an id is given", async () => {
    const home = await onboarded();
    await run(["models", "set", "deepseek-v3.1", "--offline"], { home });
    await run(["models", "set", "kimi-k2.5", "--offline"], { home });
    const { data } = (await undo(home, ["--list", "--json"])).json<{
      backups: { id: string; command: string; files: string[] }[];
    }>();
    expect(data.backups.map((backup) => backup.command)).toEqual(["models set", "models set", "onboard"]);
    const done = await undo(home, [data.backups[2]?.id ?? ""]);
    expect(done.code).toBe(0);
    expect(home.read(home.config)).toBe(config);
  });

  it("removes a config that we created, and restores it", async () => {
    const home = makeHome();
    const args = ["onboard", "--offline", "--aisa-api-key-file", "-", "--key-storage", "dotenv"];
    await run(args, { home, input: key });
    const made = home.read(home.config);
    await undo(home);
    expect([home.exists(home.config), home.exists(home.dotenv)]).toEqual([false, false]);
    await undo(home);
    expect(home.read(home.config)).toBe(made);
    expect(statSync(home.config).mode & 0o7777).toBe(0o600);
  });

  it("finds nothing to undo where nothing was done", async () => {
    const home = makeHome(config);
    const done = await undo(home, ["--json"]);
    expect(done.code).toBe(0);
    expect(done.json<UndoData>()).toMatchObject({
      ok: true,
      changed: false,
      data: { restored: null, backup: null, files: [] },
      problems: [{ code: "nothing-to-undo", severity: "info" }],
    });
    expect((await undo(home)).stdout).toContain("Nothing to undo");
    expect((await undo(home, ["--lang", "zh-CN"])).stdout).toContain("没有可撤销的内容");
    expect((await undo(home, ["--list"])).stdout).toContain("No backups");
    expect(readdirSync(join(home.path, ".openclaw"))).toEqual(["openclaw.json"]);
  });

  it("rejects an unknown id", async () => {
    const home = await onboarded();
    const done = await undo(home, ["2020-01-01T00-00-00"]);
    expect([done.code, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain("Unknown backup 2020");
  });

  it("shows the change and writes nothing with --dry-run, the keys masked", async () => {
    const home = await onboarded();
    const before = home.read(home.config);
    const done = await undo(home, ["--dry-run"]);
    expect(done.code).toBe(0);
    expect(done.stdout).toContain("Undo onboard");
    expect(done.stdout).toMatch(/^- .*"?baseUrl"?/m);
    expect(done.stdout).toMatch(/^- AISA_API_KEY=/m);
    expect(done.stdout).not.toContain(key);
    expect(home.read(home.config)).toBe(before);
  });

  it("fails with OPENCLAW_CONFIG_READONLY", async () => {
    const home = await onboarded();
    const before = home.read(home.config);
    const done = await undo(home, ["--json"], { env: { OPENCLAW_CONFIG_READONLY: "1" } });
    expect(done.code).toBe(5);
    expect(done.json().problems[0]?.code).toBe("config-readonly");
    expect(home.read(home.config)).toBe(before);
  });
});

describe("undo of a file that somebody changed since", () => {
  const meddled = "{ /* by hand */ mine: true }";

  it("fails without a terminal, and works with --yes", async () => {
    const home = await onboarded();
    const env = home.read(home.dotenv);
    writeFileSync(home.config, meddled);
    const refused = await undo(home, ["--json"]);
    expect(refused.code).toBe(1);
    expect(refused.json().problems[0]?.code).toBe("changed-since");
    expect([home.read(home.config), home.read(home.dotenv)]).toEqual([meddled, env]);
    const shown = await undo(home, ["--dry-run"]);
    expect(shown.code).toBe(0);
    expect(shown.stdout).toMatch(/^- .*by hand/m);
    expect((await undo(home, ["--yes"])).code).toBe(0);
    expect(home.read(home.config)).toBe(config);
    await undo(home);
    expect(home.read(home.config)).toBe(meddled);
  });

  it("works on a file that is broken by now", async () => {
    const home = await onboarded();
    writeFileSync(home.config, `{ apiKey: "${key}", `);
    const done = await undo(home, ["--yes"]);
    expect(done.code).toBe(0);
    expect(done.stdout + done.stderr).not.toContain(key);
    expect(home.read(home.config)).toBe(config);
  });
});

describe("undo on a terminal", () => {
  it("shows the difference, asks, and writes on yes", async () => {
    const home = await onboarded();
    const terminal = startOnTerminal(["undo"], { home });
    await terminal.shows("Restore it?");
    expect(terminal.screen()).toContain("Undo onboard");
    expect(terminal.raw()).not.toContain(key);
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(0);
    expect(home.read(home.config)).toBe(config);
  });

  it.each([
    ["n", `n${keys.enter}`],
    ["Ctrl-C", keys.interrupt],
    ["Esc", keys.escape],
  ])("writes nothing on %s", async (_, typed) => {
    const home = await onboarded();
    const before = home.read(home.config);
    const terminal = startOnTerminal(["undo"], { home });
    await terminal.shows("Restore it?");
    terminal.type(typed);
    expect(await terminal.ended()).toBe(130);
    expect(home.read(home.config)).toBe(before);
  });

  it("asks before reverting later changes, with no as the default", async () => {
    const home = await onboarded();
    writeFileSync(home.config, "{ mine: true }");
    const terminal = startOnTerminal(["undo", "--lang", "zh-CN"], { home });
    await terminal.shows("仍要恢复");
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(130);
    expect(home.read(home.config)).toBe("{ mine: true }");
  });
});
