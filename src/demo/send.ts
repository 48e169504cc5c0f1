import { Buffer } from "node:buffer";
import type { ServerResponse } from "node:http";
import { createGzip, constants as zlib } from "node:zlib";
import { event, type Reply } from "./reply.ts";
import type { DemoBehaviour } from "./script.ts";

/** Resolves after a while, or at once when the connection closes. */
export type Wait = (ms: number) => Promise<void>;

/** A wait that ends with the connection and keeps no process alive. */
export function waiter(response: ServerResponse): Wait {
  return (ms) =>
    new Promise((resolve) => {
      if (response.destroyed) {
        resolve();
        return;
      }
      const done = () => {
        clearTimeout(timer);
        response.off("close", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      response.on("close", done);
    });
}

/** Sends an answer the way a behaviour wants it. */
export async function send(response: ServerResponse, reply: Reply, behaviour?: DemoBehaviour): Promise<void> {
  const wait = waiter(response);
  const whole = reply.parts.join("");
  const half = whole.slice(0, Math.ceil(whole.length / 2));
  switch (behaviour?.kind) {
    case "first-token-delay":
      response.writeHead(reply.status, reply.headers);
      response.flushHeaders();
      await wait(behaviour.ms);
      response.end(whole);
      return;
    case "pace":
      return sendPaced(response, reply, behaviour, wait);
    case "truncate":
      response.writeHead(reply.status, reply.headers).end(half);
      return;
    case "stall":
      response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(whole) });
      response.write(half);
      return;
    case "drop":
      response.writeHead(reply.status, { ...reply.headers, "content-length": Buffer.byteLength(whole) });
      response.write(half, () => response.destroy());
      return;
    case "drip":
      response.writeHead(reply.status, reply.headers);
      for (const byte of Buffer.from(whole)) {
        if (response.destroyed) return;
        response.write(Buffer.of(byte));
        await wait(behaviour.ms);
      }
      response.end();
      return;
    default:
      response.writeHead(reply.status, reply.headers);
      for (const part of reply.parts) response.write(part);
      response.end();
  }
}

/**
 * The first part, which contains only the role, is sent at once; waits are counted from the start, so that they do
 * not add up.
 */
async function sendPaced(
  response: ServerResponse,
  reply: Reply,
  { firstTokenMs, totalMs }: { firstTokenMs: number; totalMs: number },
  wait: Wait,
): Promise<void> {
  const started = performance.now();
  const [role = "", ...parts] = reply.parts;
  response.writeHead(reply.status, reply.headers);
  response.write(role);
  const step = parts.length > 1 ? (totalMs - firstTokenMs) / (parts.length - 1) : 0;
  for (const [index, part] of parts.entries()) {
    await wait(Math.max(0, started + firstTokenMs + index * step - performance.now()));
    response.write(part);
  }
  response.end();
}

/** A JSON text of `bytes` bytes, written only as fast as it is read. */
export async function sendHuge(
  response: ServerResponse,
  behaviour: { kind: "huge" | "gzip-bomb"; bytes: number; status?: number },
): Promise<void> {
  const status = behaviour.status ?? 200;
  const compressed = behaviour.kind === "gzip-bomb";
  const headers = { "content-type": "application/json" };
  response.writeHead(status, compressed ? { ...headers, "content-encoding": "gzip" } : headers);
  const out = compressed ? createGzip({ level: zlib.Z_BEST_SPEED }) : response;
  if (out !== response) out.pipe(response);
  response.on("close", () => out.destroy());
  const block = Buffer.alloc(65536, "a");
  const write = (chunk: string | Buffer) =>
    new Promise<void>((resolve) => {
      if (out.destroyed || out.write(chunk)) {
        setImmediate(resolve);
        return;
      }
      const done = () => {
        out.off("drain", done);
        out.off("close", done);
        resolve();
      };
      out.on("drain", done);
      out.on("close", done);
    });
  await write('{"object":"list","data":[{"id":"');
  for (let sent = 0; sent < behaviour.bytes && !out.destroyed; sent += block.length) await write(block);
  if (!out.destroyed) out.end('"}]}');
}

/** A stream that continues until the client disconnects. */
export async function sendEndless(response: ServerResponse, model: string, ms: number): Promise<void> {
  const wait = waiter(response);
  response.writeHead(200, { "content-type": "text/event-stream" });
  while (!response.destroyed) {
    const choices = [{ index: 0, delta: { content: "and " }, finish_reason: null }];
    response.write(event({ id: "chatcmpl-endless", object: "chat.completion.chunk", model, choices }));
    await wait(ms);
  }
}
