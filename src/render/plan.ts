import { type Change, type Edit, type FileChange, isEdit } from "../core/change/index.ts";
import { formatPath, get, isObject } from "../core/json/index.ts";
import { chop, maskUnlessReference, redact } from "../core/text/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { ChangeJson, FileState, Style } from "../ports.ts";
import { symbols } from "./problem.ts";
import { padEnd, wrap } from "./text.ts";

/** Some changes to a file, and its value before them. */
export interface Stage {
  readonly changes: readonly Change[];
  readonly values: unknown;
}

/** What a preview needs of a changed file. */
export interface Changed {
  readonly change: FileChange;
  readonly before: FileState | undefined;
  readonly after: string | undefined;
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

/** Permission bits as people write them, such as `0600`. */
export const octal = (mode: number) => mode.toString(8).padStart(4, "0");

/** The keys that changes write: masked wherever the changes are shown. */
export const secretsOf = (changes: readonly Change[]) =>
  changes.flatMap((change) => {
    if (!isEdit(change) || !("value" in change) || !change.secret) return [];
    const key = isObject(change.value) ? change.value["apiKey"] : change.value;
    return typeof key === "string" && maskUnlessReference(key) !== key ? [key] : [];
  });

/** A value in a few words; a secret is masked. */
function describe(value: unknown, t: Messages, secret: boolean): string {
  if (typeof value === "string") return secret ? maskUnlessReference(value) : redact(value, []);
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === "string")) return value.join(", ");
    return t.plan.items(value.length);
  }
  if (!isObject(value)) return JSON.stringify(value);
  const key = value["apiKey"];
  if (Array.isArray(value["models"])) {
    const shown = typeof key === "string" ? maskUnlessReference(key) : undefined;
    return t.plan.provider(value["models"].length, shown);
  }
  if (typeof value["id"] === "string") return value["id"];
  const members = Object.keys(value).length;
  return members === 0 ? "{}" : t.plan.members(members);
}

/** The name of a removed model: the index of a list entry says little. */
function named(old: unknown): string {
  const id = isObject(old) ? old["id"] : old;
  return typeof id === "string" && (isObject(old) || id.startsWith("aisa/")) ? redact(id, []) : "";
}

/** One line of a preview: its sign, painted, the path, and what becomes of it. */
interface PreviewLine {
  readonly sign: string;
  readonly path: string;
  readonly text: string;
}

function changeLine(one: Change, old: unknown, { t, style }: PreviewContext): PreviewLine {
  const path = formatPath(one.path);
  if (one.op === "mode") return { sign: symbols.change, path: t.plan.mode(octal(one.value)), text: "" };
  if (one.op === "syntax") {
    const text = one.value.map(({ fault, line }) => t.plan.corrected(fault, line)).join(", ");
    return { sign: style.yellow(symbols.change), path: t.plan.typingErrors(one.value.length), text };
  }
  if (one.op === "remove") return { sign: style.red(symbols.remove), path, text: named(old) };
  const value = describe(one.value, t, one.secret ?? false);
  if (one.op === "append") return { sign: style.green(symbols.add), path, text: value };
  if (one.op === "rename")
    return { sign: style.yellow(symbols.change), path, text: `${symbols.cure} ${value}` };
  if (old === undefined) return { sign: style.green(symbols.add), path, text: value };
  const before = describe(old, t, one.secret ?? false);
  return { sign: style.yellow(symbols.change), path, text: `${before} ${symbols.cure} ${value}` };
}

/** The reference that a change lets through the allowlist, and the path of the list; undefined for other changes. */
function allowed(one: Change, values: unknown): { list: string; reference: string } | undefined {
  const [agents, defaults, list, name] = one.path;
  if (agents !== "agents" || defaults !== "defaults") return undefined;
  if (one.op === "append" && list === "modelPolicy" && typeof one.value === "string")
    return { list: formatPath(one.path), reference: one.value };
  if (one.op !== "set") return undefined;
  const empty = isObject(one.value) && Object.keys(one.value).length === 0;
  const fresh = list === "models" && one.path.length === 4 && get(values, one.path) === undefined;
  return empty && fresh ? { list: formatPath(one.path.slice(0, 3)), reference: String(name) } : undefined;
}

/** The lines of one stage; what is appended to one list, or let through the allowlist, makes one line together. */
function stageLines({ changes, values }: Stage, context: PreviewContext): PreviewLine[] {
  const lines: PreviewLine[] = [];
  const lists = new Map<string, string[]>();
  for (const one of changes) {
    const pass = allowed(one, values);
    const line = changeLine(one, get(values, one.path), context);
    const last = lines.at(-1);
    if (pass) lists.set(pass.list, [...(lists.get(pass.list) ?? []), pass.reference]);
    else if (one.op === "append" && last?.path === line.path)
      lines[lines.length - 1] = { ...line, text: `${last.text}, ${line.text}` };
    else lines.push(line);
  }
  for (const [path, references] of lists) {
    const text = context.t.plan.allows(references);
    lines.push({ sign: context.style.green(symbols.add), path, text });
  }
  return lines;
}

