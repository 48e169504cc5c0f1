import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { program, root, run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { runToEnd } from "../helpers/install-once.ts";
import { isRoot } from "../helpers/user.ts";
import { ansibleFolder, type ManyHomes, makeHomes, wantedState } from "./many-homes.ts";
import { runTool, toolPath } from "./run-tool.ts";

const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-fleet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firstKey = "sk-aisa-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const secondKey = "sk-aisa-Jf5Gc0YzPw8Tn2Xk4Rb7Vd9M";

const config = (homes: ManyHomes, host: string) => join(homes.homeOf(host), ".openclaw", "openclaw.json");
const dotenv = (homes: ManyHomes, host: string) => join(homes.homeOf(host), ".openclaw", ".env");

/** Every file of a folder with its text. */
function snapshot(of: string): Record<string, string> {
  const names = readdirSync(of, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(of, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(of, name), "utf8")]));
}

describe("the role, over 25 machines", () => {
  it("sets all up, settles, reports a broken one and does the others, and rotates the key", async (context) => {
    const homes = makeHomes(folder, 25, toolPath("ansible-playbook", context));
    const { hosts, play } = homes;
    const key = { openclaw_aisa_api_key: firstKey };

    const checked = await play(["--check", "--diff"], key);
    expect([checked.code, checked.changed], checked.output).toEqual([0, hosts]);
    expect(checked.output).toContain("+AISA_API_KEY='sk-");
    expect(readdirSync(join(folder, "homes"), { recursive: true })).toHaveLength(25);

    const first = await play([], key);
    expect([first.code, first.changed, first.failed], first.output).toEqual([0, hosts, []]);
    for (const host of hosts) {
      expect(readFileSync(dotenv(homes, host), "utf8")).toContain(firstKey);
      expect(statSync(dotenv(homes, host)).mode & 0o777).toBe(0o600);
    }

    const before = snapshot(join(folder, "homes"));
    const second = await play([], key);
    expect([second.code, second.changed, second.failed], second.output).toEqual([0, [], []]);
    expect(snapshot(join(folder, "homes"))).toEqual(before);

    const [broken = ""] = hosts.slice(6);
    const whole = readFileSync(config(homes, broken), "utf8");
    writeFileSync(config(homes, broken), whole.slice(0, 100));
    const kimi = { ...key, openclaw_aisa_state: { ...wantedState, primary: "kimi-k2.5", fallbacks: [] } };
    const mixed = await play([], kimi);
    const others = hosts.filter((host) => host !== broken);
    expect([mixed.code, mixed.changed, mixed.failed], mixed.output).toEqual([2, others, [broken]]);
    expect(mixed.output).toContain("config-syntax: ");
    expect(readFileSync(config(homes, broken), "utf8")).toBe(whole.slice(0, 100));
    writeFileSync(config(homes, broken), readFileSync(config(homes, hosts[0] ?? ""), "utf8"));

    const rotated = await play(["--diff"], { ...kimi, openclaw_aisa_api_key: secondKey });
    expect([rotated.code, rotated.changed, rotated.failed], rotated.output).toEqual([0, hosts, []]);
    for (const host of hosts) {
      expect(readFileSync(dotenv(homes, host), "utf8")).toBe(`AISA_API_KEY='${secondKey}'\n`);
      expect(JSON.stringify(readFileSync(config(homes, host), "utf8"))).not.toContain(secondKey);
    }
    for (const { output } of [checked, first, second, mixed, rotated])
      for (const one of [firstKey, secondKey]) expect(output).not.toContain(one);
  });

  it("collects reports that doctor merges, and shows no key however much Ansible says", async (context) => {
    const homes = makeHomes(join(folder, "few"), 3, toolPath("ansible-playbook", context));
    const [first = "", second = "", third = ""] = homes.hosts;
    for (const host of [first, second]) mkdirSync(join(homes.homeOf(host), ".openclaw"));
    writeFileSync(config(homes, first), "{ half");
    writeFileSync(
      config(homes, second),
      '{ agents: { defaults: { model: { primary: "openai/gpt-5" }, params: { temperature: 0.7 } } } }',
    );
    const loud = await homes.play(["-vvv"], { openclaw_aisa_api_key: firstKey });
    expect([loud.code, loud.changed, loud.failed], loud.output).toEqual([2, [second, third], [first]]);
    expect(loud.output).not.toContain(firstKey);
    const reports = join(folder, "reports");
    mkdirSync(reports);
    const collected = await homes.play(["--tags", "doctor"], { openclaw_aisa_reports: reports });
    expect([collected.code, collected.failed], collected.output).toEqual([0, []]);
    const merged = await run(["doctor", "--json", "--merge", reports], { home: makeHome() });
    const { data } = merged.json<{
      merged: number;
      faults: { code: string; count: number; machines: string[] }[];
    }>();
    expect([merged.code, data.merged]).toEqual([1, 3]);
    const broken = data.faults.find((one) => one.code === "config-syntax");
    expect(broken?.machines).toEqual([expect.stringContaining(first)]);
  });
});

