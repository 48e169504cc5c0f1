import childProcess from "node:child_process";
import dns from "node:dns/promises";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import os from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { expect, it, onTestFinished } from "vitest";
import { keepFromRestore } from "../../src/adapters/files/backup-ring.ts";
import { createConfigStore } from "../../src/adapters/files/config-store.ts";
import { createFiles } from "../../src/adapters/files/files.ts";
import { packPlugin } from "../../src/adapters/files/plugin-archive.ts";
import { createSettings } from "../../src/adapters/files/settings.ts";
import { makeTempFolder } from "../../src/adapters/files/temp-folder.ts";
import { boundedFetch, type FetchRules } from "../../src/adapters/http/bounded-fetch.ts";
import { createProbe } from "../../src/adapters/http/probe.ts";
import { lookAtMachine } from "../../src/adapters/process/machine.ts";
import { createOpenClaw } from "../../src/adapters/process/openclaw.ts";
import { isGone, startTimeOf } from "../../src/adapters/process/process-table.ts";
import { createProcessWorld } from "../../src/adapters/process/world.ts";
import {
  exitCodes,
  Failure,
  problemTable,
  RequestError,
  systemProblem,
} from "../../src/core/problem/index.ts";
import { root } from "../helpers/cli.ts";
import { type Fault, withFault } from "../helpers/faults.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";
import { isLong, newTally, type Tally } from "./tally.ts";

const errnos = Object.keys(os.constants.errno) as Fault[];

