import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { man } from "../../package.json";
import { root } from "../helpers/cli.ts";

const file = join(root, man);
const render = () =>
  spawnSync("man", ["--warnings", "-E", "UTF-8", "-l", "-P", "cat", file], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], MANWIDTH: "90" },
  });

describe("the manual page", () => {
  it("describes every command and every global option", () => {
    const text = readFileSync(file, "utf8").replaceAll("\\-", "-");
    for (const word of ["onboard", "models", "doctor", "completion", "--profile", "--dry-run", "Exit codes"])
      expect(text).toContain(word);
  });

  it.skipIf(render().error !== undefined)("is read by man without a warning", () => {
    const { stderr, stdout } = render();
    expect(stderr).toBe("");
    expect(stdout).toContain("openclaw-aisa onboard");
  });
});
