import { severityOf } from "../core/problem.ts";
import { hidePersonal } from "../core/redact-personal.ts";
import type { Locale, Messages } from "../i18n/index.ts";
import type { Findings } from "./doctor.ts";
import { formatLocation } from "./problem.ts";

/** The machine in a report, as far as a support person needs it. */
export interface ReportContext {
  readonly t: Messages;
  readonly locale: Locale;
  readonly home: string;
  readonly platform: string;
  readonly nodeVersion: string;
  readonly version: string;
}

/** Hides keys, the home folder, the user's name and IP addresses. */
function hide(text: string, home: string): string {
  const user = home.split(/[\\/]/).at(-1) ?? "";
  const safe = hidePersonal(text.replaceAll(home, "~"), []);
  if (user.length < 3) return safe;
  const word = user.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return safe.replace(new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "g"), "<user>");
}

/** Doctor's findings as Markdown for a support ticket, everything private hidden. */
export function supportReport({ results, problems }: Findings, context: ReportContext): string[] {
  const { t, home } = context;
  const found = problems.flatMap((problem) => {
    const words = t.problems[problem.code](problem);
    const place = [formatLocation(problem), problem.params.path].filter(Boolean).join(" ");
    const lines = [place, words.detail, ...(problem.evidence ?? []), words.remedy];
    return [
      `### ${problem.code} (${severityOf(problem)})`,
      "",
      words.title,
      "",
      ...lines.filter((line) => line).map((line) => `- ${line}`),
      "",
    ];
  });
  const checks = results.map((one) => `| ${one.id} | ${one.status} | ${one.ms} | ${one.cause ?? ""} |`);
  return [
    "# openclaw-aisa doctor",
    "",
    `openclaw-aisa ${context.version} · Node ${context.nodeVersion} · ${context.platform}`,
    "",
    ...found,
    "| check | status | ms | |",
    "|---|---|---|---|",
    ...checks,
  ].map((line) => hide(line, home));
}
