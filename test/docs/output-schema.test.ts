import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { createStyle } from "../../src/adapters/terminal/terminal.ts";
import { describe as describeTree } from "../../src/cli/command-tree.ts";
import { createProgram } from "../../src/cli/program.ts";
import type { CommandNode } from "../../src/core/terminal/index.ts";
import { en } from "../../src/i18n/en/index.ts";
import { root, run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";

const schemaAt = (name: string) =>
  JSON.parse(readFileSync(join(root, "docs", "schema", name), "utf8")) as object;
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
ajv.addSchema(schemaAt("aisa.schema.json"));
const validate = ajv.compile(schemaAt("output.schema.json"));

/** Runs of every command, in this order in one home. The first word of each that is an option begins its options. */
const runs: readonly string[] = [
  "onboard --print --offline",
  "onboard --check --diff",
  "onboard --models qwen3-max,deepseek-v3.1 --key-storage dotenv",
  "onboard --models qwen3-max",
  "models list",
  "models list --all",
  "models info kimi-k2.5",
  "models cost --tokens 1M",
  "models test qwen3-max",
  "models add kimi-k2.5",
  "models set kimi-k2.5 --check --diff",
  "models set kimi-k2.5",
  "models remove deepseek-v3.1 --diff",
  "models sync",
  "export",
  "apply aisa.yaml --check --diff",
  "apply aisa.yaml",
  "apply nosuch.yaml",
  "key rotate --aisa-api-key-file next.key --offline --check",
  "key rotate --aisa-api-key-file next.key --offline",
  "usage",
  "status",
  "doctor",
  "doctor --fix --check --diff",
  "doctor --fix --offline",
  "doctor --all-profiles --offline",
  "doctor --merge report.json",
  "explain 401",
  "explain nothing that is known",
  "plugin install --check",
  "plugin install",
  "plugin status",
  "plugin remove",
  "skill install --diff",
  "skill remove",
  "undo --list",
  "undo --check --diff",
  "undo",
  "uninstall --check --diff",
  "completion bash",
  "models set",
  "nosuch",
];

/** The commands that can be run, by their names, from the tree that help prints. */
function commandNames(node: CommandNode, above: readonly string[] = []): string[] {
  const named = node.commands.filter((one) => one.name !== "help");
  return named.flatMap((one) => {
    const name = [...above, one.name];
    return one.commands.length > 0 ? commandNames(one, name) : [name.join(" ")];
  });
}

describe("docs/schema/output.schema.json", () => {
  it("describes what every command prints with --json", async () => {
    const { home, env, gateway } = await makeBench();
    const { path } = placeOpenClaw(home, { version: "2026.9.6" });
    home.write("aisa.yaml", "models: [qwen3-max]\nprimary: qwen3-max\nskill: true\n");
    const report = await run(["doctor", "--probe", "--json"], { home, env });
    home.write("report.json", report.stdout);
    home.write("next.key", "sk-next-0123456789abcdef4567");
    const succeeded = new Set<string>();
    for (const line of runs) {
      // The key that is to be rotated is the stored one.
      const key = line.startsWith("key") ? { AISA_API_KEY: undefined } : {};
      const done = await run([...line.split(" "), "--json"], { home, env: { ...env, ...key, PATH: path } });
      const document = done.json();
      const valid = validate(document);
      expect([line, valid, validate.errors]).toEqual([line, true, null]);
      expect(done.stdout).not.toContain(gateway.key);
      if (document.ok) succeeded.add(document.command);
    }
    const tree = describeTree(
      createProgram(
        en.cli,
        createStyle({ columns: 80, paint: undefined }),
        "",
        async () => {},
        () => {},
      ),
    );
    expect([...succeeded].sort()).toEqual(commandNames(tree).sort());
  });

  it("rejects what is no such document", () => {
    const good = {
      ok: true,
      command: "export",
      version: "1",
      changed: false,
      data: { state: {}, file: null },
      problems: [],
    };
    expect(validate(good)).toBe(true);
    for (const bad of [
      { ...good, data: { file: null } },
      { ...good, data: { state: { models: "qwen3-max" }, file: null } },
      { ...good, command: "nosuch" },
      { ...good, extra: 1 },
      {
        ...good,
        command: "models add",
        data: { pending: false, backup: null, changes: [{ file: "x" }], models: [] },
      },
    ])
      expect(validate(bad)).toBe(false);
  });
});
