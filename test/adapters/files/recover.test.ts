import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createConfigStore } from "../../../src/adapters/files/config-store.ts";
import { Failure, type Problem, paramOf } from "../../../src/core/problem/problem.ts";
import { bury, type Fault, type FaultControl, withFault } from "../../helpers/faults.ts";
import { type Home, makeHome, quickFolder } from "../../helpers/home.ts";

const old = { config: "{ a: 1 } // old\n", dotenv: "AISA_API_KEY='sk-old-0123456789'\n" };
const next = { config: "{ a: 2 } // new\n", dotenv: "AISA_API_KEY='sk-new-0123456789'\n" };

const storeOf = (home: Home) =>
  createConfigStore({
    env: { HOME: home.path },
    dev: false,
    home: home.path,
    cwd: home.path,
    platform: process.platform,
    patience: 0,
  });

function reset(home: Home): void {
  rmSync(dirname(home.config), { recursive: true, force: true });
  home.write(".openclaw/openclaw.json", old.config);
  home.write(".openclaw/.env", old.dotenv);
  chmodSync(dirname(home.config), 0o700);
}

/** Which text each file has: old, new, or neither. */
function stateOf(home: Home): string {
  const name = (text: string, before: string, after: string) =>
    text === before ? "old" : text === after ? "new" : "other";
  const dotenv = name(home.read(home.dotenv), old.dotenv, next.dotenv);
  return `${dotenv} ${name(home.read(home.config), old.config, next.config)}`;
}

const backupsOf = (home: Home) => join(dirname(home.config), "openclaw-aisa", "backups");
const keptIn = (home: Home) => (existsSync(backupsOf(home)) ? readdirSync(backupsOf(home)) : []);
const strays = (home: Home) => readdirSync(dirname(home.config)).filter((name) => /\.tmp$|\.lock/.test(name));

async function replaceBoth(home: Home) {
  const store = storeOf(home);
  const [dotenv, config] = [await store.read(home.dotenv), await store.read(home.config)];
  return store.commit("onboard", [
    { file: home.dotenv, ...(dotenv ? { before: dotenv.hash } : {}), text: next.dotenv },
    { file: home.config, ...(config ? { before: config.hash } : {}), text: next.config },
  ]);
}

/** One run for each operation of a commit that replaces both files, with the fault at that one. */
async function atEveryStep(
  fault: Partial<FaultControl> & { kind: Fault },
  check: (home: Home, run: Awaited<ReturnType<typeof withFault<{ notices: readonly unknown[] }>>>) => unknown,
): Promise<number> {
  const home = makeHome(undefined, quickFolder);
  for (let at = 1; ; at++) {
    reset(home);
    const run = await withFault({ ...fault, under: dirname(home.config), at }, () => replaceBoth(home));
    if (run.control.fired === "") return at - 1;
    await check(home, run);
  }
}

/** Leaves the files as a run that was killed between the two. */
async function killBetween(home: Home): Promise<void> {
  reset(home);
  await withFault({ kind: "kill", under: dirname(home.config), only: ["renameSync"], at: 1 }, () =>
    replaceBoth(home).catch(() => undefined),
  );
  bury(dirname(home.config));
}

const variants = (problems: readonly Problem[]) => problems.map((problem) => paramOf(problem, "variant"));