/** What is wrong with what an adapter threw: the words for it must be those of a documented code, and not of a bug. */
function illsOf(error: unknown): string[] {
  if (error === undefined || error instanceof RequestError) return [];
  const problem = error instanceof Failure ? error.problem : systemProblem(error);
  if (problem === undefined) return [`no problem of ours: ${String(error)}`];
  return problemTable[problem.code].exit === exitCodes.bug ? [`a bug: ${problem.code}`] : [];
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Waits for a lock end after their first try. */
const patience = 0.0001;
const placeIn = (home: Home) =>
  ({
    dev: false,
    home: home.path,
    cwd: home.path,
    env: { HOME: home.path },
    platform: "linux",
    patience,
  }) as const;
const ownName = "qwen3-max";
const config = `{ models: { providers: {} }, ${"/* of some length */ ".repeat(10)} }`;

/** What the adapters of files do, each in a home of its own. */
const fileWork: Readonly<Record<string, (home: Home) => unknown>> = {
  "config store: locate": (home) => createConfigStore(placeIn(home)).locate(),
  "config store: read": (home) => createConfigStore(placeIn(home)).read(home.config),
  "config store: read an included file": (home) => createConfigStore(placeIn(home)).readIncluded(home.config),
  "config store: backups": (home) => createConfigStore(placeIn(home)).backups(),
  "config store: recover": (home) => createConfigStore(placeIn(home)).recover(),
  "config store: commit and revert": async (home) => {
    const store = createConfigStore(placeIn(home));
    const before = (await store.read(home.config))?.hash ?? "";
    const made = join(home.path, ".openclaw", "made", "new.json");
    const { backup } = await store.commit("test", [
      { file: home.config, before, text: "{}" },
      { file: made, text: "{}" },
    ]);
    await store.revert(backup);
  },
  "backup ring": (home) => {
    home.write(".openclaw/openclaw.json.bak", config);
    return keepFromRestore(home.config, config, "{}");
  },
  "files: read": (home) =>
    createFiles(home.path).read(".openclaw/openclaw.json", { maxBytes: 50, tail: true }),
  "files: list": (home) => createFiles(home.path).list(".openclaw"),
  "files: stat": (home) => createFiles(home.path).stat(".openclaw"),
  "files: create": async (home) => {
    rmSync(join(home.path, "report.txt"), { force: true });
    await createFiles(home.path).create("report.txt", "text");
  },
  "temporary folder": (home) => {
    const folder = makeTempFolder(home.path, "test");
    try {
      folder.write("a", Buffer.from("b"));
    } finally {
      folder.remove();
    }
  },
  "plugin archive": (home) => {
    const folder = makeTempFolder(home.path, "test");
    packPlugin(join(home.path, "package"), folder);
    folder.remove();
  },
  settings: async (home) => {
    const settings = createSettings(join(home.path, ".config"));
    await settings.rememberLiveModels("http://127.0.0.1/v1", [{ id: ownName }], 1);
    return settings.liveModels("http://127.0.0.1/v1");
  },
  openclaw: async (home) => {
    const located = await createConfigStore(placeIn(home)).locate();
    const tempFolder = async () => makeTempFolder(home.path, "run");
    const env = { PATH: join(home.path, "bin") };
    const openclaw = createOpenClaw({ ...placeIn(home), env, located, tempFolder, patience: 1 });
    return [await openclaw.state(), await openclaw.run([], { privateTemp: true })];
  },
};

function makePlace(): Home {
  const home = makeHome(config, quickFolder);
  const lock = { pid: 4_194_999, createdAt: new Date(0).toISOString() };
  home.write(".openclaw/openclaw.json.lock", JSON.stringify(lock));
  mkdirSync(join(home.path, ".config"));
  for (const part of ["package.json", "openclaw.plugin.json"])
    cpSync(join(root, part), join(home.path, "package", part));
  for (const part of ["dist/plugin/index.js", "templates/skill/SKILL.md"])
    home.write(`package/${part}`, "text");
  return home;
}

/** The errors that a call of a file meets most; each call gets all of these, and the others get each a part of the calls. */
const frequent: readonly Fault[] = [
  "EIO",
  "ENOSPC",
  "EACCES",
  "EMFILE",
  "EINVAL",
  "ENOENT",
  "EEXIST",
  "EBUSY",
];
const share = 8;

/** Which calls of a piece of work an errno hits, and whether those after it fail too. */
interface Hits {
  readonly kind: Fault;
  readonly from: number;
  readonly step: number;
  readonly always: boolean;
}

const everyHit: readonly Hits[] = errnos.flatMap((kind, index): Hits[] =>
  frequent.includes(kind)
    ? [
        { kind, from: 1, step: 1, always: false },
        { kind, from: 1 + (index % share), step: share, always: true },
      ]
    : [{ kind, from: 1 + (index % share), step: share, always: false }],
);

/** Lets calls of `work` fail. */
async function failEach(tally: Tally, name: string, work: (home: Home) => unknown, hits: readonly Hits[]) {
  const home = makePlace();
  const saved = `${home.path}-saved`;
  cpSync(home.path, saved, { recursive: true });
  onTestFinished(() => rmSync(saved, { recursive: true, force: true }));
  for (const { kind, from, step, always } of hits)
    for (let at = from; at < 500; at += step) {
      const fault = { kind, at, always, under: home.path, reads: true };
      const { control, error } = await withFault(fault, () => work(home));
      if (control.fired === "") break;
      tally.add(`${name}: ${kind} at ${at} (${control.fired})`, illsOf(error));
      rmSync(home.path, { recursive: true, force: true });
      cpSync(saved, home.path, { recursive: true });
    }
}

it("reports the system's error for every failing file call", async (context) => {
  const tally = newTally("errno: files");
  for (const [at, [name, work]] of Object.entries(fileWork).entries()) {
    const short = [everyHit[(at * 7) % everyHit.length], everyHit[(at * 11 + 3) % everyHit.length]];
    const hits = isLong ? everyHit : short.flatMap((one) => (one ? [{ ...one, step: 12 }] : []));
    await failEach(tally, name, work, hits);
  }
  tally.close(context);
});

/** Puts other functions in the place of those of Node's modules, for one piece of work. */
async function withCalls<T>(
  holder: object,
  calls: Readonly<Record<string, unknown>>,
  work: () => Promise<T>,
): Promise<T> {
  const real = Object.fromEntries(Object.keys(calls).map((name) => [name, Reflect.get(holder, name)]));
  Object.assign(holder, calls);
  syncBuiltinESMExports();
  try {
    return await work();
  } finally {
    Object.assign(holder, real);
    syncBuiltinESMExports();
  }
}

const systemError = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: injected, ${syscall}`), { code, syscall, errno: -5 });

it("reports the system's error for every failing process call", async (context) => {
  const tally = newTally("errno: processes");
  const home = makePlace();
  home.write("bin/openclaw", "#!/bin/sh\necho 2026.9.6\n", 0o700);
  const openclaw = fileWork["openclaw"] as (home: Home) => Promise<readonly unknown[]>;
  for (const kind of isLong ? errnos : frequent) {
    const raise = () => {
      throw systemError(kind, "spawn");
    };
    const later = () => {
      const child = Object.assign(new childProcess.ChildProcess(), { stdout: null, stderr: null });
      queueMicrotask(() => child.emit("error", systemError(kind, "spawn")));
      return child;
    };
    for (const spawn of [raise, later]) {
      const error = await thrownBy(() =>
        withCalls(childProcess, { spawn }, async () => {
          const [state, done] = await openclaw(home);
          expect([state, done]).toMatchObject([{ kind: "broken", reason: /injected/ }, { code: 127 }]);
        }),
      );
      tally.add(`spawn, ${spawn.name}: ${kind}`, error === undefined ? [] : [`it threw ${String(error)}`]);
    }
    for (const name of ["hostname", "userInfo", "homedir", "tmpdir"])
      tally.add(
        `${name}: ${kind}`,
        illsOf(await thrownBy(() => withCalls(os, { [name]: raise }, async () => lookAtMachine()))),
      );
    for (const [name, ask] of Object.entries({
      cwd: () => createProcessWorld().cwd,
      kill: () => isGone(process.pid),
    }))
      tally.add(
        `${name}: ${kind}`,
        illsOf(await thrownBy(() => withCalls(process, { [name]: raise }, async () => ask()))),
      );
    const { error } = await withFault({ kind, under: "/proc", at: 1, reads: true, always: true }, () => [
      isGone(process.pid),
      startTimeOf(process.pid),
    ]);
    tally.add(`process table: ${kind}`, illsOf(error));
  }
  tally.close(context);
});

/** A socket that never connects, and fails a moment later. */
function failingSocket(error: Error): net.Socket {
  const socket = new net.Socket();
  setImmediate(() => socket.destroy(error));
  return socket;
}

it("reports the system's error for every failing step of a connection", async (context) => {
  const tally = newTally("errno: network");
  const probe = createProbe({ env: {}, patience: 1 });
  const isTold = {
    ok: false,
    errno: expect.stringMatching(/^E/),
    message: expect.stringMatching(/injected/),
  };
  for (const kind of isLong ? errnos : frequent) {
    const raise = () => {
      throw systemError(kind, "connect");
    };
    const fails = () => failingSocket(systemError(kind, "connect"));
    const rejects = async () => raise();
    const steps: [string, object, Record<string, unknown>, () => Promise<unknown>][] = [
      ["dns", dns, { lookup: rejects }, () => probe.dns("gateway.test")],
      ["tcp", net, { connect: fails }, () => probe.tcp("127.0.0.1", 1)],
      ["tcp at once", net, { connect: raise }, () => probe.tcp("127.0.0.1", 1)],
      ["tls", tls, { connect: fails }, () => probe.tls("127.0.0.1", 1)],
      ["tls at once", tls, { connect: raise }, () => probe.tls("127.0.0.1", 1)],
      ["get", globalThis, { fetch: rejects }, () => probe.get("http://127.0.0.1:1/")],
    ];
    for (const [name, holder, calls, ask] of steps) {
      const error = await thrownBy(() =>
        withCalls(holder, calls, async () => expect(await ask()).toMatchObject(isTold)),
      );
      tally.add(`${name}: ${kind}`, illsOf(error));
    }
    const inside = new TypeError("fetch failed", { cause: systemError(kind, "read") });
    for (const [name, fetch] of Object.entries(brokenTransports(inside)))
      for (const expects of ["json", "events"] as const) {
        const error = await thrownBy(async () => {
          const rules: FetchRules = { transport: { fetch }, expects, ...bounds };
          await (await boundedFetch("http://127.0.0.1/v1", { method: "GET", headers: {} }, rules)).text();
        });
        const isRequestError = error instanceof RequestError;
        tally.add(
          `${name}, ${expects}: ${kind}`,
          isRequestError ? [] : [`no RequestError: ${String(error)}`],
        );
      }
  }
  tally.close(context);
});

const bounds = { deadlineMs: 1_000, patience: 1, maxBytes: 10_000, secrets: [] };

/** Transports that fail before an answer, and in the middle of its body. */
function brokenTransports(error: Error): Record<string, FetchRules["transport"]["fetch"]> {
  const body = () =>
    ReadableStream.from(
      (async function* () {
        yield Buffer.from('data: {"a": 1}\n\n');
        throw error;
      })(),
    );
  return {
    "no answer": async () => {
      throw error;
    },
    "half an answer": async () => new Response(body(), { headers: { "content-type": "text/event-stream" } }),
  };
}

it("reports an impossible path as the user's problem", async (context) => {
  const tally = newTally("values that Node rejects");
  const home = makePlace();
  for (const path of ["\0", "a\0b", join(home.path, "\0"), join(home.path, "a\0", "b"), "a".repeat(70_000)]) {
    const place = { ...placeIn(home), config: path };
    const store = createConfigStore(place);
    const files = createFiles(home.path);
    const located = await createConfigStore(placeIn(home)).locate();
    const tempFolder = async () => makeTempFolder(path, "run");
    home.write("bin/openclaw", "#!/bin/sh\necho 2026.9.6\n", 0o700);
    const env = { PATH: `${path}:${join(home.path, "bin")}`, NAME: path };
    const openclaw = createOpenClaw({ ...placeIn(home), env, located, tempFolder, patience: 1 });
    const calls: Record<string, () => unknown> = {
      locate: () => store.locate(),
      "read the config": () => store.read(path),
      recover: () => store.recover(),
      commit: () => store.commit("test", [{ file: path, text: "{}" }]),
      "read a file": () => files.read(path),
      list: () => files.list(path),
      stat: () => files.stat(path),
      create: () => files.create(path, "text"),
      settings: () => createSettings(path).rememberLiveModels("http://127.0.0.1/v1", [{ id: ownName }], 1),
      "temporary folder": () => makeTempFolder(path, "test"),
      "openclaw's state": () => openclaw.state(),
      "openclaw's argument": () => openclaw.run([path.repeat(2)]),
      "openclaw's temporary folder": () => openclaw.run([], { privateTemp: true }),
      dns: () => createProbe({ env: {} }).dns(path),
      tcp: () => createProbe({ env: {} }).tcp(path, 1),
    };
    for (const [name, call] of Object.entries(calls))
      tally.add(`${name}: ${JSON.stringify(path.slice(0, 80))}`, illsOf(await thrownBy(call)));
  }
  tally.close(context);
});
