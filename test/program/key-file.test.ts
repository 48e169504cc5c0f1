import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, writeSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { onboard } from "../helpers/onboard.ts";

const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";
const stored = `AISA_API_KEY='${key}'\n`;
const posix = process.platform !== "win32";
const full = `${key}${"\n".repeat(64 * 1024 - key.length)}`;

/** A bench without a key in its environment. */
async function withoutKey() {
  const bench = await makeBench();
  return { ...bench, env: { AISA_BASE_URL: bench.gateway.url } };
}

type Bench = Awaited<ReturnType<typeof withoutKey>>;

const offline = (bench: Bench, file: string, input?: string) =>
  onboard(bench, ["--offline", "--json", "--aisa-api-key-file", file], input === undefined ? {} : { input });

function makePipe(bench: Bench): string {
  const pipe = `${bench.home.path}/pipe`;
  execFileSync("mkfifo", [pipe]);
  return pipe;
}

describe("--aisa-api-key-file", () => {
  it.each([
    ["a byte order mark and CRLF", `\uFEFF${key}\r\n`],
    ["empty lines around it", `\n\n  ${key}\n\n`],
    ["a .env with other variables", `# mine\nOTHER=1\nAISA_API_KEY="${key}"\n`],
    ["as much as it may hold", full],
  ])("takes the key of a file with %s", async (_, text) => {
    const bench = await withoutKey();
    const done = await offline(bench, bench.home.write("key.txt", text));
    expect([done.code, bench.home.read(bench.home.dotenv)]).toEqual([0, stored]);
  });

  it.each([
    ["70 KB", Buffer.from("k".repeat(70_000)), "larger than 64 KiB"],
    ["a key with 70 KB of blanks behind it", Buffer.from(key + " ".repeat(70_000)), "larger than 64 KiB"],
    ["nothing", Buffer.from(""), "is empty"],
    ["line ends only", Buffer.from("\uFEFF\r\n\n"), "is empty"],
    ["UTF-16 with a mark", Buffer.from(`\uFEFF${key}`, "utf16le"), "not UTF-8"],
    ["UTF-16 without a mark", Buffer.from(key, "utf16le"), "not UTF-8"],
    ["several keys", Buffer.from(`${key}\n${key}\n`), "several lines"],
    ["words", Buffer.from("this is no key"), "does not contain a valid key"],
  ])("refuses a file with %s, and says why", async (_, content, words) => {
    const bench = await withoutKey();
    const file = bench.home.write("key.txt", content);
    const [named, piped] = [await offline(bench, file), await offline(bench, "-", content.toString("utf8"))];
    for (const done of [named, piped]) {
      expect([done.code, bench.home.exists(bench.home.config)]).toEqual([3, false]);
      expect(done.json().problems).toMatchObject([{ code: "malformed-key" }]);
      expect(done.json().problems[0]?.title).toContain(words);
    }
    expect(named.json().problems[0]?.title).toContain(file);
    expect(piped.json().problems[0]?.title).toContain("Standard input");
  });

  it("distinguishes a missing file from a folder", async () => {
    const bench = await withoutKey();
    const folder = await offline(bench, bench.home.path);
    const missing = await offline(bench, "nowhere");
    expect([folder.code, folder.json().problems[0]?.title]).toEqual([
      2,
      expect.stringContaining("is a folder"),
    ]);
    expect([missing.code, missing.json().problems[0]?.title]).toEqual([
      2,
      expect.stringContaining("nowhere does not exist"),
    ]);
  });

  it.each(["-", "/dev/stdin", "/dev/fd/0"])("reads standard input as %s", async (name) => {
    const bench = await withoutKey();
    const done = await offline(bench, name, `${key}\n`);
    expect([done.code, bench.home.read(bench.home.dotenv)]).toEqual([0, stored]);
  });
});

describe.skipIf(!posix)("--aisa-api-key-file on a pipe or device", () => {
  it("reads a named pipe to its end, even if its writer starts late", async () => {
    const bench = await withoutKey();
    const pipe = makePipe(bench);
    const running = offline(bench, pipe);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK); // fails where nobody reads
    writeSync(writer, key.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeSync(writer, `${key.slice(10)}\n`);
    closeSync(writer);
    expect([(await running).code, bench.home.read(bench.home.dotenv)]).toEqual([0, stored]);
  });

  it("rejects a pipe with more than 64 KiB without waiting for its end", async () => {
    const bench = await withoutKey();
    const pipe = makePipe(bench);
    const writer = spawn("sh", ["-c", `yes k > '${pipe}'`], { stdio: "ignore" });
    onTestFinished(() => void writer.kill("SIGKILL"));
    const ended = once(writer, "exit");
    const done = await offline(bench, pipe);
    expect([done.code, done.json().problems[0]?.title]).toEqual([3, expect.stringContaining("64 KiB")]);
    await ended; // its pipe is closed
  });

  it.each([
    ["/dev/null", "is empty"],
    ["/dev/zero", "larger than 64 KiB"],
  ])("reads the device %s", async (device, words) => {
    const bench = await withoutKey();
    const done = await offline(bench, device);
    expect([done.code, done.json().problems[0]?.title]).toEqual([3, expect.stringContaining(words)]);
  });
});
