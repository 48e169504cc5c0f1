import type { Change, FileChange } from "../core/change.ts";
import { formatPath } from "../core/change.ts";
import { type DiffLine, diffLines } from "../core/diff.ts";
import { maskKey, redact } from "../core/redact.ts";
import { get, isObject } from "../core/value.ts";
import type { Messages } from "../i18n/index.ts";
import type { FileState, Style } from "../ports.ts";
import { symbols } from "./problem.ts";
import { truncate } from "./text.ts";

/** Some changes to a file, and its value before them. */
export interface Stage {
  readonly changes: readonly Change[];
  readonly values: unknown;
}

/** What a preview needs of a changed file. */
export interface Changed {
  readonly change: FileChange;
  readonly before: FileState | undefined;
  readonly after: string;
  readonly mode: number | undefined;
  readonly stages: readonly Stage[];
}

/** Where and how a preview is shown. */
export interface PreviewContext {
  readonly t: Messages;
  readonly style: Style;
  readonly home: string;
}

/** `/home/ann/.openclaw/openclaw.json` -> `~/.openclaw/openclaw.json`. */
export function shortPath(path: string, home: string): string {
  return home !== "" && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}

const secretsOf = (changes: readonly Change[]) =>
  changes.flatMap((change) => {
    if (!change.secret) return [];
    const key = isObject(change.value) ? change.value["apiKey"] : change.value;
    return typeof key === "string" ? [key] : [];
  });

/** A value in a few words; a secret is masked. */
function describe(value: unknown, t: Messages, secret: boolean): string {
  if (typeof value === "string") return secret ? maskKey(value) : redact(value, []);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "string")) return value.join(", ");
    return t.plan.items(value.length);
  }
  if (!isObject(value)) return JSON.stringify(value);
  const key = value["apiKey"];
  if (Array.isArray(value["models"])) {
    const shown = typeof key === "string" ? (key.includes("$") ? key : maskKey(key)) : undefined;
    return t.plan.provider(value["models"].length, shown);
  }
  return typeof value["id"] === "string" ? value["id"] : t.plan.members(Object.keys(value).length);
}

/** The sign in front of a change, painted, and the rest of its line, plain. */
function changeLine(one: Change, old: unknown, { t, style }: PreviewContext): [string, string] {
  const path = formatPath(one.path);
  const value = describe(one.value, t, one.secret ?? false);
  if (one.op === "remove") return [style.red(symbols.remove), path];
  if (one.op === "append") return [style.green(symbols.add), `${path}  ${value}`];
  if (one.op === "rename") return [style.yellow(symbols.change), `${path} ${symbols.cure} ${value}`];
  if (old === undefined) return [style.green(symbols.add), `${path}  ${value}`];
  const before = describe(old, t, one.secret ?? false);
  return [style.yellow(symbols.change), `${path}  ${before} ${symbols.cure} ${value}`];
}

function stageLines({ changes, values }: Stage, context: PreviewContext): string[] {
  const { t, style } = context;
  return changes.map((one) => {
    if (one.op === "mode")
      return `  ${symbols.change} ${t.plan.mode(Number(one.value).toString(8).padStart(4, "0"))}`;
    const [sign, text] = changeLine(one, get(values, one.path), context);
    return `  ${sign} ${truncate(text, style.columns - 4, style)}`;
  });
}

/** The change in a few lines, file by file; keys masked. */
export function planLines(drafts: readonly Changed[], context: PreviewContext): string[] {
  return drafts.flatMap(({ change, before, stages }) => {
    const fresh = before === undefined ? `  ${context.style.dim(context.t.plan.newFile)}` : "";
    const head = `  ${context.style.bold(shortPath(change.file, context.home))}${fresh}`;
    return [head, ...stages.flatMap((stage) => stageLines(stage, context))];
  });
}

function paintDiff(line: DiffLine, secrets: readonly string[], style: Style): string {
  const text = redact(line.text, secrets);
  if (line.kind === "gap") return style.dim("  ⋮");
  if (line.kind === "add") return style.green(`+ ${text}`);
  return line.kind === "remove" ? style.red(`- ${text}`) : style.dim(`  ${text}`);
}

/** The difference between two texts of a file, line by line, in colour; the secrets masked. */
export function diffOfTexts(
  file: string,
  before: string,
  after: string,
  secrets: readonly string[],
  style: Style,
): string[] {
  return [style.bold(file), ...diffLines(before, after).map((line) => paintDiff(line, secrets, style))];
}

/** The whole difference, line by line, in colour; keys masked. */
export function diffOfDrafts(drafts: readonly Changed[], style: Style): string[] {
  return drafts.flatMap(({ change, before, after }) =>
    diffOfTexts(change.file, before?.text ?? "", after, secretsOf(change.changes), style),
  );
}

/** One change as data for `--json`, keys masked. */
export function changeToJson(one: Change): { op: string; path: string; value?: unknown } {
  const path = formatPath(one.path);
  if (one.op === "remove") return { op: one.op, path };
  const secrets = secretsOf([one]);
  const text = JSON.stringify(one.value) ?? "null";
  const safe = redact(text, secrets);
  return {
    op: one.op,
    path,
    value: one.secret && typeof one.value === "string" ? maskKey(one.value) : JSON.parse(safe),
  };
}
