import { get, getString } from "../json/index.ts";
import type { TokenUse } from "./pricing.ts";

/** Tokens by model, as `provider/model`. */
export type UsageByModel = Map<string, TokenUse>;

const count = (value: unknown) =>
  typeof value === "number" && Number.isFinite(value) && value > 0 ? value : 0;

function timeOf(line: unknown): number {
  const time = get(line, ["timestamp"]) ?? get(line, ["message", "timestamp"]);
  if (typeof time === "number") return time;
  return typeof time === "string" ? Date.parse(time) : Number.NaN;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the last line of a session that is being written, or the first of a cut reading
  }
}

/**
 * Adds the tokens of one session's records to `usage`. In: the text of a `*.jsonl` (OpenClaw 2026.1.30 to 2026.6.11:
 * one event a line, answers with `message.provider`, `.model`, `.usage`), the time from which on they count (ms
 * since 1970), and the ids seen so far, because a session that branches off repeats its beginning.
 */
export function addUsage(usage: UsageByModel, text: string, since: number, seen: Set<string>): void {
  for (const raw of text.split("\n")) {
    if (!raw.includes('"usage"')) continue;
    const line = parse(raw);
    const message = get(line, ["message"]);
    const [provider, model] = [getString(message, ["provider"]), getString(message, ["model"])];
    if (getString(message, ["role"]) !== "assistant" || provider === undefined || model === undefined)
      continue;
    if (!(timeOf(line) >= since)) continue;
    const id = getString(line, ["id"]);
    if (id !== undefined) {
      const key = `${id} ${timeOf(line)}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    const key = `${provider}/${model}`;
    const before = usage.get(key) ?? { input: 0, output: 0, cacheRead: 0 };
    const now = get(message, ["usage"]);
    usage.set(key, {
      input: before.input + count(get(now, ["input"])) + count(get(now, ["cacheWrite"])),
      output: before.output + count(get(now, ["output"])),
      cacheRead: before.cacheRead + count(get(now, ["cacheRead"])),
    });
  }
}

/** All tokens of a month together. */
export function totalTokens(use: TokenUse): number {
  return use.input + use.output + use.cacheRead;
}