/** A path longer than this does not widen the column of paths. */
const widestPath = 36;

/** A line and, where it does not fit, its rest below: a long path is broken between its parts. */
function layLine({ sign, path, text }: PreviewLine, width: number, style: Style): string[] {
  const line = `${padEnd(path, width, style)}  ${text}`.trimEnd();
  if (style.measure(line) + 4 <= style.columns) return [`  ${sign} ${line}`];
  const room = style.columns - 6;
  const [first = "", ...paths] = chopPath(path, room);
  const below = [...paths, ...wrap(text, room, style).flatMap((part) => chop(part, room, style.measure))];
  return [`  ${sign} ${first}`, ...below.filter(Boolean).map((part) => `      ${part}`)];
}

/** Breaks a path before a dot or bracket; paths are ASCII but for what a user has named. */
function chopPath(path: string, width: number): string[] {
  const lines = [""];
  for (const part of path.match(/(?:^|[.[])[^.[]*/g) ?? []) {
    const last = lines.length - 1;
    if (lines[last] !== "" && (lines[last] ?? "").length + part.length > width) lines.push(part);
    else lines[last] += part;
  }
  return lines;
}

/** The sign of a file that is written or deleted whole. */
function wholeSign({ change, before, after }: Changed, style: Style): string {
  if (change.format !== "text") return "";
  if (after === undefined) return `${style.red(symbols.remove)} `;
  return `${before === undefined ? style.green(symbols.add) : style.yellow(symbols.change)} `;
}

/** Maximum lines of one file in a preview; the whole diff is available on request. */
export const mostPreviewLines = 200;

/** Returns the change in a few lines, file by file; keys masked. Of a file with very many, the first and a count. */
export function planLines(drafts: readonly Changed[], context: PreviewContext): string[] {
  const { style } = context;
  return drafts.flatMap((draft) => {
    const fresh = draft.before === undefined ? `  ${style.dim(context.t.plan.newFile)}` : "";
    const stages = draft.change.format === "text" ? [] : draft.stages;
    const all = stages.flatMap((stage) => stageLines(stage, context));
    const lines = all.slice(0, mostPreviewLines);
    const left = all.length - lines.length;
    const more = left > 0 ? [`  ${style.dim(context.t.plan.more(left))}`] : [];
    const widths = lines.map(({ path }) => style.measure(path)).filter((width) => width <= widestPath);
    const width = Math.max(0, ...widths);
    const head = `  ${wholeSign(draft, style)}${style.bold(shortPath(draft.change.file, context.home))}${fresh}`;
    return [head, ...lines.flatMap((line) => layLine(line, width, style)), ...more];
  });
}

/** A value as data for `--json`, keys masked. `name`: the member that holds it, by which a key is told. */
function safeValue(value: unknown, one: Edit): unknown {
  if (one.secret && typeof value === "string") return maskUnlessReference(value);
  const name = String(one.path.at(-1) ?? "");
  const text = redact(JSON.stringify({ [name]: value ?? null }), secretsOf([one]));
  return get(JSON.parse(text), [name]);
}

/** One change as data for `--json`, keys masked. In: the file before, and its value before the change. */
function changeToJson(one: Change, { change: { file }, before: old }: Changed, values: unknown): ChangeJson {
  const path = formatPath(one.path);
  const { op } = one;
  if (op === "mode") {
    const from = old === undefined ? {} : { before: octal(old.mode) };
    return { file, op, path, ...from, after: octal(one.value) };
  }
  if (op === "syntax") return { file, op, path, after: one.value };
  if (op === "rename") return { file, op, path, before: one.path.at(-1), after: one.value };
  const before = op === "append" ? undefined : get(values, one.path);
  return {
    file,
    op,
    path,
    ...(before === undefined ? {} : { before: safeValue(before, one) }),
    ...(op === "remove" ? {} : { after: safeValue(one.value, one) }),
  };
}

/** What becomes of a whole file, as data for `--json`. */
export function fileToJson(file: string, before: unknown, after: unknown): ChangeJson {
  const op = before === undefined ? "create" : after === undefined ? "delete" : "replace";
  return { file, op, path: "" };
}

/** Every change to the files as data for `--json`, in order, keys masked. */
export function changesToJson(drafts: readonly Changed[]): ChangeJson[] {
  return drafts.flatMap((draft) => {
    const { change, before, after, stages } = draft;
    if (change.format === "text") return [fileToJson(change.file, before, after)];
    return stages.flatMap(({ changes, values }) => changes.map((one) => changeToJson(one, draft, values)));
  });
}