describe("recovering from a kill", () => {
  it("at every step of a commit of two files: both are old or both new afterwards, and it is reported", async () => {
    const seen = new Set<string>();
    const steps = await atEveryStep({ kind: "kill" }, async (home) => {
      bury(dirname(home.config));
      const before = stateOf(home);
      const done = variants(await storeOf(home).recover());
      expect(stateOf(home)).toMatch(/^(old old|new new)$/);
      if (before === "new old") expect(done).toContain("restored");
      seen.add(`${before}: ${done.join()}`);
      expect(strays(home).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      expect(await storeOf(home).recover()).toEqual([]);
    });
    expect(steps).toBeGreaterThan(30);
    expect([...seen]).toEqual(
      expect.arrayContaining([
        "old old: ",
        "old old: leftover",
        "new old: restored,leftover",
        "new new: finished,leftover",
      ]),
    );
  });

  it("a kill at every step of the recovery: the next one ends it", async () => {
    const home = makeHome(undefined, quickFolder);
    for (let at = 1; ; at++) {
      await killBetween(home);
      expect(stateOf(home)).toBe("new old");
      const run = await withFault({ kind: "kill", under: dirname(home.config), at }, () =>
        storeOf(home)
          .recover()
          .catch(() => []),
      );
      bury(dirname(home.config));
      await storeOf(home).recover();
      expect(stateOf(home)).toBe("old old");
      if (run.control.fired === "") break;
      expect(at).toBeLessThan(200);
    }
  });

  it("never overwrites what another program wrote since, says so once and keeps the backup", async () => {
    const home = makeHome(undefined, quickFolder);
    await killBetween(home);
    writeFileSync(home.config, "{ theirs: true }\n");
    expect(variants(await storeOf(home).recover())).toEqual(["kept", "leftover"]);
    expect(stateOf(home)).toBe("new other");
    expect(keptIn(home)).toHaveLength(1);
    expect(await storeOf(home).recover()).toEqual([]);
  });

  it.each<[string, (manifest: string) => void]>([
    ["torn", (manifest) => writeFileSync(manifest, readFileSync(manifest, "utf8").slice(0, 40))],
    ["removed", (manifest) => rmSync(manifest)],
    ["empty", (manifest) => writeFileSync(manifest, "")],
    ["writable for others", (manifest) => chmodSync(manifest, 0o666)],
    [
      "another config's",
      (manifest) =>
        writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"config": ".*"/, '"config": "/x"')),
    ],
  ])("a journal that is %s moves nothing", async (_, spoil) => {
    const home = makeHome(undefined, quickFolder);
    await killBetween(home);
    spoil(join(backupsOf(home), keptIn(home)[0] ?? "", "manifest.json"));
    expect(variants(await storeOf(home).recover())).toEqual(["leftover"]);
    expect(stateOf(home)).toBe("new old");
  });

  it("removes a backup that never got its manifest once it is a day old", async () => {
    const home = makeHome(old.config, quickFolder);
    const saved = home.write(".openclaw/openclaw-aisa/backups/2026-01-02T03-04-05/1-.env", old.dotenv);
    expect(await storeOf(home).recover()).toEqual([]);
    expect(existsSync(saved)).toBe(true);
    utimesSync(dirname(saved), 1_000_000_000, 1_000_000_000);
    expect(await storeOf(home).recover()).toEqual([]);
    expect(keptIn(home)).toEqual([]);
  });

  it("keeps the journal and old texts for their owner alone, and no new key in it", async () => {
    const home = makeHome(undefined, quickFolder);
    await killBetween(home);
    const dir = join(backupsOf(home), keptIn(home)[0] ?? "");
    for (const folder of [backupsOf(home), dir]) expect(statSync(folder).mode & 0o077).toBe(0);
    for (const name of readdirSync(dir)) {
      expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(dir, name), "utf8")).not.toContain("sk-new");
    }
  });

  it("removes our temporary files of dead processes, and no others", async () => {
    const home = makeHome(old.config, quickFolder);
    const dir = dirname(home.config);
    const ours = [".env.4194999.0123456789ab.tmp", ".openclaw.json.4194999.0123456789ab.tmp"];
    const others = [
      `.env.${process.pid}.0123456789ab.tmp`,
      ".env.local.4194999.0123456789ab.tmp",
      ".env.4194999.tmp",
      ".envx.4194999.0123456789ab.tmp",
      ".env.4194999.0123456789AB.tmp",
    ];
    for (const name of [...ours, ...others]) home.write(`.openclaw/${name}`, "AISA_API_KEY='sk-left'\n");
    const done = await storeOf(home).recover();
    expect(
      done.map((one) =>
        paramOf(one, "files")
          ?.map((file) => file.slice(dir.length + 1))
          .sort(),
      ),
    ).toEqual([ours]);
    expect(
      readdirSync(dir)
        .filter((name) => name.endsWith(".tmp"))
        .sort(),
    ).toEqual([...others].sort());
  });
});

const errnos = [
  "EIO",
  "ENOSPC",
  "EACCES",
  "EPERM",
  "EROFS",
  "EFBIG",
  "EMFILE",
  "EDQUOT",
  "EINVAL",
  "ENOTSUP",
] as const;

describe("an error at every step of a commit of two files", () => {
  it.each(errnos)("%s: both old and a failure, or both new and at most a notice", async (kind) => {
    const steps = await atEveryStep({ kind, reads: true }, (home, { control, error }) => {
      const state = stateOf(home);
      expect(`${control.fired}: ${state}`).toBe(
        `${control.fired}: ${error === undefined ? "new new" : "old old"}`,
      );
      if (error === undefined) return expect(keptIn(home)).toHaveLength(1);
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).problem.code).toMatch(/^(config-(unwritable|unreadable|locked)|disk-full)$/);
    });
    expect(steps).toBeGreaterThan(60);
  });

  it("an error that stays once the first file is replaced: the message names it, and the backup stays", async () => {
    const home = makeHome(undefined, quickFolder);
    reset(home);
    const fault = {
      kind: "EIO",
      under: dirname(home.config),
      only: ["renameSync"],
      at: 2,
      always: true,
    } as const;
    const { error } = await withFault(fault, () => replaceBoth(home));
    expect(error).toMatchObject({
      problem: { code: "interrupted-change", params: { variant: "half", files: [home.dotenv] } },
    });
    expect(stateOf(home)).toBe("new old");
    expect(keptIn(home)).toHaveLength(1);
    expect(variants(await storeOf(home).recover())).toEqual(["restored"]);
    expect(stateOf(home)).toBe("old old");
  });
});

describe("a file system without hard links", () => {
  it.each([
    "EACCES",
    "EISDIR",
    "EINVAL",
    "EXDEV",
    "ENOTSUP",
    "EOPNOTSUPP",
    "EPERM",
    "ENOSYS",
    "EMLINK",
  ] as const)("%s of link: new files are made, and the lock is taken and released", async (kind) => {
    const home = makeHome(undefined, quickFolder);
    const fault = { kind, under: home.path, only: ["linkSync"], at: 1, always: true };
    const { error, control } = await withFault(fault, () => replaceBoth(home));
    expect([error, control.fired]).toEqual([undefined, "linkSync"]);
    expect(stateOf(home)).toBe("new new");
    expect(strays(home)).toEqual([]);
  });
});
