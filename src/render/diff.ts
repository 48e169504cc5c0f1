import { chop, type DiffLine, diffLines, redact } from "../core/text/index.ts";
import type { Style } from "../ports.ts";
import { type Changed, octal, type PreviewContext, secretsOf, shortPath } from "./plan.ts";

/** Characters that stay around what differs within a long line. */
const around = 24;

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** What both lines begin and end with, left out of two long ones but for a few characters around what differs. */
function shorten(a: string, b: string): [string, string] {
  const [before, after] = [[...a], [...b]];
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse());
  const cut = (text: readonly string[]) => {
    const tail = text.length - end;
    const head =
      start > around ? `…${text.slice(start - around, tail).join("")}` : text.slice(0, tail).join("");
    return head + (end > around ? `${text.slice(tail, tail + around).join("")}…` : text.slice(tail).join(""));
  };
  return [cut(before), cut(after)];
}

/** Shortens lines that are too long for the terminal where each replaces another, as in a config of one line. */
function shortenPairs(lines: readonly DiffLine[], width: number): DiffLine[] {
  const out = [...lines];
  for (let index = 0; index < out.length; index += 1) {
    const removed: number[] = [];
    const added: number[] = [];
    while (out[index]?.kind === "remove") removed.push(index++);
    while (out[index]?.kind === "add") added.push(index++);
    for (const [place, at] of removed.entries()) {
      const to = added[place];
      const [old, fresh] = [out[at], to === undefined ? undefined : out[to]];
      if (to === undefined || !old || !fresh || Math.min(old.text.length, fresh.text.length) <= width)
        continue;
      const [before, after] = shorten(old.text, fresh.text);
      out[at] = { ...old, text: before };
      out[to] = { ...fresh, text: after };
    }
  }
  return out;
}

/** A line of a difference behind its sign, broken to the terminal's width. */
function paintDiff(line: DiffLine, style: Style): string[] {
  if (line.kind === "gap") return [style.dim("  ⋮")];
  const [first = "", ...rest] = chop(line.text, style.columns - 2, style.measure);
  const sign = { add: "+", remove: "-", same: " " }[line.kind];
  const paint = { add: style.green, remove: style.red, same: style.dim }[line.kind];
  return [`${sign} ${first}`, ...rest.map((part) => `  ${part}`)].map(paint);
}

/** The difference between two texts of a file, line by line, in colour; the secrets masked. */
export function diffOfTexts(
  file: string,
  before: string,
  after: string,
  secrets: readonly string[],
  style: Style,
): string[] {
  const safe = diffLines(before, after).map((line) => ({ ...line, text: redact(line.text, secrets) }));
  return [
    style.bold(file),
    ...shortenPairs(safe, style.columns - 2).flatMap((line) => paintDiff(line, style)),
  ];
}

/** A file of which a unified diff tells. Without `before` it is new, without `after` it is deleted. */
export interface DiffedFile {
  readonly file: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly secrets?: readonly string[];
  /** Permission bits, where they change. */
  readonly mode?: { readonly before: number; readonly after: number };
}

const signs = { add: "+", remove: "-", same: " " } as const;

/** A run of lines under its head: where it starts and how many lines it has, in the old file and in the new one. */
function hunk(lines: readonly DiffLine[]): string[] {
  const range = (line: "oldLine" | "newLine") => {
    const own = lines.flatMap((one) => one[line] ?? []);
    return `${own[0] ?? 0},${own.length}`;
  };
  const body = lines.flatMap(({ kind, text }) => (kind === "gap" ? [] : [signs[kind] + text]));
  return body.length === 0 ? [] : [`@@ -${range("oldLine")} +${range("newLine")} @@`, ...body];
}

function unifiedFile({ file, before, after, secrets = [], mode }: DiffedFile): string[] {
  const hunks: DiffLine[][] = [[]];
  for (const line of diffLines(before ?? "", after ?? ""))
    if (line.kind === "gap") hunks.push([]);
    else hunks.at(-1)?.push({ ...line, text: redact(line.text, secrets) });
  const body = hunks.flatMap(hunk);
  if (body.length === 0 && mode === undefined) return [];
  return [
    `--- ${before === undefined ? "/dev/null" : file}`,
    `+++ ${after === undefined ? "/dev/null" : file}`,
    ...(mode ? [`old mode ${octal(mode.before)}`, `new mode ${octal(mode.after)}`] : []),
    ...body,
  ];
}

/** The difference between files as a unified diff for programs: whole lines, absolute paths, keys masked. */
export function unifiedDiff(files: readonly DiffedFile[]): string {
  return files.flatMap(unifiedFile).join("\n");
}

/** The whole difference, line by line, in colour; keys masked. */
export function diffOfDrafts(
  drafts: readonly Changed[],
  { style, home }: Pick<PreviewContext, "style" | "home">,
): string[] {
  return drafts.flatMap(({ change, before, after }) =>
    diffOfTexts(
      shortPath(change.file, home),
      before?.text ?? "",
      after ?? "",
      secretsOf(change.changes),
      style,
    ),
  );
}
