import { toReference } from "../../core/plan.ts";
import { severityOf } from "../../core/problem.ts";
import { keyVariable } from "../../core/provider.ts";
import { maskKey } from "../../core/redact.ts";
import { get } from "../../core/value.ts";
import type { Context, Style } from "../../ports.ts";
import { changeToJson, shortPath } from "../../render/plan.ts";
import { problemLines, symbols } from "../../render/problem.ts";
import { marked, padEnd } from "../../render/text.ts";
import type { Applied } from "../apply.ts";
import type { Decided } from "./plan.ts";
import type { OnboardSession } from "./session.ts";
import type { Verified } from "./verify.ts";

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
export function onboardData(session: OnboardSession, decided: Decided, applied: Applied, verified: Verified) {
  const { primary } = decided.models;
  return {
    baseUrl: decided.baseUrl,
    models: decided.models.ids,
    primary: primary === undefined ? null : toReference(primary),
    fallbacks: decided.models.fallbacks?.map(toReference) ?? null,
    key: { masked: maskKey(decided.key.value), source: decided.key.kind, storage: decided.stored.storage },
    validated: decided.key.live !== undefined,
    liveModels: decided.key.live?.length ?? null,
    pending: applied.pending,
    backup: applied.backup ?? null,
    changes: applied.drafts.flatMap((one) =>
      one.change.changes.map((each) => ({ file: one.change.file, ...changeToJson(each) })),
    ),
    verified: verifiedData(verified),
    demo: session.context.demo !== undefined,
  };
}

/** How OpenClaw is started with the config that was set up. */
function openclawCommand({ options, home }: Context): string {
  if (options.config !== undefined) return `OPENCLAW_CONFIG_PATH=${shortPath(options.config, home)} openclaw`;
  if (options.dev) return "openclaw --dev";
  return options.profile === undefined ? "openclaw" : `openclaw --profile ${options.profile}`;
}

/** Commands and what they are for, in two columns; one below the other where there is no room. */
function rowLines(rows: readonly (readonly [string, string])[], style: Style): string[] {
  const width = Math.max(...rows.map(([command]) => style.measure(command))) + 1;
  if (style.columns - width < 30)
    return rows.flatMap(([command, text]) => [`  ${command}`, ...marked("     ", text, style)]);
  return rows.flatMap(([command, text]) => marked(`  ${padEnd(command, width, style)}`, text, style));
}

/** The old key was in `.env`, and a running gateway read it when it started; nothing overrides it there. */
function replacesKey(applied: Applied): boolean {
  return applied.drafts.some(
    ({ change, values }) => change.format === "dotenv" && get(values, [keyVariable]),
  );
}

function nextLines(session: OnboardSession, { models, stored }: Decided, applied: Applied): string[] {
  const { t, style, demo } = session.context;
  if (demo) return ["", t.onboard.demoDone];
  const others = models.ids.filter((id) => id !== (models.primary ?? models.ids[0]));
  const other = others.find((id) => id === "kimi-k2.5") ?? others[0];
  const rows = [
    [openclawCommand(session.context), t.onboard.nextChat(other && toReference(other))],
    ["openclaw-aisa doctor", t.onboard.nextDoctor],
  ] as const;
  const lines = ["", style.bold(t.onboard.next), ...rowLines(rows, style)];
  if (stored.storage === "env") lines.push(...marked(" ", t.onboard.nextExport, style));
  if (replacesKey(applied)) lines.push(...marked(" ", t.onboard.nextRestart, style));
  return lines;
}

/** The report for people. On a terminal most of it has been said on the way. */
export function reportLines(session: OnboardSession, decided: Decided, applied: Applied): string[] {
  const { context, lines } = session;
  const { t, style, locale } = context;
  const out = [...lines];
  if (applied.pending) out.push(t.plan.dryRun);
  if (decided.stored.storage === "config")
    out.push(...marked(style.yellow(symbols.warning), t.onboard.storageConfigWarning, style));
  for (const problem of session.problems) out.push(...problemLines(problem, t, locale, style));
  const failed = session.problems.some((problem) => severityOf(problem) === "error");
  if (!applied.pending && !failed) out.push(...nextLines(session, decided, applied));
  return out;
}
