import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasOpenssl, makeCertificate } from "../helpers/certificate.ts";
import { checkOf, prepareDoctor } from "../helpers/doctor.ts";

const dependants = ["gateway-key", "balance", "served", "answers", "streaming", "tool-call"];

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function unusedPort(): Promise<number> {
  const server = createHttpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A proxy that opens tunnels; with `password` only for who brings one. */
async function startProxy(password = false): Promise<{ port: number; tunnels: () => number }> {
  let tunnels = 0;
  const server = createHttpServer();
  server.on("connect", (request, socket) => {
    socket.on("error", () => socket.destroy());
    if (password && !request.headers["proxy-authorization"]) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm="x"\r\n\r\n');
      return;
    }
    tunnels += 1;
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on("error", () => socket.destroy());
  });
  return { port: await listen(server), tunnels: () => tunnels };
}

const steps = (look: Parameters<typeof checkOf>[0]) =>
  (checkOf(look, "network").notes ?? []).filter((note) => note["kind"] === "step");

describe("doctor on the way to the gateway", () => {
  it("prints the time of each step", async () => {
    const look = await (await prepareDoctor()).look();
    expect(steps(look)).toMatchObject([
      { step: "dns", ok: true, ms: expect.any(Number) },
      { step: "tcp", ok: true, ms: expect.any(Number) },
      { step: "http", ok: true, ms: expect.any(Number), detail: "HTTP 401" },
    ]);
  });

  it.each([
    [
      "network-refused",
      async (): Promise<string> => `http://127.0.0.1:${await unusedPort()}/v1`,
      "tcp: ECONNREFUSED",
    ],
    ["network-dns", async (): Promise<string> => "https://gateway.invalid/v1", "dns: "],
  ] as const)("tells %s once, and that the rest was not tried", async (code, baseUrl, evidence) => {
    const doctor = await prepareDoctor({ baseUrl: await baseUrl() });
    const look = await doctor.look();
    expect(look.problems.map((one) => one.code)).toEqual([code, "openclaw-missing"]);
    expect(look.problems[0]?.evidence[0]).toContain(evidence);
    for (const id of dependants) expect([id, checkOf(look, id).cause]).toEqual([id, "network"]);
    expect(look.exit).toBe(1);
    expect(doctor.gateway.requests).toEqual([]);
  });

  it("names a proxy variable that nothing reads where there is no way without it", async () => {
    const baseUrl = `http://127.0.0.1:${await unusedPort()}/v1`;
    const env = { ALL_PROXY: "socks5://127.0.0.1:1080" };
    const look = await (await prepareDoctor({ baseUrl, env })).look();
    expect(look.problems[0]).toMatchObject({
      code: "network-refused",
      detail: expect.stringContaining("ALL_PROXY"),
    });
  });

  it.each([
    ["a page that asks to sign in", { kind: "html", title: "Hotel Wi-Fi login" } as const],
    ["a way to somewhere else", { kind: "redirect", location: "https://portal.test/" } as const],
  ])("takes %s for this network's, and judges nothing by it", async (_name, what) => {
    const doctor = await prepareDoctor({ script: { faults: [{ what }] } });
    const look = await doctor.look();
    expect(look.problems.map((one) => one.code)).toEqual(["captive-portal", "openclaw-missing"]);
    for (const id of dependants) expect([id, checkOf(look, id).cause]).toEqual([id, "network"]);
  });

  it("distinguishes a captive portal from the web console that a wrong base URL reaches", async () => {
    const doctor = await prepareDoctor({ script: { faults: [{ what: { kind: "html" } }] } });
    expect(await doctor.codes()).toEqual(["wrong-base-url"]);
  });

  it.each([
    ["ahead", -10800],
    ["behind", 10800],
  ])("sees a clock that is %s", async (direction, seconds) => {
    const script = { faults: [{ what: { kind: "clock", ms: seconds * 1000 } as const }] };
    const look = await (await prepareDoctor({ script })).look();
    expect(look.problems.map((one) => one.code)).toEqual(["openclaw-missing", "clock-skew"]);
    expect(look.problems[1]?.title).toMatch(new RegExp(`clock is 3 h ${direction}`));
    expect(look.exit).toBe(0);
  });
});

