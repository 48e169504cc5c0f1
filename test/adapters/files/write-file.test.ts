import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { sweep } from "../../../src/adapters/files/leftovers.ts";
import { readSnapshot } from "../../../src/adapters/files/read-file.ts";
import { stage, stageRemoval } from "../../../src/adapters/files/write-file.ts";
import { Failure, type Problem, paramOf } from "../../../src/core/problem/problem.ts";
import { isRoot, mountFileFor, mountFor, withoutRights } from "../../helpers/user.ts";

function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-write-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Reads, stages and commits, as the store does. */
function write(file: string, text: string, mode?: number): readonly Problem[] {
  const before = readSnapshot(file);
  const staged = stage(file, before, text, mode ?? before?.mode ?? 0o600);
  try {
    return staged.commit(before);
  } finally {
    staged.discard();
  }
}

function failureOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error.problem;
    throw error;
  }
  throw new Error("it did not fail");
}

const temporaries = (dir: string) => readdirSync(dir).filter((name) => name.endsWith(".tmp"));

describe("replacing a file", () => {
  it("keeps mode and owner", () => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o640);
    if (isRoot) chownSync(file, 1234, 1235);
    expect(write(file, "{ a: 1 }")).toEqual([]);
    const stat = statSync(file);
    expect(readFileSync(file, "utf8")).toBe("{ a: 1 }");
    expect(stat.mode & 0o7777).toBe(0o640);
    if (isRoot) expect([stat.uid, stat.gid]).toEqual([1234, 1235]);
  });

  it("sets another mode where one is asked for", () => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o644);
    write(file, "{}", 0o600);
    expect(statSync(file).mode & 0o7777).toBe(0o600);
  });

  it("makes a new file that only its owner reads, whatever the umask", () => {
    const old = process.umask(0);
    onTestFinished(() => {
      process.umask(old);
    });
    const file = join(makeFolder(), ".env");
    write(file, "A='1'\n");
    expect(statSync(file).mode & 0o7777).toBe(0o600);
  });

  it("leaves no temporary file", () => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    write(file, "{}");
    write(file, "{ a: 1 }");
    expect(readdirSync(dir)).toEqual(["openclaw.json"]);
  });

  it("follows symbolic links and leaves them in place", () => {
    const dir = makeFolder();
    mkdirSync(join(dir, "real"));
    mkdirSync(join(dir, "linked"));
    const real = join(dir, "real", "config.json5");
    writeFileSync(real, "{}");
    symlinkSync(join("..", "real", "config.json5"), join(dir, "linked", "one"));
    symlinkSync(join(dir, "linked", "one"), join(dir, "openclaw.json"));
    write(join(dir, "openclaw.json"), "{ a: 1 }");
    expect(readFileSync(real, "utf8")).toBe("{ a: 1 }");
    expect(lstatSync(join(dir, "openclaw.json")).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(dir, "linked", "one"))).toBe(join("..", "real", "config.json5"));
    expect(readdirSync(join(dir, "real"))).toEqual(["config.json5"]);
  });

  it("resolves a relative link from where its folder really is", () => {
    const dir = makeFolder();
    mkdirSync(join(dir, "deep", "er"), { recursive: true });
    writeFileSync(join(dir, "deep", "target"), "{}");
    symlinkSync(join("..", "target"), join(dir, "deep", "er", "openclaw.json"));
    symlinkSync(join(dir, "deep", "er"), join(dir, "short"));
    write(join(dir, "short", "openclaw.json"), "{ a: 1 }");
    expect(readFileSync(join(dir, "deep", "target"), "utf8")).toBe("{ a: 1 }");
  });

  it("makes the file that a dangling link names", () => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    symlinkSync("elsewhere.json", file);
    write(file, "{}");
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(dir, "elsewhere.json"), "utf8")).toBe("{}");
  });

  it("replaces a link's target on another file system", (test) => {
    const dir = makeFolder();
    const other = join(dir, "other");
    const reason = mountFor(other, "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    if (reason !== undefined) return test.skip(reason);
    writeFileSync(join(other, "openclaw.json"), "{}");
    symlinkSync(join(other, "openclaw.json"), join(dir, "openclaw.json"));
    write(join(dir, "openclaw.json"), "{ a: 1 }");
    expect(readFileSync(join(other, "openclaw.json"), "utf8")).toBe("{ a: 1 }");
  });
});

