import type { LogFinding } from "../../core/diagnosis/index.ts";
import { getString } from "../../core/json/index.ts";
import { within } from "../../core/paths/index.ts";
import { fail, type Problem, type Seen } from "../../core/problem/index.ts";
import { clean } from "../../core/text/index.ts";
import { type Facts, FactUnavailable } from "../../doctor/facts.ts";
import type { LogFindings } from "../../doctor/gateway-facts.ts";
import type { Context, Files } from "../../ports.ts";

const tailBytes = 1024 * 1024;
const day = 24 * 60 * 60 * 1000;
/** Maximum days of logs; the newest ones are read. */
const mostFiles = 3;

const expandHome = (path: string, home: string) => path.replace(/^~(?=[\\/]|$)/, home);

/** The logs in a folder, oldest first. */
async function logsIn(files: Files, folder: string): Promise<string[]> {
  const names = (await files.list(folder)).filter((name) => name.endsWith(".log"));
  const dated = names.map(async (name) => {
    const info = await files.stat(within(folder, name));
    return { file: within(folder, name), modified: info?.modified ?? 0 };
  });
  return (await Promise.all(dated)).sort((a, b) => a.modified - b.modified).map((one) => one.file);
}

/**
 * Folders of OpenClaw's log: `/tmp/openclaw` regardless of TMPDIR, otherwise `openclaw-<uid>` in the system's
 * temporary folder (2026.9.6, its code). The first belongs to the user's own home: with another HOME, as tests and
 * temporary homes have it, it is about another config.
 */
function usualFolders({ machine, home, platform }: Context): string[] {
  const { tmp } = machine;
  const shared = platform === "win32" ? within(tmp, "openclaw") : "/tmp/openclaw";
  const folders = [...new Set([shared, within(tmp, "openclaw"), within(tmp, `openclaw-${machine.uid}`)])];
  return folders.filter((folder) => folder !== shared || machine.ownHome === home);
}

async function usualLogs(context: Context, files: Files, facts: Facts): Promise<string[]> {
  if (context.demo) return [];
  const config = await facts.find("config");
  const configured = getString(config?.value, ["logging", "file"]);
  if (configured !== undefined) return [expandHome(configured, context.home)];
  for (const folder of usualFolders(context)) {
    const logs = await logsIn(files, folder);
    if (logs.length > 0) return logs;
  }
  return [];
}

async function namedLogs(context: Context, files: Files, named: string): Promise<string[]> {
  const path = expandHome(named, context.home);
  const info = await files.stat(path);
  const logs = info?.directory ? await logsIn(files, path.replace(/[\\/]+$/, "")) : info ? [path] : [];
  if (logs.length === 0)
    throw fail("usage", {
      variant: "text",
      text: context.t.doctor.noSuchLog(named),
      line: "openclaw-aisa doctor",
    });
  return logs;
}

function problemOf({ problem, last, count, cured }: LogFinding, file: string, now: number): Problem {
  const isOld = last !== undefined && now - last > day;
  const seen: Seen = {
    ...(last === undefined ? {} : { last: new Date(last).toISOString() }),
    count,
    state: cured ? "cured" : isOld ? "old" : "fresh",
  };
  // What a log tells is past: never worse than a warning.
  return { ...problem, severity: seen.state === "fresh" ? "warning" : "info", seen, at: { file } };
}

/**
 * Explains the failures of this provider in OpenClaw's newest logs, each cause once, the newest first. `named`: a
 * file or a folder instead of the usual places. Throws FactUnavailable without a log, Failure `usage` when there is none at
 * the named path.
 */
export async function readLog(
  context: Context,
  facts: Facts,
  named: string | undefined,
): Promise<LogFindings> {
  const files = await context.files();
  const logs =
    named === undefined ? await usualLogs(context, files, facts) : await namedLogs(context, files, named);
  const newest = logs.slice(-mostFiles);
  const texts = await Promise.all(
    newest.map((file) => files.read(file, { maxBytes: tailBytes, tail: true })),
  );
  const file = newest.at(-1);
  if (file === undefined || texts.every((text) => text === undefined)) throw new FactUnavailable("no-log");
  const lines = texts.flatMap((text) => (text ?? "").split("\n").map((line) => clean(line)));
  const { findInLog } = await import("../../core/diagnosis/index.ts");
  const found = findInLog(lines).map((one) => problemOf(one, file, context.now().getTime()));
  return { file, problems: found };
}

/** Throws Failure `usage` where there is no log at a named path: a mistake in the command line, not a finding. */
export async function checkNamedLog(context: Context, named: string): Promise<void> {
  await namedLogs(context, await context.files(), named);
}
