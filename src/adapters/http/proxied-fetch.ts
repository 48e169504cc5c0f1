import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { HttpsProxyAgent } from "https-proxy-agent";
import type { Transport, TransportInit } from "./transport-types.ts";

/** A failure in fetch's own form, which hides what happened in `cause`. */
const failed = (cause: unknown) => new TypeError("fetch failed", { cause });

/** The proxy answered the request for a tunnel with another status; the errno of a failure. */
const refusedTunnel = (status: number | undefined) =>
  Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), {
    code: "ERR_PROXY_TUNNEL",
  });

const withoutBody = [204, 205, 304];

// We ask for none of these; some servers compress all the same, and fetch decompresses.
const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body of an answer, decompressed. Reading it throws where it breaks off or cannot be decompressed. */
function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
  const decoder = decoders[(message.headers["content-encoding"] ?? "").trim().toLowerCase()];
  // An error reaches the reader of the last stream.
  const stream = decoder ? pipeline(message, decoder(), () => {}) : message;
  return Readable.toWeb(stream as Readable) as ReadableStream<Uint8Array>;
}

function responseOf(message: IncomingMessage): Response {
  const { statusCode: status = 0, statusMessage: statusText = "" } = message;
  const headers = new Headers();
  for (let at = 0; at < message.rawHeaders.length; at += 2)
    headers.append(message.rawHeaders[at] ?? "", message.rawHeaders[at + 1] ?? "");
  return new Response(withoutBody.includes(status) ? null : bodyOf(message), { status, statusText, headers });
}

/** Sends one request through a tunnel of the agent. Throws as fetch does. */
function send(agent: HttpsProxyAgent<string>, target: string, init: TransportInit): Promise<Response> {
  const { method, headers, body, signal } = init;
  const start = target.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = start(target, { method, headers, agent, signal });
    // The agent would hand over the proxy's refusal as if it were the gateway's answer.
    request.once("proxyConnect", ({ statusCode }: { statusCode?: number }) => {
      if (statusCode === 200) return;
      reject(failed(refusedTunnel(statusCode)));
      request.destroy();
    });
    request.once("error", (error) => reject(signal.aborted ? signal.reason : failed(error)));
    request.once("upgrade", (_, socket) => {
      socket.destroy();
      reject(failed(new Error("bad upgrade")));
    });
    request.once("response", (message) => {
      try {
        resolve(responseOf(message));
      } catch (error) {
        // A status or header that fetch does not know either.
        message.destroy();
        reject(failed(error));
      }
    });
    request.end(body);
  });
}

/**
 * A fetch through a tunnel of an HTTP proxy, which Node's own fetch has only from version 24 on. In: the proxy's URL,
 * credentials included. Answers are as they come: no redirect is followed.
 */
export function createProxiedFetch(proxyUrl: string): Transport["fetch"] {
  const agent = new HttpsProxyAgent(proxyUrl, { keepAlive: false });
  return (target, init) => send(agent, target, init);
}
