import { lookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type PeerCertificate } from "node:tls";
import type { ProxyEnvironment } from "../../core/gateway/index.ts";
import { RequestError } from "../../core/problem/index.ts";
import { clean } from "../../core/text/index.ts";
import type { Probe, ProbeAnswer, ProbeResult } from "../../ports.ts";
import { describeError, readStart } from "./http-body.ts";
import { transportFor } from "./transport.ts";

/** What the probe needs to know. */
export interface ProbeSettings {
  /** Environment variables, for the proxy of `get`. */
  readonly env: ProxyEnvironment;
  /** Deadline of each step, ms; 8,000. */
  readonly deadlineMs?: number;
  /** What the deadline is multiplied by; 1. */
  readonly patience?: number;
}

const largestBody = 64 * 1024;

/** Checks the network below HTTP. Name, port and certificate are checked directly, `get` uses the proxy. */
export function createProbe({ env, deadlineMs = 8_000, patience = 1 }: ProbeSettings): Probe {
  const limit = { deadlineMs, patience };
  return {
    dns: (host) =>
      timed(limit, async () => {
        const found = await lookup(host.replace(/^\[|\]$/g, ""), { all: true });
        return { addresses: found.map((entry) => entry.address) };
      }),
    tcp: (host, port) =>
      timed(limit, async (signal) => {
        await whenConnected(
          connectTcp({ host: host.replace(/^\[|\]$/g, ""), port }),
          "connect",
          signal,
          () => ({}),
        );
        return {};
      }),
    tls: (host, port) =>
      timed(limit, (signal) => readCertificate(host.replace(/^\[|\]$/g, ""), port, signal)),
    get: (url) => timed(limit, (signal) => plainGet(url, env, signal)),
  };
}

/** A fault that has a code of its own. */
class StepError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "StepError";
    this.code = code;
  }
}

async function timed<T>(
  { deadlineMs, patience }: { readonly deadlineMs: number; readonly patience: number },
  step: (signal: AbortSignal) => Promise<T>,
): Promise<ProbeResult<T>> {
  const started = performance.now();
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new StepError("ETIMEDOUT", `no answer within ${deadlineMs / 1000} s`));
    }, deadlineMs * patience);
  });
  const elapsed = () => Math.round(performance.now() - started);
  try {
    const value = await Promise.race([step(controller.signal), late]);
    return { ok: true, ms: elapsed(), ...value };
  } catch (error) {
    const { message, ...code } = describeError(error);
    return { ok: false, ms: elapsed(), ...code, message: clean(message).slice(0, 500) };
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

function whenConnected<S extends Socket, T>(
  socket: S,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
  read: (socket: S) => T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => socket.destroy());
    socket.once("error", reject);
    socket.once("close", () => reject(new StepError("ECONNRESET", "the connection was closed")));
    socket.once(event, () => {
      try {
        resolve(read(socket));
      } catch (error) {
        reject(error);
      } finally {
        socket.destroy();
      }
    });
  });
}

// Verified by hand after the handshake, so that a rejected certificate can be described; nothing is sent.
function readCertificate(host: string, port: number, signal: AbortSignal) {
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = connectTls({ host, port, ...name, rejectUnauthorized: false });
  return whenConnected(
    socket,
    "secureConnect",
    signal,
    ({ authorized, authorizationError, getPeerCertificate }) => {
      const found = describe(getPeerCertificate.call(socket));
      if (!authorized) {
        const code = String(authorizationError);
        const dates =
          code === "CERT_NOT_YET_VALID" ? `valid from ${found.validFrom}` : `valid until ${found.validTo}`;
        throw new StepError(code, `certificate issued by ${found.issuer}, ${dates}`);
      }
      return { issuer: found.issuer, validTo: found.validTo };
    },
  );
}

function isoDate(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function describe(certificate: PeerCertificate): { validFrom: string; validTo: string; issuer: string } {
  const { O: organisation, CN: name } = certificate.issuer ?? {};
  return {
    validFrom: isoDate(certificate.valid_from),
    validTo: isoDate(certificate.valid_to),
    issuer: clean([organisation, name].flat().filter(Boolean).join(", ")).slice(0, 200),
  };
}

async function plainGet(url: string, env: ProxyEnvironment, signal: AbortSignal): Promise<ProbeAnswer> {
  const transport = await transportFor(url, env).catch((error: unknown) => {
    const { errno, message } = error instanceof RequestError ? error.failure : {};
    throw new StepError(errno ?? "ERR_PROXY", message ?? String(error));
  });
  const headers = { accept: "*/*", "accept-encoding": "identity", "user-agent": "openclaw-aisa" };
  const response = await transport.fetch(url, { method: "GET", headers, redirect: "manual", signal });
  const shown = [...response.headers].map(([name, value]) => [name, clean(value).slice(0, 1000)] as const);
  const body = clean(await readStart(response, largestBody));
  return { status: response.status, headers: Object.fromEntries(shown), body };
}
