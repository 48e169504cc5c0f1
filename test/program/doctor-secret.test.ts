import { chownSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { type Home, makeHome } from "../helpers/home.ts";

const key = "sk-secret-0123456789abcdef4567";

function homeWith(ref: string, home = makeHome()): Promise<Home> {
  const args = ["onboard", "--offline", "--models", "qwen3-max", "--key-ref", ref.replace("~", home.path)];
  return run(args, { home }).then((done) => {
    expect(done.code, done.stderr).toBe(0);
    return home;
  });
}

async function problems(home: Home, args: readonly string[] = ["--offline"]) {
  const done = await run(["doctor", "--json", ...args], { home });
  expect(done.stdout).not.toContain(key);
  return done.json().problems;
}
const secretProblems = async (home: Home, args?: readonly string[]) =>
  (await problems(home, args)).filter((one) => one.code === "secret-unreadable");

describe("doctor, the key in a file", () => {
  it("accepts a file of the service's user that nobody else can read", async () => {
    const home = await homeWith("file:~/secret");
    home.write("secret", key, 0o600);
    expect(await secretProblems(home)).toEqual([]);
  });

  it("names a file that others can read, with the command that changes that", async () => {
    const home = await homeWith("file:~/secret");
    home.write("secret", key, 0o644);
    const [problem] = await secretProblems(home);
    expect(problem).toMatchObject({ severity: "error", title: expect.stringContaining("0644") });
    expect(problem?.remedy.commands).toEqual([`chmod go-rwx ${home.path}/secret`]);
    expect(problem?.path).toMatch(/openclaw\.json:\d+:\d+$/);
  });

  it.each([
    ["is not there", () => {}, "does not exist"],
    [
      "is a link",
      (home: Home) => symlinkSync(home.write("..data", key, 0o600), join(home.path, "secret")),
      "symbolic link",
    ],
    ["is empty", (home: Home) => home.write("secret", "\n", 0o600), "is empty"],
    ["is a folder", (home: Home) => home.write("secret/x", "", 0o600), "is a folder"],
  ])("names a file that %s", async (_name, prepare, said) => {
    const home = await homeWith("file:~/secret");
    prepare(home);
    expect((await secretProblems(home))[0]?.title).toContain(said);
  });

  it("names a value that is not in a JSON file", async () => {
    const home = await homeWith("file:~/secret#/aisa/key");
    home.write("secret", '{"aisa":{}}', 0o600);
    expect((await secretProblems(home))[0]?.title).toContain("no value");
    home.write("secret", JSON.stringify({ aisa: { key } }), 0o600);
    expect(await secretProblems(home)).toEqual([]);
  });

  it("names a provider that is not configured", async () => {
    const apiKey = { source: "file", provider: "vault", id: "value" };
    const home = makeHome(JSON.stringify({ models: { providers: { aisa: { apiKey, models: [] } } } }));
    expect((await secretProblems(home))[0]?.title).toContain("vault");
  });

  it("leaves the provider of a plugin to OpenClaw", async () => {
    const apiKey = { source: "exec", provider: "vault", id: "value" };
    const vault = { source: "exec", pluginIntegration: { pluginId: "vault", integrationId: "vault" } };
    const models = { providers: { aisa: { apiKey, models: [] } } };
    const home = makeHome(JSON.stringify({ secrets: { providers: { vault } }, models }));
    expect(await secretProblems(home)).toEqual([]);
  });

  it.runIf(process.getuid?.() === 0)("judges for the user that OpenClaw's files belong to", async () => {
    const home = await homeWith("file:~/secret");
    home.write("secret", key, 0o600);
    chownSync(join(home.path, ".openclaw"), 12_345, 12_345);
    // The test's own folder is closed to that user, too.
    expect((await secretProblems(home))[0]?.title).toMatch(/has no access|does not belong/);
  });
});

describe("doctor, the key from a program", () => {
  it("runs it as OpenClaw would, and accepts its key", async () => {
    const { gateway } = await makeBench();
    const home = await homeWith("exec:~/print-key of-fleet");
    const script = `#!/bin/sh\n[ -z "$HOME" ] && [ "$1" = of-fleet ] && read -r asked\ncase "$asked" in *protocolVersion*) printf %s ${key};; esac\n`;
    home.write("print-key", script, 0o700);
    const args = [{ AISA_BASE_URL: gateway.url }];
    const done = await run(["doctor", "--json"], { home, env: args[0] ?? {} });
    expect(done.json().problems.map((one) => one.code)).not.toContain("secret-unreadable");
    expect(done.stdout).not.toContain(key);
  });

  it.each([
    ["#!/bin/sh\necho no access >&2; exit 3\n", "exit code 3. no access"],
    ["#!/bin/sh\nexit 0\n", "printed no key"],
  ])("says why it gave none: %j", async (script, said) => {
    const home = await homeWith("exec:~/print-key");
    home.write("print-key", script, 0o700);
    const { gateway } = await makeBench();
    const done = await run(["doctor", "--json"], { home, env: { AISA_BASE_URL: gateway.url } });
    expect(done.json().problems.find((one) => one.code === "secret-unreadable")?.detail).toContain(said);
    expect(await secretProblems(home)).toEqual([]);
  });

  it("does not run one that others can change", async () => {
    const home = await homeWith("exec:~/print-key");
    home.write("print-key", `#!/bin/sh\ntouch "$(dirname "$0")/was-run"\n`, 0o777);
    const { gateway } = await makeBench();
    const done = await run(["doctor", "--json"], { home, env: { AISA_BASE_URL: gateway.url } });
    expect(done.json().problems.map((one) => one.code)).toContain("secret-unreadable");
    expect(home.exists(`${home.path}/was-run`)).toBe(false);
  });
});
