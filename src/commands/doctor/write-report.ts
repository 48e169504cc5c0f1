import { configLimits } from "../../core/edit/index.ts";
import { dotenvIn } from "../../core/openclaw/index.ts";
import { fail } from "../../core/problem/index.ts";
import { secretValues } from "../../core/text/index.ts";
import type { Context } from "../../ports.ts";
import type { Findings } from "../../render/doctor.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { supportReport } from "../../render/support-report.ts";
import { marked } from "../../render/text.ts";
import type { Examined } from "./examine.ts";

const usualName = (number: number) => `openclaw-aisa-report${number === 1 ? "" : `-${number}`}.md`;
const mostReports = 1000;

/** What came of a report: where it was written, or its lines for standard output. */
export interface WrittenReport {
  readonly file?: string;
  /** What is shown besides doctor's own lines. */
  readonly lines?: readonly string[];
  /** What is shown in their place. */
  readonly instead?: readonly string[];
}

/** Every secret of the config and of the `.env` next to it is hidden from now on, whichever service it is for. */
async function keepSecrets(context: Context, { facts }: Examined): Promise<void> {
  const { stateDir, configPath } = await facts.get("located");
  const files = await context.files();
  const texts = await Promise.all(
    [configPath, dotenvIn(stateDir), ".env"].map((file) =>
      files.read(file, { maxBytes: configLimits.bytes }),
    ),
  );
  for (const text of texts) for (const value of secretValues(text ?? "")) context.keepSecret(value);
}

async function create(context: Context, named: string | true, text: string): Promise<string> {
  const files = await context.files();
  if (named !== true) {
    if (await files.create(named, text)) return named;
    throw fail("usage", {
      variant: "text",
      text: context.t.doctor.reportExists(named),
      line: "openclaw-aisa doctor",
    });
  }
  // Nothing is overwritten: a name that is taken gets a number.
  for (let number = 1; number <= mostReports; number += 1)
    if (await files.create(usualName(number), text)) return usualName(number);
  throw fail("config-unwritable", { file: usualName(1) });
}

/**
 * Writes doctor's findings as Markdown, everything private hidden: to a new file, or for `-` to standard output.
 * Throws Failure `usage` where the named file exists, `config-unwritable` where it cannot be written.
 */
export async function writeReport(
  context: Context,
  findings: Examined & Findings,
  surroundings: readonly (readonly [string, string])[],
  to: string | true,
): Promise<WrittenReport> {
  await keepSecrets(context, findings);
  const { t, style } = context;
  const text = supportReport(findings, surroundings, context);
  if (to === "-") return { instead: text.trimEnd().split("\n") };
  const file = await create(context, to, text);
  const said = t.doctor.reportWritten(shortPath(file, context.home));
  return { file, lines: ["", ...marked(style.green(symbols.ok), said, style)] };
}
