import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { program, root } from "../helpers/cli.ts";
import { blocksOf, readPage } from "../helpers/readme.ts";
import { runTool, toolPath } from "./run-tool.ts";

const page = "docs/many-machines.md";
const key = "sk-aisa-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-page-"));
const deploy = join(folder, "deploy");
cpSync(join(root, "deploy"), deploy, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file of the page by its name in the first line. */
function fileOf(name: string): string {
  const found = blocksOf(page).find((block) => block.text.startsWith(`# ${name}\n`));
  if (found === undefined) throw new Error(`${page} has no ${name}`);
  return found.text;
}

/** The block of shell that has a word. */
function shellOf(word: string): string[] {
  const found = blocksOf(page).find((block) => block.language === "bash" && block.text.includes(word));
  if (found === undefined) throw new Error(`${page} has no ${word}`);
  return found.text.trim().split("\n");
}

function environment(): NodeJS.ProcessEnv {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const start = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(bin, "openclaw-aisa"), start, { mode: 0o755 });
  const path = [bin, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter);
  return { PATH: path, HOME: folder, LANG: "C.UTF-8", ANSIBLE_NOCOLOR: "1", ANSIBLE_LOCALHOST_WARNING: "0" };
}

describe("the page about many machines", () => {
  it("has commands of Ansible that run in this order", async (context) => {
    toolPath("ansible-playbook", context);
    const ansible = join(deploy, "ansible");
    writeFileSync(join(ansible, "inventory.yml"), fileOf("inventory.yml"));
    // The hosts of the page are this machine here, each with a home of its own.
    const here = {
      ansible_connection: "local",
      ansible_python_interpreter: "/usr/bin/python3",
      openclaw_aisa_home: `${folder}/{{ inventory_hostname }}`,
      openclaw_aisa_offline: true,
      vault_aisa_api_key: key,
    };
    mkdirSync(join(ansible, "group_vars"));
    writeFileSync(join(ansible, "group_vars", "all.json"), JSON.stringify(here), { mode: 0o600 });
    for (const host of ["web-01.example.com", "web-02.example.com"]) mkdirSync(join(folder, host));
    const [enter = "", ...lines] = shellOf("ansible-playbook");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      const done = await runTool("bash", ["-c", `${enter}\n${line}`], { cwd: folder, env: environment() });
      expect([line, done.code, done.output]).toEqual([line, 0, done.output]);
      expect(done.output).not.toContain(key);
      if (line.includes("--merge")) expect(done.output).toContain("2 of 2 machines");
    }
  });

  it("has an overlay of Kubernetes that builds, with the images and the Secret of its own", async (context) => {
    const kubectl = toolPath("kubectl", context);
    for (const line of shellOf("kubectl")) {
      const done = await runTool("bash", ["-c", line], {
        cwd: folder,
        env: { ...environment(), PATH: process.env["PATH"] },
      });
      expect(done.code, done.output).toBe(0);
    }
    const overlay = join(deploy, "kubernetes", "mine");
    mkdirSync(overlay);
    writeFileSync(join(overlay, "kustomization.yaml"), fileOf("kustomization.yaml"));
    writeFileSync(join(overlay, "aisa-api-key.env"), `AISA_API_KEY=${key}\n`, { mode: 0o600 });
    const built = await runTool(kubectl, ["kustomize", overlay]);
    expect(built.code, built.output).toBe(0);
    expect(built.output).toContain("image: registry.example.com/openclaw-aisa:1.0.0");
    expect(built.output).toContain(`AISA_API_KEY: ${Buffer.from(key).toString("base64")}`);
    expect(built.output).not.toContain(Buffer.from("replace-me").toString("base64"));
  });

  it("has a workflow with inputs that the action takes", () => {
    const { steps } = parse(fileOf("workflow.yml")) as { steps: { uses: string; with: object }[] };
    const [step] = steps;
    const action = parse(readPage(join(step?.uses ?? "", "action.yml"))) as { inputs: object };
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})));
  });
});
