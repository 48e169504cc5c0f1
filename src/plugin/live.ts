import { type LiveModel, readModelList } from "../core/models/index.ts";

/** The gateway's model list as the plugin last saw it. */
export interface LiveList {
  /** Returns the known list if it is recent; sends no request. */
  known(baseUrl: string): readonly LiveModel[] | undefined;
  /** Asks the gateway unless a recent answer is known. Undefined when there is none within the time limit. */
  ask(baseUrl: string, apiKey: string | undefined): Promise<readonly LiveModel[] | undefined>;
}

const freshForMs = 10 * 60 * 1000;
const failedForMs = 30 * 1000;
const deadlineMs = 4_000;
const mostBytes = 4 * 1024 * 1024;

interface Entry {
  readonly models: readonly LiveModel[] | undefined;
  readonly at: number;
}

/**
 * Keeps the model list of each base URL in memory for ten minutes. Only one request runs at a time, and a gateway
 * that did not answer is not asked again for half a minute. In: `fetch` and the clock (ms).
 */
export function createLiveList(fetch: typeof globalThis.fetch, now: () => number): LiveList {
  const entries = new Map<string, Entry>();
  const asked = new Map<string, Promise<readonly LiveModel[] | undefined>>();
  const recent = (baseUrl: string): Entry | undefined => {
    const entry = entries.get(baseUrl);
    return entry && now() - entry.at < (entry.models ? freshForMs : failedForMs) ? entry : undefined;
  };
  const request = async (baseUrl: string, apiKey: string | undefined) => {
    const models = await fetchModels(fetch, baseUrl, apiKey);
    entries.set(baseUrl, { models, at: now() });
    asked.delete(baseUrl);
    return models;
  };
  return {
    known: (baseUrl) => recent(baseUrl)?.models,
    ask: (baseUrl, apiKey) => {
      const entry = recent(baseUrl);
      if (entry) return Promise.resolve(entry.models);
      const running = asked.get(baseUrl) ?? request(baseUrl, apiKey);
      asked.set(baseUrl, running);
      return running;
    },
  };
}

async function fetchModels(
  fetch: typeof globalThis.fetch,
  baseUrl: string,
  apiKey: string | undefined,
): Promise<readonly LiveModel[] | undefined> {
  try {
    const response = await fetch(`${baseUrl}/models`, {
      headers: { accept: "application/json", ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      // The key is sent to the base URL only.
      redirect: "error",
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (!response.ok || !response.body) return undefined;
    const body: unknown = JSON.parse(await readText(response.body));
    return readModelList(body, apiKey ? [apiKey] : [])?.models;
  } catch {
    return undefined; // the list is a help, not a need: without it the built-in catalog has to do
  }
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error("the model list is too long");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
