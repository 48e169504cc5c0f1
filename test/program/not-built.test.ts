import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { root } from "../helpers/cli.ts";

/** A package folder with bin and package.json alone, and what its bin prints when started through a link. */
function startIn(prepare: (dir: string) => void = () => undefined) {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-unbuilt-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const part of ["bin", "package.json"]) cpSync(join(root, part), join(dir, part), { recursive: true });
  prepare(dir);
  const link = join(dir, "openclaw-aisa");
  symlinkSync(join(dir, "bin/openclaw-aisa.js"), link);
  const { status, stdout, stderr } = spawnSync(process.execPath, [link, "doctor"], { encoding: "utf8" });
  return { dir, status, stdout, stderr };
}

it("names the build command when the package was installed without its build", () => {
  const { dir, ...done } = startIn();
  expect(done).toEqual({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(
      /^openclaw-aisa is not built: .*\n.*npm run build\n.*--ignore-scripts=false\n$/,
    ),
  });
  expect(done.stderr).toContain(dir);
});

it("does not report an error inside a built program as a missing build", () => {
  const { stderr } = startIn((dir) => {
    mkdirSync(join(dir, "dist"));
    writeFileSync(join(dir, "dist/main.cjs"), 'require("./nowhere.cjs");\n');
  });
  expect(stderr).toContain("nowhere.cjs");
  expect(stderr).not.toContain("is not built");
});
