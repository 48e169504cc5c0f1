import { chmodSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { startDemoGateway } from "../../src/demo/server.ts";
import { run } from "../helpers/cli.ts";
import { type FakeOpenClaw, placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const newest: FakeOpenClaw = { version: "2026.9.6", flags: ["--force", "--accept-capabilities"] };

function setUp(fake: FakeOpenClaw) {
  const home = makeHome();
  const openclaw = placeOpenClaw(home, fake);
  const env = { PATH: openclaw.path };
  return { home, env, openclaw, ours: (...args: string[]) => run([...args, "--json"], { home, env }) };
}

const installs = (calls: readonly string[]) =>
  calls.filter((call) => call.startsWith("plugins install ") && !call.endsWith("--help"));

describe("plugin install", () => {
  it("passes an archive and the flags that this OpenClaw supports", async () => {
    const { ours, openclaw } = setUp(newest);
    const done = await ours("plugin", "install");
    expect([done.code, done.json().changed]).toEqual([0, true]);
    expect(installs(openclaw.calls())).toEqual([
      expect.stringMatching(/^plugins install \S+\.tgz --force --accept-capabilities$/),
    ]);
  });

  it("leaves out flags that an older one does not support", async () => {
    const { ours, openclaw } = setUp({ version: "2026.4.15" });
    await ours("plugin", "install");
    expect(installs(openclaw.calls())[0]).toMatch(/\.tgz --force$/);
  });

  it("does nothing the second time, nothing in a dry run", async () => {
    const { ours, openclaw } = setUp(newest);
    expect((await ours("plugin", "install", "--dry-run")).json().data["pending"]).toBe(true);
    expect(installs(openclaw.calls())).toEqual([]);
    await ours("plugin", "install");
    const again = await ours("plugin", "install");
    expect([again.code, again.json().changed]).toEqual([0, false]);
    expect(installs(openclaw.calls()).length).toBe(1);
  });

  it("rejects an OpenClaw that does not support it", async () => {
    const { ours, openclaw } = setUp({ version: "2026.3.13" });
    const done = await ours("plugin", "install");
    expect([done.code, done.json().problems[0]?.code]).toEqual([1, "openclaw-too-old"]);
    expect(openclaw.calls()).toEqual(["--version"]);
  });

  it("reports why OpenClaw rejected it", async () => {
    const { ours } = setUp({ ...newest, refuses: "Plugin install blocked by policy" });
    const done = await ours("plugin", "install");
    expect([done.code, done.json().problems[0]?.code]).toEqual([1, "plugin-refused"]);
    expect(done.json().problems[0]?.detail).toContain("blocked by policy");
  });
});

describe("the folder for temporary files", () => {
  /** A home with a shared temporary folder of its own. */
  function setUpTemp(fake: FakeOpenClaw) {
    const { home, env, openclaw } = setUp(fake);
    const shared = join(home.path, "shared");
    mkdirSync(shared);
    chmodSync(shared, 0o777);
    const within = { ...env, TMPDIR: shared };
    const look = () => [(statSync(shared).mode & 0o777).toString(8), ...readdirSync(shared)];
    return { shared, openclaw, look, ours: (...args: string[]) => run(args, { home, env: within }) };
  }

  it.each([
    ["it succeeds", {}, 0],
    ["it fails", { refuses: "blocked by policy" }, 1],
  ] as const)(
    "is a private one for an OpenClaw that closes it, and removed, when %s",
    async (_name, more, code) => {
      const { shared, openclaw, look, ours } = setUpTemp({ ...newest, closesTemp: true, ...more });
      expect((await ours("plugin", "install")).code).toBe(code);
      if (code === 0) expect((await ours("plugin", "remove")).code).toBe(0);
      expect(look()).toEqual(["777"]);
      expect(openclaw.temps()).toHaveLength(code === 0 ? 2 : 1);
      for (const temp of openclaw.temps()) expect(dirname(temp)).toBe(shared);
    },
  );

  it.each(["missing", "file"] as const)("is named where it cannot be used: %s", async (kind) => {
    const { home, env, openclaw } = setUp(newest);
    const folder = join(home.path, kind);
    if (kind === "file") home.write(kind, "");
    const done = await run(["plugin", "install", "--json"], { home, env: { ...env, TMPDIR: folder } });
    const [problem] = done.json().problems;
    expect([done.code, problem?.code]).toEqual([5, "temp-folder-unusable"]);
    expect(problem?.title).toContain(folder);
    expect(installs(openclaw.calls())).toEqual([]);
  });
});

describe("plugin status and remove", () => {
  it("names a sign-in that is kept and not used, with the command that activates it", async () => {
    const { ours } = setUp({ ...newest, signIns: ["aisa:default", "aisa:setup-7"] });
    const [problem] = (await ours("plugin", "status")).json().problems;
    expect(problem?.code).toBe("sign-in-inactive");
    expect(problem?.remedy.commands).toEqual(["openclaw models auth activate aisa:setup-7 --agent main"]);
  });

  it("status reports an unreadable list as unknown, and remove fails on it", async () => {
    const { ours } = setUp({ ...newest, listFails: "Error: extensions folder is not readable" });
    const status = (await ours("plugin", "status")).json();
    expect(status.data["installed"]).toBe(null);
    const removed = await ours("plugin", "remove");
    expect([removed.code, removed.json().problems[0]?.code]).toEqual([1, "plugin-refused"]);
    expect(removed.json().problems[0]?.detail).toContain("extensions folder is not readable");
  });

  it("remove has OpenClaw remove it, once", async () => {
    const { ours, openclaw } = setUp(newest);
    await ours("plugin", "install");
    expect((await ours("plugin", "remove")).json().changed).toBe(true);
    expect((await ours("plugin", "remove")).json().changed).toBe(false);
    expect(openclaw.calls().filter((call) => call.startsWith("plugins uninstall"))).toEqual([
      "plugins uninstall aisa --force",
    ]);
  });
});

describe("onboard and the plugin", () => {
  const args = ["onboard", "--offline", "--aisa-api-key-file", "-"];
  const input = "sk-demo-0123456789abcdef";

  it("--plugin installs it; without the flag nothing is asked or installed", async () => {
    const { home, env, openclaw } = setUp(newest);
    const without = await run([...args, "--json"], { home, env, input });
    expect([without.code, without.json().data["plugin"]]).toEqual([0, null]);
    expect(installs(openclaw.calls())).toEqual([]);
    const done = await run([...args, "--json", "--plugin"], { home, env, input });
    expect([done.code, done.json().data["plugin"], done.json().changed]).toEqual([0, "installed", true]);
  });

  it("--plugin on an OpenClaw without support prints a notice, and the rest is done", async () => {
    const { home, env, openclaw } = setUp({ version: "2026.3.13" });
    const done = await run([...args, "--json", "--plugin"], { home, env, input });
    expect([done.code, done.json().data["plugin"]]).toEqual([0, "unsupported"]);
    expect(home.exists(home.config)).toBe(true);
    expect(installs(openclaw.calls())).toEqual([]);
  });

  it("a rejected plugin is reported, and the rest of the setup is kept", async () => {
    const { home, env } = setUp({ ...newest, refuses: "blocked" });
    const done = await run([...args, "--json", "--plugin"], { home, env, input });
    expect([done.code, done.json().data["plugin"]]).toEqual([1, "failed"]);
    expect(home.exists(home.config)).toBe(true);
  });

  it("on a terminal it is offered after a summary of what it changes", async () => {
    const { home, env, openclaw } = setUp(newest);
    const gateway = await startDemoGateway();
    const flags = ["--base-url", gateway.url, "--models", "default", "--primary", "qwen3-max"];
    const given = ["--key-storage", "dotenv", "--aisa-api-key", gateway.key, "--no-verify"];
    const terminal = startOnTerminal(["onboard", ...flags, ...given], { home, env });
    await terminal.shows("Fallback models");
    terminal.type(keys.enter);
    await terminal.shows("Write it");
    terminal.type(keys.enter);
    // OpenClaw itself writes the config then: what that means is said before the answer.
    await terminal.shows(
      /comments\s+are\s+lost[\s\S]*With the plugin,[\s\S]*Also install the OpenClaw plugin/,
    );
    terminal.type("y");
    terminal.type(keys.enter);
    expect(await terminal.ended()).toBe(0);
    expect(installs(openclaw.calls()).length).toBe(1);
    await gateway.close();
  });
});