describe("refusing to replace a file", () => {
  it.each<[string, string, (file: string, dir: string) => void]>([
    ["a loop of links", "link-loop", (file) => symlinkSync("openclaw.json", file)],
    ["a folder", "not-a-file", (file) => mkdirSync(file)],
    ["a device", "not-a-file", (file) => symlinkSync("/dev/null", file)],
    [
      "a hard link",
      "hard-link",
      (file, dir) => {
        writeFileSync(file, "{}");
        linkSync(file, join(dir, "second"));
      },
    ],
    [
      "a file without any write permission",
      "read-only-file",
      (file) => {
        writeFileSync(file, "{}");
        chmodSync(file, 0o400);
      },
    ],
    ["a dangling link into a missing folder", "no-folder", (file) => symlinkSync("gone/openclaw.json", file)],
  ])("%s", (_, variant, make) => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    make(file, dir);
    const before = readdirSync(dir);
    expect(failureOf(() => write(file, "{ a: 1 }"))).toMatchObject({
      code: "config-unwritable",
      params: { file, variant },
    });
    expect(readdirSync(dir)).toEqual(before);
  });

  it("a folder that cannot be written", async () => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o666);
    chmodSync(dir, 0o555);
    const problem = await withoutRights(() => failureOf(() => write(file, "{ a: 1 }")));
    expect(problem).toMatchObject({
      code: "config-unwritable",
      params: { detail: expect.stringMatching(/permission denied/) },
    });
    expect(readFileSync(file, "utf8")).toBe("{}");
    expect(readdirSync(dir)).toEqual(["openclaw.json"]);
  });

  it.runIf(isRoot)("another user's file, whose owner cannot be kept", async () => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o666);
    chmodSync(dir, 0o777);
    const problem = await withoutRights(() => failureOf(() => write(file, "{ a: 1 }")));
    expect(problem).toMatchObject({ code: "config-unwritable", params: { variant: "owner" } });
    expect(statSync(file)).toMatchObject({ uid: 0, size: 2 });
    expect(temporaries(dir)).toEqual([]);
  });

  it("a bind-mounted file, as in containers", (test) => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    writeFileSync(file, "{}");
    const source = join(makeFolder(), "source.json");
    writeFileSync(source, "{ mounted: true }");
    const reason = mountFileFor(file, source);
    if (reason !== undefined) return test.skip(reason);
    expect(failureOf(() => write(file, "{ a: 1 }"))).toMatchObject({
      code: "config-unwritable",
      params: { variant: "busy" },
    });
    expect(readFileSync(file, "utf8")).toBe("{ mounted: true }");
    expect(temporaries(dir)).toEqual([]);
  });

  it("a read-only file system", (test) => {
    const dir = join(makeFolder(), "mounted");
    const reason = mountFor(dir, "-t", "tmpfs", "-o", "size=1m", "tmpfs");
    if (reason !== undefined) return test.skip(reason);
    writeFileSync(join(dir, "openclaw.json"), "{}");
    execFileSync("mount", ["-o", "remount,ro", dir]);
    expect(failureOf(() => write(join(dir, "openclaw.json"), "{ a: 1 }"))).toMatchObject({
      code: "config-unwritable",
      params: { variant: "read-only-system" },
    });
  });

  it("a full disk, at every size around what is left", (test) => {
    const dir = join(makeFolder(), "small");
    const reason = mountFor(dir, "-t", "tmpfs", "-o", "size=64k", "tmpfs");
    if (reason !== undefined) return test.skip(reason);
    const file = join(dir, "openclaw.json");
    const old = `{ note: "${"x".repeat(20_000)}" }`;
    write(file, old);
    const outcomes = new Set<string>();
    for (let size = 1_000; size <= 80_000; size += 1_000) {
      const text = `{ note: "${"y".repeat(size)}" }`;
      const before = readFileSync(file, "utf8");
      try {
        write(file, text);
        expect(readFileSync(file, "utf8")).toBe(text);
        outcomes.add("written");
      } catch (error) {
        expect((error as Failure).problem.code).toBe("disk-full");
        expect(readFileSync(file, "utf8")).toBe(before);
        outcomes.add("full");
      }
      expect(readdirSync(dir)).toEqual(["openclaw.json"]);
    }
    expect([...outcomes].sort()).toEqual(["full", "written"]);
  });
});

