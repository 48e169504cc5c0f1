import { diagnoseText } from "../../core/diagnose.ts";
import { fail, type Problem } from "../../core/problem.ts";
import { type LogFindings, Unmet } from "../../doctor/facts.ts";
import type { Context, Files } from "../../ports.ts";

const tailBytes = 256 * 1024;
const newestLines = 200;
const failing = /isError=true|failover|status=[45]\d\d|rawError|errorPreview|"error"/i;

/** The newest log: `<tmp>/openclaw/openclaw-<date>.log`. The date stands in the name, so names sort by age. */
async function newestLog(context: Context, files: Files): Promise<string | undefined> {
  const folder = `${context.env["TMPDIR"]?.replace(/\/+$/, "") || "/tmp"}/openclaw`;
  const names = (await files.list(folder)).filter((name) => /^openclaw-.*\.log$/.test(name)).sort();
  const newest = names.at(-1);
  return newest === undefined ? undefined : `${folder}/${newest}`;
}

/**
 * Explains the newest failures of this provider in OpenClaw's log, each cause once.
 * Throws Unmet without a log, Failure `usage` when the named one cannot be read.
 */
export async function readLog(context: Context, named: string | undefined): Promise<LogFindings> {
  const files = await context.files();
  const file = named ?? (await newestLog(context, files));
  const text = file === undefined ? undefined : await files.read(file, { maxBytes: tailBytes, tail: true });
  if (named !== undefined && text === undefined)
    throw fail("usage", { detail: context.t.doctor.noSuchLog(named), source: "openclaw-aisa doctor" });
  if (file === undefined || text === undefined) throw new Unmet("no-log");
  const lines = text.split("\n").filter((line) => /\baisa\b/.test(line) && failing.test(line));
  const found = new Map<string, Problem>();
  for (const line of lines.slice(-newestLines).reverse()) {
    const { problem, confidence } = diagnoseText(line);
    if (confidence > 0 && !found.has(problem.code)) found.set(problem.code, problem);
  }
  return { file, problems: [...found.values()] };
}