describe("the role, where the program is missing", () => {
  it("says so in check mode, and installs the version with npm", async (context) => {
    const homes = makeHomes(join(folder, "bare"), 1, toolPath("ansible-playbook", context));
    if (!isRoot) context.skip("the role installs for all users, as root");
    const bin = join(folder, "bare", "bin");
    mkdirSync(bin);
    const installed = join(bin, "openclaw-aisa");
    const wrapper = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
    writeFileSync(join(folder, "bare", "wrapper"), wrapper, { mode: 0o755 });
    const npm = `#!/bin/sh\necho "$@" >> "${bin}/calls"\ncp "${folder}/bare/wrapper" "${installed}"\n`;
    writeFileSync(join(bin, "npm"), npm, { mode: 0o755 });
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const variables = {
      openclaw_aisa_command: [installed],
      openclaw_aisa_version: version,
      openclaw_aisa_api_key: firstKey,
    };
    const play = (...args: string[]) => homes.play(args, variables, bin);
    const checked = await play("--check");
    expect([checked.code, existsSync(installed), checked.failed], checked.output).toEqual([0, false, []]);
    const first = await play();
    expect([first.code, first.changed], first.output).toEqual([0, homes.hosts]);
    const second = await play();
    expect([second.code, second.changed], second.output).toEqual([0, []]);
    const calls = readFileSync(join(bin, "calls"), "utf8");
    expect(calls).toBe(`install --global --no-audit --no-fund openclaw-aisa@${version}\n`);
  });
});

describe("the role's files", () => {
  it("pass ansible-lint in its strictest profile, and yamllint", async (context) => {
    const lint = toolPath("ansible-lint", context);
    const paths = ["site.yml", "roles/openclaw_aisa", "inventory.example.yml"];
    const env = { ...process.env, NO_COLOR: "1" };
    const args = ["--offline", "--profile", "production", ...paths];
    const linted = await runTool(lint, args, { cwd: ansibleFolder, env });
    expect(linted.code, linted.output).toBe(0);
    const yamllint = toolPath("yamllint", context);
    const yaml = await runTool(yamllint, ["--strict", "-c", "deploy/.yamllint", "deploy"], { cwd: root });
    expect(yaml.code, yaml.output).toBe(0);
  });

  it("describe each option of the module where Ansible looks for it", async (context) => {
    toolPath("ansible-playbook", context);
    const env = { ...process.env, ANSIBLE_LIBRARY: join(ansibleFolder, "roles", "openclaw_aisa", "library") };
    const doc = await runTool("ansible-doc", ["-t", "module", "-j", "openclaw_aisa"], { env });
    const { options } = JSON.parse(doc.output).openclaw_aisa.doc as { options: object };
    const source = readFileSync(join(env.ANSIBLE_LIBRARY, "openclaw_aisa.py"), "utf8");
    const spec = source.slice(source.indexOf("argument_spec="));
    expect(Object.keys(options).sort()).toEqual(
      [...spec.matchAll(/^ {12}"(\w+)": \{/gm)].map(([, name]) => name).sort(),
    );
    await runToEnd("python3", ["-m", "py_compile", join(env.ANSIBLE_LIBRARY, "openclaw_aisa.py")]);
    rmSync(join(env.ANSIBLE_LIBRARY, "__pycache__"), { recursive: true, force: true });
    expect(existsSync(join(env.ANSIBLE_LIBRARY, "__pycache__"))).toBe(false);
  });
});
