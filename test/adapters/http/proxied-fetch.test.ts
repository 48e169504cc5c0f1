import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { createProxiedFetch } from "../../../src/adapters/http/proxied-fetch.ts";

/** Starts a server that answers with these headers and bytes, and a proxy before it. Out: how to fetch from it. */
async function through(headers: Record<string, string>, body: Buffer, status = 200) {
  const server = createServer((_, response) => void response.writeHead(status, headers).end(body));
  const proxy = createServer();
  proxy.on("connect", (request, socket) => {
    const [host = "", port] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [socket, upstream]) end.on("error", () => end.destroy());
  });
  for (const one of [server, proxy]) {
    await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      one.close();
      one.closeAllConnections();
    });
  }
  const portOf = (one: typeof server) => (one.address() as AddressInfo).port;
  const fetch = createProxiedFetch(`http://127.0.0.1:${portOf(proxy)}`);
  const { signal } = new AbortController();
  const url = `http://127.0.0.1:${portOf(server)}/`;
  return fetch(url, { method: "GET", headers: {}, redirect: "manual", signal });
}

it.each([
  ["no encoding", {}, (bytes: Buffer) => bytes],
  ["gzip", { "content-encoding": "gzip" }, gzipSync],
  ["deflate", { "content-encoding": "deflate" }, deflateSync],
  ["br", { "content-encoding": "BR" }, brotliCompressSync],
])("decodes a body with %s", async (_, headers, encode) => {
  const response = await through(headers, encode(Buffer.from("héllo")));
  expect([response.status, await response.text()]).toEqual([200, "héllo"]);
});

it("fails to read a body that is not what its encoding says", async () => {
  const response = await through({ "content-encoding": "gzip" }, Buffer.from("plain"));
  await expect(response.text()).rejects.toThrow();
});

it("returns answers without a body, redirects and repeated headers as they are", async () => {
  expect((await through({}, Buffer.alloc(0), 204)).body).toBe(null);
  const moved = await through({ location: "http://elsewhere.test/" }, Buffer.alloc(0), 302);
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "http://elsewhere.test/"]);
});
