import { type LogEvent, readLogLine } from "../openclaw/index.ts";
import type { DiagnosedProblem } from "../problem/index.ts";
import { bareId } from "../provider/index.ts";
import { clean, redact } from "../text/index.ts";
import { diagnoseText } from "./diagnose.ts";

/** One cause in a log: how often it struck and when last. */
export interface LogFinding {
  readonly problem: DiagnosedProblem;
  /** ms since 1970. */
  readonly last?: number;
  readonly count: number;
  /** The same model answered later in the log. */
  readonly cured: boolean;
}

const longestEvidence = 200;
/** Events that are diagnosed; older ones only count where they tell the same. */
const mostEvents = 500;

interface Group {
  problem: DiagnosedProblem;
  last?: number;
  runs: number;
  steps: number;
}

/** Everything but what differs from event to event: the same words are diagnosed once. */
function sameness({ error = "" }: LogEvent): string {
  return error.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|sha256:\w+|\d{6,}/g, "");
}

function explain(event: LogEvent): DiagnosedProblem | undefined {
  const { problem, confidence } = diagnoseText(event.error ?? "");
  if (confidence === 0) return undefined;
  const { model, said } = event;
  return {
    ...problem,
    ...(model === undefined ? {} : { params: { model, ...problem.params } }),
    ...(said === undefined ? {} : { evidence: [redact(clean(said), []).slice(0, longestEvidence)] }),
  };
}

/** The causes of this provider's failures in a log's lines, the newest first. In: lines, oldest first. */
export function findInLog(lines: readonly string[]): LogFinding[] {
  const events = lines.flatMap((line) => readLogLine(line) ?? []).slice(-mostEvents);
  const explained = new Map<string, DiagnosedProblem | undefined>();
  const groups = new Map<string, Group>();
  const answered = new Map<string, number>();
  for (const event of events.reverse()) {
    const { model = "", at } = event;
    if (event.error === undefined) {
      if (!answered.has(model)) answered.set(model, at ?? Number.POSITIVE_INFINITY);
      continue;
    }
    const same = `${model} ${sameness(event)}`;
    if (!explained.has(same)) explained.set(same, explain(event));
    const problem = explained.get(same);
    if (problem === undefined) continue;
    const id = `${problem.code} ${model}`;
    const group = groups.get(id) ?? { problem, ...(at === undefined ? {} : { last: at }), runs: 0, steps: 0 };
    group[event.weight === "run" ? "runs" : "steps"] += 1;
    groups.set(id, group);
  }
  return [...groups.values()].map(({ problem, last, runs, steps }) => ({
    problem,
    ...(last === undefined ? {} : { last }),
    count: runs || steps,
    cured: (answered.get(bareId(problem.params.model ?? "")) ?? 0) > (last ?? Number.POSITIVE_INFINITY),
  }));
}
