import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { delimiter } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { RequestFailure } from "../../../src/core/problem/request-failure.ts";
import { type DemoBehaviour, type DemoGateway, startDemoGateway } from "../../../src/demo/server.ts";
import { hasOpenssl, makeCertificate } from "../../helpers/certificate.ts";
import { bundleForChild } from "../../helpers/child.ts";

// A process that asks for the models and a streamed chat, and says what came of it and what it took.
const source = `
  import { createGateway } from "./src/adapters/http/gateway.ts";
  const { BASE_URL: baseUrl = "", AISA_API_KEY: apiKey = "", DEADLINE } = process.env;
  const deadline = DEADLINE ? { deadlineMs: Number(DEADLINE) } : {};
  const gateway = createGateway({ baseUrl, apiKey }, { version: "1", env: process.env, ...deadline });
  const outcome = (work) => work.then((value) => ({ value }), (error) => ({ failure: error.failure, name: error.name }));
  const [models, chat] = await Promise.all([
    outcome(gateway.models().then((models) => models.length)),
    outcome(gateway.chat({ model: "qwen3-max", prompt: "Hi", maxTokens: 5, stream: true })),
  ]);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ models, chat, megabytes }));
`;

interface Outcome {
  readonly value?: unknown;
  readonly failure?: RequestFailure;
}
interface Answer {
  readonly models: Outcome;
  readonly chat: Outcome;
  readonly megabytes: number;
}

let child: Awaited<ReturnType<typeof bundleForChild>>;
let server: DemoGateway;
beforeAll(async () => {
  child = await bundleForChild(source);
  server = await startDemoGateway();
});
afterAll(async () => {
  await server.close();
  await child.remove();
});

/** Runs the process, which must end by itself without a word on standard error. */
async function ask(env: Record<string, string> = {}, node?: string): Promise<Answer> {
  const run = await child.run({ BASE_URL: server.url, AISA_API_KEY: server.key, ...env }, node);
  expect({ code: run.code, signal: run.signal, stderr: run.stderr }).toEqual({
    code: 0,
    signal: null,
    stderr: "",
  });
  return JSON.parse(run.stdout) as Answer;
}

const gigabyte = 1024 ** 3;
const stalled = { DEADLINE: "1500" };
const rows: readonly [string, DemoBehaviour, Record<string, string>, string][] = [
  ["a gigabyte of JSON", { kind: "huge", bytes: gigabyte }, {}, "too-large"],
  ["a gzip bomb", { kind: "gzip-bomb", bytes: gigabyte }, {}, "too-large"],
  ["200 MB of error", { kind: "huge", bytes: 200 * 1024 ** 2, status: 401 }, {}, "status"],
  ["no headers", { kind: "hang" }, stalled, "timeout"],
  ["a stalled body", { kind: "stall" }, stalled, "timeout"],
  ["a body byte by byte", { kind: "drip", ms: 50 }, stalled, "timeout"],
  ["an endless stream", { kind: "endless", ms: 1 }, stalled, "timeout"],
  ["a closed connection", { kind: "refuse" }, {}, "network"],
];

describe("a process that asks a hostile gateway", () => {
  it("works against one that is not", async () => {
    server.script = {};
    const answer = await ask();
    expect(answer.models.value).toBeGreaterThan(40);
    expect(answer.chat.value).toMatchObject({ text: "Hello from the demo gateway. I am qwen3-max." });
  });

  it.each(rows)("ends by itself, within 200 MB: %s", async (_name, what, env, kind) => {
    server.script = { faults: [{ what }] };
    const { models, chat, megabytes } = await ask(env);
    expect(models.failure?.kind).toBe(kind);
    // Announced as JSON, the flood is refused before it is read: it is no stream.
    expect(chat.failure?.kind).toBe(kind === "too-large" ? "stream" : kind);
    expect(megabytes).toBeLessThan(200);
  });
});

/** A proxy that tunnels, and counts what it was asked for. */
async function startProxy(answer: "tunnel" | "refuse") {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(405).end();
  });
  proxy.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url} ${request.headers["proxy-authorization"] ?? ""}`.trim());
    socket.on("error", () => socket.destroy());
    if (answer === "refuse") {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const [host = "", port] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("close", () => upstream.destroy());
  });
  const port = await listen(proxy);
  return { port, asked };
}

async function listen(listener: Server | ReturnType<typeof createHttpsServer>): Promise<number> {
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", () => resolve()));
  onTestFinished(() => {
    listener.close();
    listener.closeAllConnections();
  });
  return (listener.address() as AddressInfo).port;
}

// TEST_NODES: further Node executables, separated like PATH.
const others = (process.env["TEST_NODES"] ?? "").split(delimiter).filter((file) => existsSync(file));
const nodes = [process.execPath, ...others];

describe.each(nodes)("proxies from the environment, on %s", (node) => {
  it("go there, with the password, and show it nowhere", async () => {
    server.script = {};
    const { port, asked } = await startProxy("tunnel");
    const answer = await ask({ HTTP_PROXY: `http://me:secret@127.0.0.1:${port}` }, node);
    expect(answer.chat.value).toMatchObject({ finishReason: "stop" });
    const credentials = Buffer.from("me:secret").toString("base64");
    const host = new URL(server.url).host;
    expect(new Set(asked)).toEqual(new Set([`CONNECT ${host} Basic ${credentials}`]));
  });

  it("do not, for a host in NO_PROXY", async () => {
    server.script = {};
    const { port, asked } = await startProxy("tunnel");
    const answer = await ask(
      { HTTP_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: "localhost,127.0.0.1" },
      node,
    );
    expect(answer.chat.value).toMatchObject({ finishReason: "stop" });
    expect(asked).toEqual([]);
  });

  it("name the proxy that answered with an error, was unreachable, or is no URL", async () => {
    const { port } = await startProxy("refuse");
    const refused = (await ask({ HTTP_PROXY: `http://me:secret@127.0.0.1:${port}` }, node)).models.failure;
    expect(refused).toMatchObject({ kind: "network", proxy: `http://127.0.0.1:${port}` });
    expect(refused?.message).toContain("407");
    expect(JSON.stringify(refused)).not.toContain("secret");
    const none = (await ask({ HTTP_PROXY: "http://127.0.0.1:9" }, node)).models.failure;
    expect(none).toMatchObject({ kind: "network", errno: "ECONNREFUSED", proxy: "http://127.0.0.1:9" });
    const bad = (await ask({ HTTP_PROXY: "me:secret@proxy.test:80" }, node)).models.failure;
    expect(bad).toMatchObject({ kind: "network", errno: "ERR_PROXY_URL", proxy: "proxy.test:80" });
  });
});

describe.skipIf(!hasOpenssl)("certificates", () => {
  it.each([
    ["valid", false, "DEPTH_ZERO_SELF_SIGNED_CERT"],
    ["expired", true, "CERT_HAS_EXPIRED"],
  ] as const)("%s, trusted: %s", async (validity, trusted, errno) => {
    const { key, cert, file } = makeCertificate(validity);
    const port = await listen(createHttpsServer({ key, cert }));
    const trust: Record<string, string> = trusted ? { NODE_EXTRA_CA_CERTS: file } : {};
    const { models } = await ask({ BASE_URL: `https://127.0.0.1:${port}/v1`, ...trust });
    expect(models.failure).toMatchObject({ kind: "network", errno });
  });
});
