import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cleanEnv, program, root } from "../helpers/cli.ts";
import { prepareDoctor } from "../helpers/doctor.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { needsShell, runTool, toolPath } from "./run-tool.ts";

const deploy = join(root, "deploy");
const read = (...path: string[]) => readFileSync(join(deploy, ...path), "utf8");

/** An environment in which `openclaw-aisa` is this program. */
function environment(home: Home, extra: Record<string, string> = {}): Record<string, string> {
  home.write("bin/openclaw-aisa", `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, 0o755);
  const path = [join(home.path, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);
  return cleanEnv(home, { PATH: path, ...extra });
}

describe("metrics", () => {
  it("are what Prometheus reads, of a sound set-up, a broken one, and several profiles", async (context) => {
    const promtool = toolPath("promtool", context);
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max", "qwen-plus"] });
    doctor.home.write(".openclaw-work/openclaw.json", "{ half");
    for (const args of [
      [],
      ["--probe"],
      ["--all-profiles", "--offline"],
      ["--all-profiles", "--probe", "--strict"],
    ]) {
      const { stdout } = await doctor.run("--format", "prometheus", ...args);
      const checked = await runTool(promtool, ["check", "metrics"], { input: stdout });
      expect([checked.code, checked.output], stdout).toEqual([0, ""]);
    }
    const wrong = await runTool(promtool, ["check", "metrics"], { input: "# TYPE a gauge\na{ 1\n" });
    expect(wrong.code).not.toBe(0);
  });

  it("are written by the systemd unit for the textfile collector, beside the old ones and renamed", async (context) => {
    const promtool = toolPath("promtool", context);
    const { home } = await prepareDoctor();
    const line = /^ExecStart=(.+)$/m.exec(read("systemd", "openclaw-aisa-metrics.service"))?.[1] ?? "";
    const command = /^\/bin\/sh -c '(.+)'$/.exec(line)?.[1]?.replaceAll("$$", "$") ?? "";
    const metrics = join(home.path, "openclaw-aisa.prom");
    const start = () => runTool("/bin/sh", ["-c", command], { env: environment(home, { METRICS: metrics }) });
    expect((await start()).code).toBe(0);
    expect(home.read(metrics)).toContain('openclaw_aisa_doctor_healthy{profile="default"} 1');
    home.write(".openclaw/openclaw.json", "{ half");
    expect((await start()).code).toBe(0);
    expect(home.read(metrics)).toContain('openclaw_aisa_doctor_healthy{profile="default"} 0');
    expect(readdirSync(home.path).filter((name) => name.includes(".prom"))).toEqual(["openclaw-aisa.prom"]);
    const checked = await runTool(promtool, ["check", "metrics"], { input: home.read(metrics) });
    expect([checked.code, checked.output]).toEqual([0, ""]);
  });
});

describe("JUnit", () => {
  it("is XML, whatever stands in the config", async (context) => {
    const xmllint = toolPath("xmllint", context);
    const id = '<qwen3>&\\"\\u0001\\ufffe\\ud800]]>-max';
    const doctor = await prepareDoctor({ models: [`{ id: "aisa/${id}", name: "x" }`, "aisa/qwen3-max"] });
    for (const args of [[], ["--strict"], ["--all-profiles"], ["--lang", "zh-CN"]]) {
      const { stdout } = await doctor.run("--offline", "--format", "junit", ...args);
      const checked = await runTool(xmllint, ["--noout", "-"], { input: stdout });
      expect([checked.code, checked.output], stdout).toEqual([0, ""]);
      const count = await runTool(xmllint, ["--xpath", "count(//testcase/failure) > 0", "-"], {
        input: stdout,
      });
      expect(count.output.trim()).toBe("true");
    }
  });
});

describe("the systemd units", () => {
  it("are accepted by systemd", async (context) => {
    const analyze = toolPath("systemd-analyze", context);
    const units = readdirSync(join(deploy, "systemd")).map((name) => join(deploy, "systemd", name));
    const verified = await runTool(analyze, ["verify", ...units]);
    expect([verified.code, verified.output]).toEqual([0, ""]);
  });

  it("apply the state of the folder that they name", async (context) => {
    needsShell(context);
    const home = makeHome();
    const line = /^ExecStart=(.+)$/m.exec(read("systemd", "openclaw-aisa-apply.service"))?.[1] ?? "";
    home.write(
      "etc/aisa.yaml",
      "key: { from: 'file:etc/aisa-api-key' }\nmodels: [qwen3-max]\nprimary: qwen3-max\n",
    );
    home.write("etc/aisa-api-key", "sk-aisa-0123456789abcdef0123\n");
    const command = `${line.replaceAll("/etc/openclaw-aisa/", "etc/")} --offline`;
    const done = await runTool("/bin/sh", ["-c", command], { cwd: home.path, env: environment(home) });
    expect(done.code, done.output).toBe(0);
    expect(home.read(home.dotenv)).toContain("sk-aisa-0123456789abcdef0123");
  });
});

interface Action {
  runs: { steps: { name: string; run: string; env: Record<string, string> }[] };
}

describe("the GitHub action", () => {
  it("is valid, and so is its script", async (context) => {
    const [schemas, shellcheck] = [toolPath("schemas", context), toolPath("shellcheck", context)];
    const validator = join(schemas, "node_modules", "@action-validator", "cli", "cli.mjs");
    const file = join(deploy, "github-action", "action.yml");
    const valid = await runTool(process.execPath, [validator, file]);
    expect([valid.code, valid.output]).toEqual([0, ""]);
    const checked = await runTool(shellcheck, [join(deploy, "github-action", "apply.sh")]);
    expect([checked.code, checked.output]).toEqual([0, ""]);
  });

  it("applies, finds nothing to change, fails a check on a difference, and reports faults", async (context) => {
    needsShell(context);
    const home = makeHome();
    home.write(
      "aisa.yaml",
      "key: { from: env:AISA_API_KEY, store: dotenv }\nmodels: [qwen3-max]\nprimary: qwen3-max\n",
    );
    const { steps } = (parse(read("github-action", "action.yml")) as Action).runs;
    const step = async (name: string, inputs: Record<string, string>) => {
      const one = steps.find((candidate) => candidate.name === name);
      const named = Object.entries(one?.env ?? {}).map(([variable, value]) => {
        const input = /inputs\.([\w-]+)/.exec(value)?.[1] ?? "";
        return [variable, inputs[input] ?? ""] as const;
      });
      const github = {
        GITHUB_ACTION_PATH: join(deploy, "github-action"),
        GITHUB_OUTPUT: join(home.path, "output"),
      };
      const env = environment(home, { ...Object.fromEntries(named), ...github });
      const done = await runTool("bash", ["-c", one?.run ?? "exit 99"], { cwd: home.path, env });
      const outputs = existsSync(github.GITHUB_OUTPUT) ? home.read(github.GITHUB_OUTPUT) : "";
      return { ...done, last: outputs.trim().split("\n").at(-1) };
    };
    const key = "sk-aisa-0123456789abcdef0123";
    const inputs = {
      state: "aisa.yaml",
      check: "false",
      "api-key": key,
      options: "--offline",
      junit: "junit.xml",
    };
    const apply = "Apply the desired state";
    const differs = await step(apply, { ...inputs, check: "true" });
    expect([differs.code, differs.last, home.exists(home.config)], differs.output).toEqual([
      10,
      "changed=true",
      false,
    ]);
    expect(differs.output).toContain("::error::");
    const first = await step(apply, inputs);
    expect([first.code, first.last], first.output).toEqual([0, "changed=true"]);
    const second = await step(apply, { ...inputs, check: "true" });
    expect([second.code, second.last], second.output).toEqual([0, "changed=false"]);
    home.write("wrong.yaml", "primary: no-such-model\n");
    expect((await step(apply, { ...inputs, state: "wrong.yaml" })).code).toBe(2);
    expect((await step("Report faults", inputs)).code).toBe(0);
    expect(home.read(join(home.path, "junit.xml"))).toContain("<testsuites");
    for (const { output } of [differs, first, second]) expect(output).not.toContain(key);
  });
});

describe("the Nix expression", () => {
  it("is parsed by Nix", async (context) => {
    const parsed = await runTool(toolPath("nix-instantiate", context), [
      "--parse",
      join(deploy, "nix", "default.nix"),
    ]);
    expect(parsed.code, parsed.output).toBe(0);
  });
});