describe("a file that changes meanwhile", () => {
  it.each<[string, (file: string) => void]>([
    ["other bytes", (file) => writeFileSync(file, "{ other: 1 }")],
    [
      "the same bytes in another file",
      (file) => {
        writeFileSync(`${file}.new`, "{}");
        rmSync(file);
        linkSync(`${file}.new`, file);
        rmSync(`${file}.new`);
      },
    ],
    ["removed", (file) => rmSync(file)],
  ])("%s: the change is kept", (_, meddle) => {
    const dir = makeFolder();
    const file = join(dir, "openclaw.json");
    writeFileSync(file, "{}");
    const before = readSnapshot(file);
    const staged = stage(file, before, "{ a: 1 }", 0o600);
    // The old file stays open, so that its inode number is not given to the new one.
    const kept = join(dir, "kept");
    linkSync(file, kept);
    rmSync(kept);
    meddle(file);
    const now = readSnapshot(file)?.text;
    expect(failureOf(() => staged.commit(before)).code).toBe("config-changed");
    staged.discard();
    expect(readSnapshot(file)?.text).toBe(now);
    expect(temporaries(dir)).toEqual([]);
  });

  it("made by somebody else first: theirs is kept", () => {
    const file = join(makeFolder(), "openclaw.json");
    const staged = stage(file, undefined, "{ ours: 1 }", 0o600);
    writeFileSync(file, "{ theirs: 1 }");
    expect(failureOf(() => staged.commit(undefined)).code).toBe("config-changed");
    staged.discard();
    expect(readFileSync(file, "utf8")).toBe("{ theirs: 1 }");
  });

  it("is not removed either", () => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, "{}");
    const before = readSnapshot(file);
    if (before === undefined) throw new Error("no file");
    const removal = stageRemoval(file, before);
    writeFileSync(file, "{ other: 1 }");
    expect(failureOf(() => removal.commit(before)).code).toBe("config-changed");
    expect(readFileSync(file, "utf8")).toBe("{ other: 1 }");
  });
});

describe("reading", () => {
  it.each<[string, Buffer]>([
    ["UTF-16 LE", Buffer.from("\ufeff{ a: 1 }", "utf16le")],
    ["UTF-16 LE", Buffer.from("{ name: 1 }", "utf16le")],
    ["UTF-16 BE", Buffer.from("\ufeff{ a: 1 }", "utf16le").swap16()],
    [
      "GB18030",
      Buffer.concat([Buffer.from('{ a: "'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('" }')]),
    ],
    ["Latin-1", Buffer.concat([Buffer.from('{ a: "caf'), Buffer.from([0xe9]), Buffer.from('" }')])],
  ])("names the encoding of what is not UTF-8: %s", (encoding, bytes) => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, bytes);
    expect(failureOf(() => readSnapshot(file))).toMatchObject({
      code: "config-syntax",
      params: { variant: "encoding", encoding },
    });
  });

  it("keeps a byte order mark", () => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, "\ufeff{}");
    write(file, `${readSnapshot(file)?.text}\n`);
    expect(readFileSync(file)).toEqual(Buffer.from("\ufeff{}\n"));
  });

  it("reports missing permission", async () => {
    const file = join(makeFolder(), "openclaw.json");
    writeFileSync(file, "{}");
    chmodSync(file, 0o000);
    const problem = await withoutRights(() => failureOf(() => readSnapshot(file)));
    expect(problem).toMatchObject({ code: "config-unreadable", params: { file } });
    expect(paramOf(problem, "detail")).toMatch(/permission denied/);
  });
});

describe("sweeping", () => {
  it("removes temporary files of dead processes, and no others", () => {
    const dir = makeFolder();
    const gone = 4_194_303;
    const ours = `.openclaw.json.${process.pid}.0123456789ab.tmp`;
    const names = [
      `.openclaw.json.${gone}.0123456789ab.tmp`,
      `.openclaw.json.lock.${gone}.0123456789ab.tmp`,
      ours,
      `.openclaw.json.${gone}.tmp`,
      `.other.json.${gone}.0123456789ab.tmp`,
      ".fs-safe-replace.1.tmp",
    ];
    for (const name of names) writeFileSync(join(dir, name), "");
    sweep(join(dir, "openclaw.json"));
    expect(readdirSync(dir).sort()).toEqual(names.slice(2).sort());
  });
});
