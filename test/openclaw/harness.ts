import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { delimiter, join } from "node:path";
import { onTestFinished } from "vitest";
import { type DemoGateway, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";
import { cleanEnv } from "../helpers/cli.ts";
import { type Home, makeHome } from "../helpers/home.ts";
import { cacheFolder } from "../helpers/install-once.ts";
import { nodeBin, openclawBin, quickStart, type Version } from "./install.ts";

/** What a run of OpenClaw gave. `output` is standard output and standard error together, as they came. */
export interface OpenClawRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly output: string;
}

/** Environment variables added to those that every run has; undefined removes one. */
export type ExtraEnv = Record<string, string | undefined>;

/** A throw-away home with a real OpenClaw in it. */
export interface Bench {
  readonly version: Version;
  readonly home: Home;
  /** The environment that OpenClaw, and our program beside it, get. */
  env(extra?: ExtraEnv): ExtraEnv;
  /** Runs OpenClaw to its end. */
  openclaw(
    args: readonly string[],
    options?: { env?: ExtraEnv; timeoutMs?: number; input?: string },
  ): Promise<OpenClawRun>;
  /** Starts OpenClaw's gateway, and waits until it answers; it ends with the test. */
  startGateway(): Promise<void>;
  /** One turn of an agent without a gateway service, in a new session. */
  turn(options?: { message?: string; flags?: readonly string[]; env?: ExtraEnv }): Promise<OpenClawRun>;
}

let sessions = 0;

function runProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd: string,
  timeoutMs: number,
  input = "",
): Promise<OpenClawRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"], detached: true });
    child.stdin.on("error", () => {}); // it may end without reading
    child.stdin.end(input);
    let [stdout, output] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    // OpenClaw starts itself anew as a child: the whole group has to end.
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, "SIGKILL"), timeoutMs);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, output });
    });
  });
}

/** Makes a home for one test, with this OpenClaw on its PATH. `config` is written when given. */
export function makeBench(version: Version, config?: string | object): Bench {
  const home = makeHome(typeof config === "object" ? `${JSON.stringify(config, null, 2)}\n` : config);
  const temporary = join(home.path, "tmp");
  mkdirSync(temporary);
  const env = (extra: ExtraEnv = {}): ExtraEnv => ({
    PATH: [openclawBin(version), nodeBin(), "/usr/bin", "/bin"].join(delimiter),
    TMPDIR: temporary,
    // Shared between the runs of one version: OpenClaw starts in half the time.
    NODE_COMPILE_CACHE: join(cacheFolder(), `compile-${version}`),
    NODE_DISABLE_COMPILE_CACHE: undefined,
    OPENCLAW_DISABLE_UPDATE_CHECK: "1",
    ...quickStart(version),
    ...extra,
  });
  const openclaw: Bench["openclaw"] = (args, options = {}) =>
    runProgram(
      join(openclawBin(version), "openclaw"),
      args,
      cleanEnv(home, env(options.env)),
      home.path,
      options.timeoutMs ?? 240_000,
      options.input,
    );
  const startGateway = async () => {
    const file = join(openclawBin(version), "openclaw");
    const child = spawn(file, ["gateway", "run"], {
      cwd: home.path,
      env: cleanEnv(home, env()),
      stdio: "ignore",
      detached: true,
    });
    onTestFinished(() => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    });
    const answers = async () => (await openclaw(["gateway", "call", "health", "--json"])).code === 0;
    for (let attempt = 0; attempt < 20 && child.exitCode === null; attempt += 1) {
      if (await answers()) return;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    throw new Error(`the gateway of OpenClaw ${version} does not answer`);
  };
  return {
    version,
    home,
    env,
    openclaw,
    startGateway,
    turn: (options = {}) => {
      sessions += 1;
      const session = `test-${process.pid}-${sessions}`;
      const flags = [
        "--session-id",
        session,
        "-m",
        options.message ?? "Say hello.",
        ...(options.flags ?? []),
      ];
      return openclaw(["agent", "--local", ...flags], options);
    },
  };
}

/** Starts a demo gateway for one test. */
export async function startGateway(script?: DemoScript): Promise<DemoGateway> {
  const gateway = await startDemoGateway(script);
  onTestFinished(() => gateway.close());
  return gateway;
}

/** The members of a chat request that the tests look at. */
export interface ChatBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly temperature?: number;
  readonly max_completion_tokens?: number;
  readonly messages: readonly { readonly role: string; readonly content: unknown }[];
}

/** The chat requests that reached a gateway, in order. */
export function chats(gateway: DemoGateway): ChatBody[] {
  return gateway.requests
    .filter((request) => request.path.endsWith("/chat/completions"))
    .map((request) => request.body as ChatBody);
}

/** The keys that came with the requests, without the word Bearer, each once. */
export function keysSeen(gateway: DemoGateway): string[] {
  const keys = gateway.requests.map((request) =>
    (request.headers["authorization"] ?? "").replace("Bearer ", ""),
  );
  return [...new Set(keys)];
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
