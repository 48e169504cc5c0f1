import { severityOf } from "../../core/problem/index.ts";
import { toReference } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { shortPath } from "../../render/plan.ts";
import { problemLines, symbols } from "../../render/problem.ts";
import { marked } from "../../render/text.ts";
import type { Applied } from "../apply.ts";
import { nextLines } from "./next.ts";
import type { Decided } from "./plan.ts";
import type { Verified } from "./proof.ts";
import type { OnboardSession } from "./session.ts";

function verifiedData({ verdict, compared, answer }: Verified) {
  const chat = answer?.kind === "answered" ? answer.result : undefined;
  return {
    written: compared,
    openclaw: verdict?.kind ?? "skipped",
    openclawVersion: verdict && "version" in verdict ? verdict.version : null,
    chat: answer?.kind ?? "skipped",
    firstTokenMs: chat ? Math.round(chat.firstTokenMs) : null,
    totalMs: chat ? Math.round(chat.totalMs) : null,
  };
}

/** What `onboard --json` tells. */
export function onboardData(session: OnboardSession, decided: Decided, verified: Verified) {
  const { primary } = decided.models;
  const { value } = decided.key;
  return {
    baseUrl: decided.baseUrl,
    models: decided.models.ids,
    primary: primary === undefined ? null : toReference(primary),
    fallbacks: decided.models.fallbacks?.map(toReference) ?? null,
    key: {
      masked: value === undefined ? null : maskKey(value),
      source: decided.key.kind,
      storage: decided.stored.storage,
    },
    validated: decided.key.live !== undefined,
    liveModels: decided.key.live?.length ?? null,
    verified: verifiedData(verified),
    demo: session.context.demo !== undefined,
  };
}

/** The report for people. On a terminal most of it has already been printed. */
export async function reportLines(
  session: OnboardSession,
  decided: Decided,
  applied: Applied,
): Promise<string[]> {
  const { context, lines } = session;
  const { t, style } = context;
  const out = [...lines];
  if (applied.pending) out.push(t.plan.dryRun);
  if (decided.stored.storage === "config")
    out.push(...marked(style.yellow(symbols.warning), t.onboard.storageConfigWarning, style));
  const { keyStays } = decided.stored;
  if (keyStays !== undefined)
    out.push(
      ...marked(style.yellow(symbols.warning), t.onboard.keyStays(shortPath(keyStays, context.home)), style),
    );
  for (const problem of session.problems) out.push(...problemLines(problem, t, style));
  const failed = session.problems.some((problem) => severityOf(problem) === "error");
  if (!applied.pending && !failed) out.push(...(await nextLines(session, { ...decided, applied })));
  return out;
}
