import { type AddressInfo, createServer, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { createProbe } from "../../../src/adapters/http/probe.ts";
import { startDemoGateway } from "../../../src/demo/server.ts";
import { hasOpenssl, makeCertificate } from "../../helpers/certificate.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const probe = createProbe({ env: {}, deadlineMs: 2000 });

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe("names and ports", () => {
  it("resolves a name, or reports that it does not exist", async () => {
    expect(await probe.dns("127.0.0.1")).toMatchObject({ ok: true, addresses: ["127.0.0.1"] });
    const missing = await probe.dns("gateway.invalid");
    expect(missing.ok).toBe(false);
    expect(["ENOTFOUND", "EAI_AGAIN"]).toContain(missing.ok ? "" : missing.errno);
  });

  it("connects to a port, or reports that the connection was refused", async () => {
    const server = createServer();
    const port = await listen(server);
    expect(await probe.tcp("127.0.0.1", port)).toMatchObject({ ok: true });
    await new Promise((resolve) => server.close(resolve));
    expect(await probe.tcp("127.0.0.1", port)).toMatchObject({ ok: false, errno: "ECONNREFUSED" });
  });

  it("gives up at its deadline", async () => {
    const port = await listen(createServer(() => undefined));
    const hasty = createProbe({ env: {}, deadlineMs: 200 });
    expect(await hasty.tls("127.0.0.1", port)).toMatchObject({ ok: false, errno: "ETIMEDOUT" });
  });
});

describe.skipIf(!hasOpenssl)("certificates", () => {
  async function serve(validity: "valid" | "expired"): Promise<number> {
    const server = createTlsServer(makeCertificate(validity));
    server.on("tlsClientError", () => undefined);
    return listen(server);
  }

  it.each([
    ["valid", "DEPTH_ZERO_SELF_SIGNED_CERT", /issued by Demo Fixture, localhost, valid until 2\d\d\d-/],
    ["expired", "CERT_HAS_EXPIRED", /issued by Demo Fixture, localhost, valid until 2020-01-02/],
  ] as const)("are described when they are not trusted: %s", async (validity, errno, message) => {
    const result = await probe.tls("127.0.0.1", await serve(validity));
    expect(result).toMatchObject({ ok: false, errno });
    expect(result.ok ? "" : result.message).toMatch(message);
  });

  it("detects a server without TLS", async () => {
    const port = await listen(createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")));
    expect(await probe.tls("127.0.0.1", port)).toMatchObject({
      ok: false,
      errno: "ERR_SSL_WRONG_VERSION_NUMBER",
    });
  });
});

describe("a plain GET", () => {
  it("returns status, headers and the start of the body, and follows no redirect", async () => {
    const gateway = await startDemoGateway({ faults: [{ what: { kind: "html", title: "Hotel" } }] });
    closing.push(() => gateway.close());
    const page = await probe.get(gateway.url);
    expect(page).toMatchObject({
      ok: true,
      status: 200,
      headers: { "content-type": "text/html; charset=utf-8" },
    });
    expect(page.ok ? page.body : "").toContain("Hotel");
    expect(gateway.requests[0]?.headers["authorization"]).toBeUndefined();
    gateway.script = { faults: [{ what: { kind: "redirect", location: "https://portal.test/" } }] };
    expect(await probe.get(gateway.url)).toMatchObject({
      status: 302,
      headers: { location: "https://portal.test/" },
    });
    gateway.script = { faults: [{ what: { kind: "huge", bytes: 1e7 } }] };
    const huge = await probe.get(gateway.url);
    expect(huge.ok ? huge.body.length : 0).toBe(65_536);
  });

  it("names a proxy variable that is no URL", async () => {
    const proxied = createProbe({ env: { HTTP_PROXY: "socks5://127.0.0.1:1" } });
    const result = await proxied.get("http://127.0.0.1:9/");
    expect(result).toMatchObject({ ok: false, errno: "ERR_PROXY_URL" });
  });
});
