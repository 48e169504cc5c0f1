import { get, getString, isObject } from "../json/index.ts";
import { bareId, providerId } from "../provider/index.ts";

/** A line of OpenClaw's log that tells how a request to this provider ended. */
export interface LogEvent {
  /** ms since 1970; undefined where the line has no time. */
  readonly at?: number;
  /** Bare id. */
  readonly model?: string;
  /** What went wrong, in the words nearest to the gateway's own; undefined for a request that succeeded. */
  readonly error?: string;
  /** The gateway's own sentence, where the line holds it apart. */
  readonly said?: string;
  /** `run`: the end of an agent's run, one for each; `step`: something on the way to it. */
  readonly weight: "run" | "step";
}

const ours = new RegExp(
  `\\bprovider[=:]\\s*"?${providerId}\\b|provider "${providerId}"|\\b${providerId}/[\\w.-]`,
);
const failing =
  /isError=true|decision=(?:surface_error|candidate_failed)|rawError=|status=[45]\d\d|No API key|Unknown model|not allowed|request failed/i;
const innermost = ["rawErrorPreview", "errorPreview", "rawError", "error", "detail"] as const;

// OpenClaw rests a key after a rejection, which is earlier in the log.
const consequence = /temporarily disabled after a provider/i;

/** The members of a JSON line: its text, and the object that newer versions add. */
function partsOf(line: unknown): { text: string; fields: unknown; time: string | undefined } {
  const one = get(line, ["1"]);
  const texts = isObject(one)
    ? [getString(line, ["2"])]
    : [getString(line, ["1"]), getString(line, ["message"]), getString(line, ["0"])];
  return {
    text: texts.find((text) => text !== undefined) ?? getString(line, ["message"]) ?? "",
    fields: isObject(one) ? one : undefined,
    time: getString(line, ["time"]) ?? getString(line, ["_meta", "date"]),
  };
}

function ofFields(fields: unknown): Omit<LogEvent, "at"> | undefined {
  const provider = getString(fields, ["provider"]) ?? getString(fields, ["candidateProvider"]);
  if (provider !== providerId) return undefined;
  const model = getString(fields, ["model"]) ?? getString(fields, ["candidateModel"]);
  const error = innermost.map((name) => getString(fields, [name])).find((text) => text);
  if (error === undefined) return undefined;
  const weight = get(fields, ["event"]) === "embedded_run_agent_end" ? "run" : "step";
  const known = model === undefined ? {} : { model: bareId(model) };
  return { ...known, error, said: error, weight };
}

function ofText(text: string): Omit<LogEvent, "at"> | undefined {
  if (!ours.test(text)) return undefined;
  const named = /\bmodel=(\S+)/.exec(text)?.[1] ?? new RegExp(`\\b${providerId}/([\\w.:-]+)`).exec(text)?.[1];
  const model = named === undefined ? {} : { model: bareId(named) };
  if (/\bstatus=2\d\d\b/.test(text)) return { ...model, weight: "step" };
  if (!failing.test(text) || consequence.test(text)) return undefined;
  const weight = text.includes("run agent end") ? "run" : "step";
  return { ...model, error: text, weight };
}

/**
 * Reads one line of OpenClaw's log: JSON (`"1"` or `"0"` hold the text; from 2026.6 an object in `"1"`, its text in
 * `"2"`), or the plain text of a console. Undefined for what is not about this provider's requests.
 * Source: logs of OpenClaw 2026.1.30 to 2026.9.6.
 */
export function readLogLine(line: string): LogEvent | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    parsed = { 1: line }; // a console's output, or a line cut at the start of what was read
  }
  if (!isObject(parsed)) return undefined;
  const { text, fields, time } = partsOf(parsed);
  const event = ofFields(fields) ?? ofText(text);
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return event && (Number.isNaN(at) ? event : { ...event, at });
}
