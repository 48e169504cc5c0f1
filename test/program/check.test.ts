import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCodes } from "../../src/core/problem/index.ts";
import type { ChangeJson } from "../../src/ports.ts";
import { run } from "../helpers/cli.ts";
import { type Bench, makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";

const oldKey = "sk-old-0123456789abcdef0123";
const newKey = "sk-new-0123456789abcdef4567";

/** A setup with a fault that doctor fixes, a model to remove and one that is out of use. */
const config = (baseUrl: string) => `{
  // kept
  models: { providers: { aisa: {
    baseUrl: "${baseUrl}", apiKey: "${oldKey}", api: "openai-completions",
    models: [
      { id: "qwen3-max", name: "Qwen3 Max", compat: { supportsDeveloperRole: false } },
      { id: "aisa/deepseek-v3.1", name: "DeepSeek", supportsDeveloperRole: false },
    ],
  } } },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
}
`;

/** Every file below a folder with its text and mode. */
function snapshot(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const entries = files.map((name): [string, string] => {
    const stat = lstatSync(join(folder, name));
    const text = stat.isFile() ? readFileSync(join(folder, name), "utf8") : "";
    return [name, `${stat.mode.toString(8)} ${text}`];
  });
  return Object.fromEntries(
    entries.filter(([name]) => !["bin/calls", "bin/temps", "bin/modes"].includes(name)),
  );
}

async function makeMachine(): Promise<Bench & { path: string }> {
  const bench = await makeBench({ key: oldKey });
  bench.home.write("new.key", newKey);
  bench.home.write(".openclaw/openclaw.json", config(bench.gateway.url), 0o644);
  return { ...bench, path: placeOpenClaw(bench.home, { version: "2026.9.6" }).path };
}

interface ChangeData {
  pending: boolean;
  backup: string | null;
  changes: ChangeJson[];
  diff?: string;
}

const commands = [
  ["onboard", "--models", "qwen3-max,kimi-k2.5", "--no-verify"],
  ["models", "set", "deepseek-v3.1"],
  ["models", "add", "kimi-k2.5"],
  ["models", "remove", "deepseek-v3.1"],
  ["models", "sync"],
  ["doctor", "--fix"],
  ["plugin", "install"],
  ["skill", "install"],
].map((args) => [args.join(" "), args] as const);

describe("--check", () => {
  it.each(commands)("%s: writes nothing and exits 10, and 0 once it is done", async (name, args) => {
    const { home, env, path } = await makeMachine();
    const options = { home, env: { ...env, PATH: path } };
    const before = snapshot(home.path);
    const checked = await run([...args, "--check", "--diff", "--json"], options);
    expect([checked.code, checked.json().ok, checked.json().changed]).toEqual([
      exitCodes.pending,
      true,
      false,
    ]);
    const { data } = checked.json<ChangeData>();
    expect([data.pending, data.backup]).toEqual([true, null]);
    expect(data.changes.length).toBeGreaterThan(0);
    expect(snapshot(home.path)).toEqual(before);
    expect((await run([...args, "--dry-run"], options)).code).toBe(name === "doctor --fix" ? 1 : 0);

    const done = await run([...args, "--json"], options);
    expect([exitCodes.ok, name === "doctor --fix" ? exitCodes.failed : exitCodes.ok]).toContain(done.code);
    expect(done.json().changed).toBe(true);
    expect(done.json<ChangeData>().data.changes).toEqual(data.changes);

    const again = await run([...args, "--check", "--json"], options);
    expect([exitCodes.ok, name === "doctor --fix" ? exitCodes.failed : exitCodes.ok]).toContain(again.code);
    expect(again.json<ChangeData>().data).toMatchObject({ pending: false, changes: [] });
    for (const { stdout } of [checked, done, again]) expect(stdout).not.toContain(oldKey);
  });

  it("exits with the command's own code when the command fails", async () => {
    const { home, env } = await makeBench();
    const done = await run(["models", "set", "nosuch-model-9", "--offline", "--check"], { home, env });
    expect(done.code).toBe(exitCodes.usage);
  });
});

/** An onboarding that replaces the key in the config. */
const storingNewKey = [
  "onboard",
  "--models",
  "qwen3-max",
  "--key-storage",
  "config",
  "--offline",
  "--aisa-api-key-file",
  "new.key",
];

describe("--diff", () => {
  it("prints a unified diff alone on standard output, the keys masked", async () => {
    const { home, env } = await makeMachine();
    const args = [...storingNewKey, "--diff"];
    const done = await run(args, { home, env });
    expect([done.code, done.stderr]).toEqual([0, expect.stringContaining("backup")]);
    const lines = done.stdout.trimEnd().split("\n");
    expect(lines.slice(0, 4)).toEqual([
      `--- ${home.config}`,
      `+++ ${home.config}`,
      "old mode 0644",
      "new mode 0600",
    ]);
    expect(lines[4]).toMatch(/^@@ -\d+,\d+ \+\d+,\d+ @@$/);
    expect(lines.every((line) => /^(?:[-+@ ]|old|new)/.test(line))).toBe(true);
    expect(done.stdout).toMatch(/^-.*apiKey: "sk-\w*…0123"/m);
    expect(done.stdout).toMatch(/^\+.*apiKey: "sk-…/m);
    for (const key of [oldKey, newKey]) expect(done.stdout + done.stderr).not.toContain(key);
  });

  it("prints nothing on standard output when nothing changes", async () => {
    const { home, env } = await makeMachine();
    const args = ["models", "set", "qwen3-max", "--offline", "--diff"];
    await run(args, { home, env });
    const again = await run(args, { home, env });
    expect([again.code, again.stdout]).toEqual([0, ""]);
  });

  it("gives before and after of every change, the keys masked", async () => {
    const { home, env } = await makeMachine();
    const args = [...storingNewKey, "--json"];
    const { changes } = (await run(args, { home, env })).json<ChangeData>().data;
    const key = changes.find((one) => one.path.endsWith("apiKey"));
    expect(key).toMatchObject({ op: "set", before: "sk-…0123", after: expect.stringMatching(/^sk-….{4}$/) });
    expect(changes.find((one) => one.op === "mode")).toMatchObject({ before: "0644", after: "0600" });
    const moved = changes.find((one) => one.op === "remove");
    expect(moved).toMatchObject({ path: expect.stringContaining("supportsDeveloperRole"), before: false });
  });
});
