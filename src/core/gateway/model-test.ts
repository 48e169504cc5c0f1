import type { Pair } from "../models/index.ts";
import type { Problem } from "../problem/index.ts";
import type { ChatRequest, ChatResult } from "./chat.ts";

/** What a call is made to find out. */
export type Probe = "speed" | "tool" | "developer" | "temperature";

type Bounds = Pick<ChatRequest, "prompt" | "maxTokens"> & Partial<ChatRequest>;

const question = "Write the numbers from one to thirty as words, with commas between them.";

/** The request of each probe. All are streamed, as OpenClaw's own are; the output bounds keep the cost known. */
export const probes = {
  speed: { prompt: question, maxTokens: 200 },
  tool: { prompt: "What is the weather?", maxTokens: 256, tool: true },
  developer: { prompt: "Reply with the word OK.", maxTokens: 16, instructionRole: "developer" },
  temperature: { prompt: "Reply with the word OK.", maxTokens: 16, temperature: 0.5 },
} as const satisfies Record<Probe, Bounds>;

/** The bound of the second call after an empty answer: reasoning may have used up the first one. */
export const secondTryTokens = 360;

/** Input of a call at most, in tokens: the longest prompt, and the function that the tool probe offers. */
const inputBound: Record<Probe, number> = { speed: 80, tool: 200, developer: 80, temperature: 80 };

/** What a test of one model costs at most, in USD. In: its price per 1M tokens, and how often its speed is taken. */
export function costBound(price: Pair, runs: number): number {
  const once = (["tool", "developer", "temperature"] as const).map((probe) => [
    inputBound[probe],
    probes[probe].maxTokens,
  ]);
  const speed = [2 * inputBound.speed, probes.speed.maxTokens + secondTryTokens];
  const all = [...once, ...Array.from({ length: runs }, () => speed)];
  return (
    all.reduce((sum, [input = 0, output = 0]) => sum + input * price.input + output * price.output, 0) / 1e6
  );
}

/** What came of one call; `retried`: the first answer was empty. */
export type Answer =
  | { readonly ok: true; readonly result: ChatResult; readonly retried: boolean }
  | { readonly ok: false; readonly problem: Problem };

/** How fast one answer came. Times in ms. */
export interface Speed {
  readonly firstTokenMs: number;
  readonly totalMs: number;
  /** Undefined where the gateway did not count. */
  readonly outputTokens: number | undefined;
  readonly tokensPerSecond: number | undefined;
}

/** `at-once`: a stream, but everything in it came together at its end. */
export type Streaming = "yes" | "at-once";
/** `none`: it answered with words; `broken`: its arguments are not JSON; `cut`: the bound ended it. */
export type ToolUse = "yes" | "none" | "broken" | "cut" | "refused";

/** What the calls show of one model. */
export interface ModelTest {
  readonly id: string;
  /** Every run that was answered. */
  readonly runs: readonly Speed[];
  /** The middle one of them; undefined where none was answered. */
  readonly median: Speed | undefined;
  /** Runs without an answer, and the first one's cause. */
  readonly failed: number;
  readonly problem: Problem | undefined;
  readonly stream: Streaming | undefined;
  /** Answers that were empty at first and came at the second try. */
  readonly emptyFirst: number;
  readonly tool: ToolUse | undefined;
  /** Whether it takes the role `developer`; undefined where that could not be found out. */
  readonly developer: boolean | undefined;
  /** `any`, the only accepted temperature, or `fixed` if the error does not name it; undefined: unknown. */
  readonly temperature: "any" | "fixed" | number | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** The middle value; of an even number the mean of the two in the middle. Undefined without any. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Tokens per second from the first token on; where all came at once, over the whole time. */
function speedOf(result: ChatResult): Speed {
  const { firstTokenMs, totalMs, outputTokens } = result;
  const writing = totalMs - firstTokenMs;
  const span = writing >= 0.1 * totalMs ? writing : totalMs;
  const tokensPerSecond = outputTokens === undefined || span <= 0 ? undefined : (outputTokens * 1000) / span;
  return { firstTokenMs, totalMs, outputTokens, tokensPerSecond };
}

function medianOf(runs: readonly Speed[]): Speed | undefined {
  const of = (read: (run: Speed) => number | undefined) =>
    median(runs.map(read).filter((value) => value !== undefined));
  const [firstTokenMs, totalMs] = [of((run) => run.firstTokenMs), of((run) => run.totalMs)];
  if (firstTokenMs === undefined || totalMs === undefined) return undefined;
  return {
    firstTokenMs,
    totalMs,
    outputTokens: of((run) => run.outputTokens),
    tokensPerSecond: of((run) => run.tokensPerSecond),
  };
}

// Short answers of a fast model arrive in one piece even when streamed.
const tellingMs = 500;
const tellingTokens = 20;

function streamingOf(results: readonly ChatResult[]): Streaming | undefined {
  if (results.length === 0) return undefined;
  const together = results.every(
    ({ chunks, firstTokenMs, totalMs, outputTokens }) =>
      chunks < 2 ||
      (totalMs >= tellingMs && (outputTokens ?? 0) >= tellingTokens && firstTokenMs > 0.9 * totalMs),
  );
  return together ? "at-once" : "yes";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // which is what is asked here
  }
}

const passing = ["rate-limited", "network-timeout", "network-refused", "upstream-5xx", "insufficient-quota"];

function toolUse(answer: Answer): ToolUse | undefined {
  if (!answer.ok) return passing.includes(answer.problem.code) ? undefined : "refused";
  const [call] = answer.result.toolCalls;
  if (call !== undefined) return call.name !== "" && isJson(call.arguments) ? "yes" : "broken";
  return answer.result.finishReason === "length" ? "cut" : "none";
}

function temperatureRule(answer: Answer): ModelTest["temperature"] {
  if (answer.ok) return "any";
  if (answer.problem.code !== "invalid-temperature") return undefined;
  const only = /\bonly (\d+(?:\.\d+)?)/.exec((answer.problem.evidence ?? []).join(" "))?.[1];
  return only === undefined ? "fixed" : Number(only);
}

/** The answers of one model, by what they were asked for. */
export interface Answers {
  readonly speed: readonly Answer[];
  readonly tool: Answer;
  readonly developer: Answer;
  readonly temperature: Answer;
}

/** Reads off the answers what they show of a model. */
export function judgeModel(id: string, answers: Answers): ModelTest {
  const answered = answers.speed.filter((one) => one.ok);
  const failures = answers.speed.filter((one) => !one.ok);
  const runs = answered.map((one) => speedOf(one.result));
  const { developer } = answers;
  const refusesRole = !developer.ok && developer.problem.code === "developer-role-unsupported";
  const results = [...answers.speed, answers.tool, developer, answers.temperature].flatMap((one) =>
    one.ok ? [one.result] : [],
  );
  return {
    id,
    runs,
    median: medianOf(runs),
    failed: failures.length,
    problem: failures[0]?.problem,
    stream: streamingOf(answered.map((one) => one.result)),
    emptyFirst: answered.filter((one) => one.retried).length,
    // A model that answers nothing tells nothing of its tools either.
    tool: runs.length === 0 ? undefined : toolUse(answers.tool),
    developer: developer.ok ? true : refusesRole ? false : undefined,
    temperature: temperatureRule(answers.temperature),
    inputTokens: results.reduce((sum, one) => sum + (one.inputTokens ?? 0), 0),
    outputTokens: results.reduce((sum, one) => sum + (one.outputTokens ?? 0), 0),
  };
}