describe("doctor and proxies", () => {
  it("sends the checks through the proxy", async () => {
    const proxy = await startProxy();
    const env = { HTTP_PROXY: `http://me:hidden-word@127.0.0.1:${proxy.port}` };
    const look = await (await prepareDoctor({ env })).look();
    expect(look.problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
    expect(checkOf(look, "network").notes?.[0]).toEqual({
      kind: "proxy",
      variable: "HTTP_PROXY",
      proxy: `http://127.0.0.1:${proxy.port}`,
      byNode: false,
    });
    expect(steps(look).at(-1)).toMatchObject({ step: "http", ok: true, detail: "HTTP 401" });
    expect(proxy.tunnels()).toBeGreaterThan(3);
    expect(JSON.stringify(look)).not.toContain("hidden-word");
  });

  it.each([
    ["is no URL", async (): Promise<string> => "127.0.0.1:7890", /HTTP_PROXY is not an http/],
    [
      "is of another kind",
      async (): Promise<string> => "socks5://127.0.0.1:1080",
      /HTTP_PROXY is not an http/,
    ],
    [
      "names a proxy that is not there",
      async (): Promise<string> => `http://127.0.0.1:${await unusedPort()}`,
      /Nothing answers/,
    ],
    [
      "lacks the password",
      async (): Promise<string> => `http://127.0.0.1:${(await startProxy(true)).port}`,
      /requires a user and a password/,
    ],
  ] as const)("names the variable that %s, once", async (_name, value, title) => {
    const doctor = await prepareDoctor({ env: { HTTP_PROXY: await value() } });
    const look = await doctor.look();
    expect(look.problems.map((one) => one.code)).toEqual(["proxy-error", "openclaw-missing"]);
    expect(look.problems[0]?.title).toMatch(title);
    expect(look.problems[0]?.title).toContain("HTTP_PROXY");
    for (const id of dependants) expect([id, checkOf(look, id).cause]).toEqual([id, "network"]);
    expect(doctor.gateway.requests).toEqual([]);
  });

  it("follows NO_PROXY and says so", async () => {
    const env = { HTTP_PROXY: "socks5://127.0.0.1:1080", NO_PROXY: "127.0.0.1" };
    const look = await (await prepareDoctor({ env })).look();
    expect(look.problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
    expect(checkOf(look, "network").notes?.[0]).toEqual({ kind: "proxy-bypassed", variable: "NO_PROXY" });
  });
});

describe.skipIf(!hasOpenssl)("doctor and certificates", () => {
  const serve = async (validity: "valid" | "expired" | "future") => {
    const certificate = makeCertificate(validity);
    const server = createHttpsServer(
      { key: certificate.key, cert: certificate.cert },
      (_request, response) => {
        response
          .writeHead(401, { "content-type": "application/json" })
          .end('{"error":{"message":"Invalid token"}}');
      },
    );
    server.on("tlsClientError", () => undefined);
    return { baseUrl: `https://127.0.0.1:${await listen(server)}/v1`, certificate };
  };

  it.each([
    ["valid", "DEPTH_ZERO_SELF_SIGNED_CERT", ["tls-error"]],
    ["expired", "valid until 2020-01-02", ["tls-error"]],
    ["future", "valid from 2", ["clock-skew", "tls-error"]],
  ] as const)("names issuer and date of one that is not trusted: %s", async (validity, evidence, codes) => {
    const { baseUrl } = await serve(validity);
    const look = await (await prepareDoctor({ baseUrl })).look();
    expect(look.problems.map((one) => one.code)).toEqual([...codes, "openclaw-missing"]);
    const tls = look.problems.find((one) => one.code === "tls-error");
    expect(tls?.evidence.join()).toContain("issued by Demo Fixture, localhost");
    expect(tls?.evidence.join()).toContain(evidence);
    for (const id of dependants) expect([id, checkOf(look, id).cause]).toEqual([id, "network"]);
    if (codes.length > 1)
      expect(look.data.relations).toContainEqual({ code: "tls-error", follows: "clock-skew" });
  });

  it("reports an untrusted certificate of a server reached through a proxy", async () => {
    const [{ baseUrl }, proxy] = [await serve("valid"), await startProxy()];
    const env = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
    const look = await (await prepareDoctor({ baseUrl, env })).look();
    expect(look.problems.map((one) => one.code)).toEqual(["tls-error", "openclaw-missing"]);
    expect(look.problems[0]?.evidence.join()).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
    for (const id of dependants) expect([id, checkOf(look, id).cause]).toEqual([id, "network"]);
  });

  it("accepts a certificate that this machine trusts", async () => {
    const { baseUrl, certificate } = await serve("valid");
    const env = { NODE_EXTRA_CA_CERTS: certificate.file };
    const look = await (await prepareDoctor({ baseUrl, env, spawned: true })).look();
    expect(checkOf(look, "network").status).toBe("ok");
    expect(steps(look)).toContainEqual(expect.objectContaining({ step: "tls", ok: true }));
    expect(checkOf(look, "gateway-key").status).toBe("error");
  });
});
