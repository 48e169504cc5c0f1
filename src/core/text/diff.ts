import { commonPairs } from "./common-pairs.ts";

/** A line of a diff. `gap` replaces equal lines that are left out. */
export interface DiffLine {
  readonly kind: "same" | "add" | "remove" | "gap";
  readonly text: string;
  /** Line numbers from 1, where the line exists. */
  readonly oldLine?: number;
  readonly newLine?: number;
}

const context = 2;
// Beyond this many changed lines the middle is shown as one block: a finer diff is unreadable.
const largestTable = 4_000_000;

const linesOf = (text: string) =>
  text === "" ? [] : text.replace(/(?:\r\n|[\n\r])$/, "").split(/\r\n|[\n\r]/);

/** Pairs of equal lines, in order; none where there are too many to compare. */
function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  if (before.length * after.length > largestTable) return [];
  return commonPairs(before, after, (left, right) => left === right);
}

function allLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const middle = commonLines(before.slice(head, oldEnd), after.slice(head, newEnd));
  const anchors = [...middle.map(([i, j]) => [i + head, j + head] as const), [oldEnd, newEnd] as const];
  const lines: DiffLine[] = [];
  const same = (i: number, j: number) =>
    lines.push({ kind: "same", text: before[i] ?? "", oldLine: i + 1, newLine: j + 1 });
  for (let i = 0; i < head; i += 1) same(i, i);
  let [i, j] = [head, head];
  for (const [nextOld, nextNew] of anchors) {
    for (; i < nextOld; i += 1) lines.push({ kind: "remove", text: before[i] ?? "", oldLine: i + 1 });
    for (; j < nextNew; j += 1) lines.push({ kind: "add", text: after[j] ?? "", newLine: j + 1 });
    if (nextOld < oldEnd) same(i++, j++);
  }
  for (; i < before.length; i += 1, j += 1) same(i, j);
  return lines;
}

/** The lines that differ between two texts, with two equal lines around them and gaps between. */
export function diffLines(before: string, after: string): DiffLine[] {
  const lines = allLines(linesOf(before), linesOf(after));
  const near = new Uint8Array(lines.length);
  lines.forEach((line, index) => {
    if (line.kind === "same") return;
    for (let k = Math.max(0, index - context); k <= Math.min(lines.length - 1, index + context); k += 1)
      near[k] = 1;
  });
  const out: DiffLine[] = [];
  lines.forEach((line, index) => {
    if (near[index] === 1) out.push(line);
    else if (out.length > 0 && out.at(-1)?.kind !== "gap") out.push({ kind: "gap", text: "" });
  });
  if (out.at(-1)?.kind === "gap") out.pop();
  return out;
}
