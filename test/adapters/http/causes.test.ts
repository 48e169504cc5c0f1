import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGateway } from "../../../src/adapters/http/gateway.ts";
import { createProbe } from "../../../src/adapters/http/probe.ts";
import { diagnoseFailure } from "../../../src/core/diagnosis/index.ts";
import { RequestError } from "../../../src/core/problem/index.ts";
import { wayProblems } from "../../../src/doctor/way.ts";
import type { Gateway } from "../../../src/ports.ts";

const json = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const events = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
const withBody = (body: string) => `${json}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const encoded = (how: string) => `${json}content-encoding: ${how}\r\ncontent-length: 2\r\n\r\n{}`;
const redirect = (location: string) =>
  `HTTP/1.1 302 Found\r\nlocation: ${location}\r\ncontent-length: 0\r\n\r\n`;
const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);
const models = (entry: object) => withBody(JSON.stringify({ data: [entry] }));

let server: Server;
let port = 0;
let answer = "";
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(Buffer.from(answer, "latin1")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  port = typeof address === "object" ? (address?.port ?? 0) : 0;
});
afterAll(() => void server.close());

const gatewayAt = (at: number, env = {}) =>
  createGateway({ baseUrl: `http://127.0.0.1:${at}/v1`, apiKey: "sk-demo-x" }, { version: "1", env });

/** The problem that is named where a request fails. */
async function problemOf(work: Promise<unknown>) {
  const error: unknown = await work.then(
    () => "answered",
    (thrown: unknown) => thrown,
  );
  return error instanceof RequestError ? diagnoseFailure(error.failure).problem : { code: String(error) };
}

/** The codes that doctor's check of the network names, of which the last step is a GET. */
async function waysOf(at: number, env = {}): Promise<string[]> {
  const http = await createProbe({ env }).get(`http://127.0.0.1:${at}/v1/models`);
  const { ok, ms } = http;
  const step = { name: "http", ok, ms, ...(http.ok ? {} : http) } as const;
  return (await wayProblems({ host: "127.0.0.1", port: at, steps: [step], at: 0 })).map(({ code }) => code);
}

const balanceOf = (gateway: Gateway) => gateway.balance();
const modelsOf = (gateway: Gateway) => gateway.models();
const chatOf = (gateway: Gateway) =>
  gateway.chat({ model: "m", prompt: "hello", maxTokens: 16, stream: true });

/** Answers of which not even the beginning can be read: the gateway's requests and doctor's own name one cause. */
const beforeTheBody = [
  ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "unexpected-answer"],
  ["another protocol's first bytes", "\0\0\x12\x04\0\0\0\0\0", "unexpected-answer"],
  ["another version of HTTP", "HTTP/9.9 200 OK\r\n\r\n{}", "unexpected-answer"],
  ["a status of 000", "HTTP/1.1 000 None\r\n\r\n", "unexpected-answer"],
  ["nothing but a 100", "HTTP/1.1 100 Continue\r\n\r\n", "unexpected-answer"],
  ["an upgrade", "HTTP/1.1 101 Up\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n", "unexpected-answer"],
  ["two lengths", `${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, "unexpected-answer"],
  ["a length below zero", `${json}content-length: -1\r\n\r\n{}`, "unexpected-answer"],
  ["a length beyond all numbers", `${json}content-length: ${"9".repeat(40)}\r\n\r\n{}`, "unexpected-answer"],
  [
    "length and chunks",
    `${json}transfer-encoding: chunked\r\ncontent-length: 2\r\n\r\n`,
    "unexpected-answer",
  ],
  ["a header that is none", `${json}no header\r\n\r\n{}`, "unexpected-answer"],
  ["NUL in a header", `${json}x: a\0b\r\n\r\n{}`, "unexpected-answer"],
  ["headers without end", `${json}x: ${"a".repeat(100_000)}\r\n\r\n{}`, "unexpected-answer"],
  ["200 encodings", encoded(Array(200).fill("gzip").join(", ")), "unexpected-answer"],
  ["NUL in its Location", redirect("http://a/\0"), "unexpected-answer"],
  ["nothing at all", "", "network-refused"],
  ["half a status line", "HTTP/1.1 2", "network-refused"],
] as const;

/** Answers that begin well. */
const inTheBody = [
  [
    "a chunk without a size",
    `${json}transfer-encoding: chunked\r\n\r\nZZ\r\n{}`,
    balanceOf,
    "unexpected-answer",
  ],
  ["what is no gzip", encoded("gzip"), balanceOf, "unexpected-answer"],
  ["what is no brotli", encoded("br"), balanceOf, "unexpected-answer"],
  ["what is no deflate", encoded("deflate"), balanceOf, "unexpected-answer"],
  ["less than its length", `${json}content-length: 20\r\n\r\n{}`, balanceOf, "network-refused"],
  [
    "fewer chunks than said",
    `${json}transfer-encoding: chunked\r\n\r\n20\r\n{}`,
    balanceOf,
    "network-refused",
  ],
  ["a Location that is no address", redirect("http://[bad"), balanceOf, "redirect-refused"],
  ["an empty Location", redirect(""), balanceOf, "redirect-refused"],
  ["JSON of 100,000 levels", withBody(deep(100_000)), balanceOf, "unexpected-answer"],
  ["JSON of 100,000 levels for models", withBody(deep(100_000)), modelsOf, "unexpected-answer"],
  [
    "a model of 100,000 levels",
    withBody(`{"data":[{"id":${deep(100_000)}}]}`),
    modelsOf,
    "unexpected-answer",
  ],
  ["an error of 100,000 levels", `${events}data: {"error":${deep(100_000)}}\n\n`, chatOf, "streaming-broken"],
  ["an event of 100,000 levels", `${events}data: ${deep(100_000)}\n\n`, chatOf, "streaming-broken"],
  [
    "a balance of Infinity",
    withBody('{"available_balance_micros_usd":1e999}'),
    balanceOf,
    "unexpected-answer",
  ],
  ["a balance of 1e308", withBody('{"available_balance_micros_usd":1e308}'), balanceOf, "unexpected-answer"],
  ["models without a usable id", models({ id: 5 }), modelsOf, "unexpected-answer"],
] as const;

describe("the cause of an answer with", () => {
  it.each(beforeTheBody)("%s", async (_what, bytes, code) => {
    answer = bytes;
    const named = await problemOf(gatewayAt(port).balance());
    expect([named.code, await waysOf(port)]).toEqual([code, [code]]);
  });

  it.each(inTheBody)("%s", async (_what, bytes, ask, code) => {
    answer = bytes;
    expect((await problemOf(ask(gatewayAt(port)))).code).toBe(code);
  });

  it("no HTTP from a proxy is the proxy's", async () => {
    answer = "SSH-2.0-OpenSSH_9.2\r\n\r\n";
    const env = { HTTP_PROXY: `http://127.0.0.1:${port}` };
    const target = { baseUrl: "http://gateway.test/v1", apiKey: "sk-demo-x" };
    expect((await problemOf(createGateway(target, { version: "1", env }).models())).code).toBe("proxy-error");
  });

  it("no request at all, to a port that fetch refuses", async () => {
    const named = await problemOf(gatewayAt(6000).models());
    expect(named).toMatchObject({ code: "wrong-base-url", params: { variant: "refused-port" } });
    expect(await waysOf(6000)).toEqual(["wrong-base-url"]);
  });
});
