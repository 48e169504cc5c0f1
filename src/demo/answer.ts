import { Buffer } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ChatBody, chatReply, refusal } from "./chat.ts";
import { errorAnswer } from "./errors.ts";
import { demoModels, modelList } from "./models.ts";
import { event, events, html, json, plain, type Reply } from "./reply.ts";
import type {
  DemoAccount,
  DemoBehaviour,
  DemoErrorName,
  DemoRequest,
  DemoRoute,
  DemoScript,
} from "./script.ts";
import { send, sendEndless, sendHuge } from "./send.ts";

/** A request and all that decides its answer. */
export interface Asked {
  readonly script: DemoScript;
  readonly key: string;
  readonly route: DemoRoute;
  readonly record: DemoRequest;
  /** Undefined where it is no chat, or its body no object. */
  readonly chat: ChatBody | undefined;
  /** Counts from 1. */
  readonly number: number;
}

const largestRequest = 32 * 1024 * 1024;

/** Reads a request's body: parsed where it is JSON, else the text, undefined without one. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestRequest) throw new Error("request body too large");
    chunks.push(bytes);
  }
  if (size === 0) return undefined;
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // Recorded as it came; the chat route then answers that it is no JSON.
  }
}

/** Which of the served endpoints a request means. */
export function routeOf(method: string, path: string): DemoRoute {
  const bare = path.replace(/[?#].*$/, "");
  if (method === "GET" && bare === "/v1/models") return "models";
  if (method === "POST" && bare === "/v1/chat/completions") return "chat";
  return method === "GET" && bare === "/v1/credits/balance" ? "balance" : "other";
}

/** Answers a request normally or according to the scripted behaviour. */
export async function answer(asked: Asked, response: ServerResponse, fault?: DemoBehaviour): Promise<void> {
  switch (fault?.kind) {
    case "hang":
      return;
    case "refuse":
      response.destroy();
      return;
    case "huge":
    case "gzip-bomb":
      return sendHuge(response, fault);
    case "endless":
      return sendEndless(response, asked.chat?.model ?? "", fault.ms);
    case "raw": {
      const body = fault.bytes ? Buffer.from(fault.bytes) : (fault.body ?? "");
      response.writeHead(fault.status ?? 200, { ...fault.headers }).end(body);
      return;
    }
    case "clock":
      response.setHeader("date", new Date(Date.now() + fault.ms).toUTCString());
      return send(response, usual(asked, fault));
    default:
      return send(response, scripted(asked, fault) ?? usual(asked, fault), fault);
  }
}

function scripted(asked: Asked, fault: DemoBehaviour | undefined): Reply | undefined {
  switch (fault?.kind) {
    case "html":
      return html(fault.status ?? 200, fault.title ?? "New API");
    case "redirect":
      return {
        status: fault.status ?? 302,
        headers: { location: fault.location ?? asked.record.path },
        parts: [],
      };
    case "rate-limit": {
      const wait: Record<string, string> = {};
      if (fault.retryAfter !== undefined) wait["retry-after"] = String(fault.retryAfter);
      if (fault.body === false) return { status: 429, headers: wait, parts: [] };
      const limited = error(asked, "rate-limited");
      return { ...limited, headers: { ...limited.headers, ...wait } };
    }
    case "error":
      return error(asked, fault.error);
    case "stream-error": {
      const broken = error(asked, fault.error);
      const start = asked.chat
        ? chatReply({ ...asked.chat, stream: true }, "Half", String(asked.number)).parts.slice(0, 2)
        : [];
      return events([...start, event(broken.parts.join(""))]);
    }
    default:
      return undefined;
  }
}

function usual(asked: Asked, fault: DemoBehaviour | undefined): Reply {
  const { script, route, record, chat } = asked;
  if (route === "other") return unknownPath(asked);
  const barred = access(asked);
  if (barred !== undefined) return error(asked, barred);
  const ids = script.models ?? demoModels;
  if (route === "models") return json(200, modelList(ids), { "x-oneapi-request-id": requestId(asked) });
  if (route === "balance") return balance(asked);
  if (chat === undefined || typeof record.body !== "object") return error(asked, "bad-request");
  if (chat.model === "") return error(asked, "missing-model");
  if (!ids.includes(chat.model)) return error(asked, "unknown-model");
  if (script.account === "insufficient-balance") return error(asked, "insufficient-quota");
  const refused = refusal(chat);
  if (refused !== undefined) return error(asked, refused);
  const text = script.answer ?? `Hello from the demo gateway. I am ${chat.model}.`;
  return chatReply(chat, text, String(asked.number), fault);
}

const accountErrors = {
  ok: undefined,
  expired: "expired-key",
  disabled: "disabled-key",
  exhausted: "exhausted-key",
  "insufficient-balance": undefined,
} as const satisfies Record<DemoAccount, DemoErrorName | undefined>;

function access({ script, key, record }: Asked): DemoErrorName | undefined {
  const bearer = /^Bearer\s+(.*)$/i.exec(record.headers["authorization"] ?? "")?.[1];
  const given = bearer ?? record.headers["x-api-key"] ?? "";
  if (given === "") return "missing-key";
  return given === key ? accountErrors[script.account ?? "ok"] : "invalid-key";
}

function balance(asked: Asked): Reply {
  const usd = asked.script.balance === undefined ? 1 : asked.script.balance;
  if (usd === null) return plain(404, "404 page not found\n");
  const micros = Math.round((asked.script.account === "insufficient-balance" ? 0.00012 : usd) * 1e6);
  return json(200, {
    currency: "USD",
    account_balance_micros_usd: micros,
    available_balance_micros_usd: micros,
    api_key: { unlimited: true, remaining_micros_usd: micros, used_micros_usd: 0 },
    as_of: "2026-11-23T12:00:00Z",
  });
}

// Outside /v1 new-api serves its web console with status 200, which is what a base URL without /v1 meets.
function unknownPath(asked: Asked): Reply {
  const inside = /^\/(v1|api)(\/|$)/.test(asked.record.path);
  if (asked.script.family === "aisa") return plain(404, "404 page not found\n");
  return inside ? error(asked, "unknown-path") : html(200, "New API");
}

function error(asked: Asked, name: DemoErrorName): Reply {
  const { status, headers, body } = errorAnswer(name, {
    family: asked.script.family ?? "new-api",
    chinese: /^\s*zh/i.test(asked.record.headers["accept-language"] ?? ""),
    method: asked.record.method,
    path: asked.record.path,
    model: asked.chat?.model ?? "",
    requestId: requestId(asked),
  });
  return json(status, body, headers);
}

function requestId(asked: Asked): string {
  return `2026112312000000${String(asked.number).padStart(6, "0")}demo`;
}
