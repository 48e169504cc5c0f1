import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hashOf } from "../../../src/adapters/files/crypto.ts";
import { prepareFiles, prepareJob } from "../../../src/adapters/files/replace-files.ts";
import { Failure } from "../../../src/core/problem/problem.ts";
import type { FileWrite } from "../../../src/ports.ts";

function makeFolder(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-replace-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

/** Replaces files, with somebody else doing something right before the file called `at` is replaced. */
function replace(writes: readonly FileWrite[], at: string, meddle: () => void) {
  const prepared = prepareFiles(writes.flatMap((write) => prepareJob(write) ?? []));
  try {
    return prepared.replaceAll(({ file }) => {
      if (file.endsWith(at)) meddle();
      return [];
    });
  } finally {
    prepared.discard();
  }
}

const codeOf = (failure: unknown) => (failure instanceof Failure ? failure.problem.code : failure);

describe("replacing several files", () => {
  it("restores the earlier files when one fails, mode included", () => {
    const dir = makeFolder({ changed: "old", removed: "old", last: "old" });
    const [changed, made, removed, last] = ["changed", "made", "removed", "last"].map((name) =>
      join(dir, name),
    );
    if (!changed || !made || !removed || !last) throw new Error("no files");
    chmodSync(changed, 0o640);
    const before = hashOf("old");
    const writes = [
      { file: changed, before, text: "new", mode: 0o600 },
      { file: made, text: "new" },
      { file: removed, before },
      { file: last, before, text: "new" },
    ];
    const { failure, stranded } = replace(writes, "last", () => {
      expect(readFileSync(changed, "utf8")).toBe("new");
      expect(existsSync(made)).toBe(true);
      expect(existsSync(removed)).toBe(false);
      writeFileSync(last, "theirs");
    });
    expect([codeOf(failure), stranded]).toEqual(["config-changed", []]);
    expect(readdirSync(dir).sort()).toEqual(["changed", "last", "removed"]);
    expect(readFileSync(changed, "utf8")).toBe("old");
    expect(statSync(changed).mode & 0o777).toBe(0o640);
    expect(readFileSync(removed, "utf8")).toBe("old");
    expect(readFileSync(last, "utf8")).toBe("theirs");
  });

  it("does not overwrite what somebody else wrote since, and says so", () => {
    const dir = makeFolder({ first: "old", second: "old" });
    const [first, second] = [join(dir, "first"), join(dir, "second")];
    const writes = [first, second].map((file) => ({ file, before: hashOf("old"), text: "new" }));
    const { failure, stranded, half, touched } = replace(writes, "second", () => {
      writeFileSync(first, "theirs");
      writeFileSync(second, "theirs");
    });
    expect([codeOf(failure), stranded, half, touched]).toEqual(["config-changed", [first], [], true]);
    expect(readFileSync(first, "utf8")).toBe("theirs");
    expect(readdirSync(dir).sort()).toEqual(["first", "second"]);
  });

  it("returns no failure when all succeeded", () => {
    const dir = makeFolder({ first: "old" });
    const file = join(dir, "first");
    const done = replace([{ file, before: hashOf("old"), text: "new" }], "first", () => {});
    expect(done).toEqual({ notices: [], touched: true, stranded: [], half: [] });
    expect(readFileSync(file, "utf8")).toBe("new");
  });
});
