import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Asked, answer, bodyOf, routeOf } from "./answer.ts";
import { readChat } from "./chat.ts";
import { faultsFor, newCounters } from "./faults.ts";
import type { DemoRequest, DemoScript } from "./script.ts";
import { waiter } from "./send.ts";

export type * from "./script.ts";

/** The key that a demo gateway accepts when its script names none. */
export const demoKey = "sk-demo-0000000000000000000000cdef";

/** A running demo gateway: a real HTTP server on the loopback address that behaves like AIsa. */
export interface DemoGateway {
  /** `http://127.0.0.1:<port>/v1`. */
  readonly url: string;
  /** The key that it accepts. */
  readonly key: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly DemoRequest[];
  /** Setting it changes the behaviour from the next request on; what was counted for faults starts again. */
  script: DemoScript;
  /** Ends every connection and the server. */
  close(): Promise<void>;
}

/** Starts a demo gateway on a free port of 127.0.0.1. Rejects when no port can be had. */
export async function startDemoGateway(script: DemoScript = {}): Promise<DemoGateway> {
  const state = { script, counters: newCounters(), requests: [] as DemoRequest[] };
  const server = createServer((request, response) => {
    // A client that disconnects during an answer is no error: its request is recorded as ended.
    handle(state, request, response).catch(() => response.destroy());
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests: state.requests,
    get key() {
      return state.script.key ?? demoKey;
    },
    get script() {
      return state.script;
    },
    set script(next) {
      state.script = next;
      state.counters = newCounters();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface State {
  readonly script: DemoScript;
  readonly counters: ReturnType<typeof newCounters>;
  readonly requests: DemoRequest[];
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? "/";
  const method = request.method ?? "GET";
  const record: { -readonly [K in keyof DemoRequest]: DemoRequest[K] } = {
    method,
    path,
    headers: plainHeaders(request),
    body: undefined,
    startedAt: Date.now(),
  };
  state.requests.push(record);
  const number = state.requests.length;
  response.on("error", () => response.destroy());
  response.on("close", () => {
    record.endedAt = Date.now();
    if (response.headersSent) record.status = response.statusCode;
  });
  const { script, counters } = state;
  record.body = await bodyOf(request);
  const route = routeOf(method, path);
  const chat = route === "chat" ? readChat(record.body) : undefined;
  const faults = faultsFor(script.faults ?? [], counters, route, chat);
  await waiter(response)(faults.delayMs);
  const asked: Asked = { script, key: script.key ?? demoKey, route, record, chat, number };
  await answer(asked, response, faults.behaviour);
}

function plainHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : (value ?? "")]),
  );
}
