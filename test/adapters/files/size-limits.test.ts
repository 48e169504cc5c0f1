import { mkdirSync, truncateSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listBackups, saveBackup } from "../../../src/adapters/files/backups.ts";
import { createFiles } from "../../../src/adapters/files/files.ts";
import { peek } from "../../../src/adapters/files/lock-file.ts";
import { readSnapshot } from "../../../src/adapters/files/read-file.ts";
import { configLimits } from "../../../src/core/edit/limits.ts";
import { Failure } from "../../../src/core/problem/problem.ts";
import { makeHome } from "../../helpers/home.ts";

/** A file of spaces and nothing else that takes no room on the disk, `bytes` long. */
function fileOf(bytes: number): string {
  const file = makeHome().write(".openclaw/openclaw.json", " ");
  truncateSync(file, bytes);
  return file;
}

function problemOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error instanceof Failure ? error.problem : error;
  }
}

const tooLarge = (file: string) => ({
  code: "config-unreadable",
  params: { file, variant: "too-large", limit: 16 },
});

describe("a file that is larger than a config may be", () => {
  it("is not read, and the limit is named", () => {
    const file = fileOf(configLimits.bytes + 1);
    expect(problemOf(() => readSnapshot(file))).toEqual(tooLarge(file));
  });

  it("is read where it has exactly the size of the limit", () => {
    const file = makeHome().write("config", "x".repeat(configLimits.bytes));
    expect(readSnapshot(file)?.text).toHaveLength(configLimits.bytes);
  });

  it("is not read as another's file either, unless a part of it will do", async () => {
    const file = fileOf(configLimits.bytes + 1);
    const files = createFiles("/");
    const problem = await files
      .read(file)
      .catch((error: unknown) => error instanceof Failure && error.problem);
    expect(problem).toEqual(tooLarge(file));
    expect(await files.read(file, { maxBytes: 100 })).toHaveLength(100);
    expect(await files.read(file, { maxBytes: 100, tail: true })).toHaveLength(100);
  });

  it("is no backup: the others are listed", () => {
    const folder = `${makeHome().path}/backups`;
    mkdirSync(folder);
    const save = (before: string) =>
      saveBackup(folder, "/openclaw.json", "test", [{ file: "/openclaw.json", before }], new Date());
    const [small, large] = [save("{}"), save("{}")];
    large.finish();
    small.finish();
    const saved = `${folder}/${large.id}/1-openclaw.json`;
    truncateSync(saved, configLimits.bytes + 1);
    expect(problemOf(() => listBackups(folder))).toEqual(tooLarge(saved));
    expect(listBackups(folder, true).map((one) => one.id)).toEqual([small.id]);
  });

  it("names no owner of a lock, and little of it is read", () => {
    const file = fileOf(configLimits.bytes);
    expect(peek(file)).toMatchObject({ payload: {} });
    expect(peek(file)?.raw.length).toBeLessThanOrEqual(64 * 1024);
  });
});
