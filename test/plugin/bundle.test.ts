import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../helpers/cli.ts";

const bundle = readFileSync(join(root, "dist/plugin/index.js"), "utf8");

describe("the plugin's bundle", () => {
  it("imports only Node modules when it loads, and parts of OpenClaw only on use", () => {
    const atOnce = [...bundle.matchAll(/\bimport(?:[^"'()]*from)?\s*["'`]([^"'`]+)/g)].map(
      (match) => match[1],
    );
    const later = [...bundle.matchAll(/\bimport\(["'`]([^"'`]+)["'`]\)/g)].map((match) => match[1]);
    expect(atOnce.filter((name) => !name?.startsWith("node:"))).toEqual([]);
    expect(later.sort()).toEqual([
      "openclaw/plugin-sdk/provider-auth-api-key",
      "openclaw/plugin-sdk/provider-auth-runtime",
    ]);
  });

  it("contains no library of the command line and stays small", () => {
    // Words that stay in the code of commander, inquirer, openai, undici, ora and conf however they are minified.
    expect(bundle).not.toMatch(
      /commander\.|ExitPromptError|APIConnectionError|UND_ERR_|cli-spinners|projectName/,
    );
    expect(bundle.length).toBeLessThan(60_000);
  });
});
