import { sameValue } from "./apply-value.ts";

/** How the elements of an old list become those of a new one. */
export interface Alignment {
  /** Elements that stay in their place with another value: old index, old value, new value. */
  readonly pairs: readonly (readonly [number, unknown, unknown])[];
  /** Old indexes that go. */
  readonly removed: readonly number[];
  /** New values in front of an old index; the length of the old list stands for the end. */
  readonly added: ReadonlyMap<number, readonly unknown[]>;
}

// A table of this many cells takes a few milliseconds; larger lists are paired in order.
const largestTable = 250_000;

/** Longest common subsequence of two lists: pairs of equal elements, in order. */
function anchors(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  const width = after.length + 1;
  if (before.length * after.length > largestTable) return [];
  const table = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * width + j] = sameValue(before[i], after[j])
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (sameValue(before[i], after[j])) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}

/**
 * Finds which elements stay, change, go and come, so that as little as possible is touched: equal elements stay,
 * between them old and new ones are paired in order, and only what is left over goes or comes.
 */
export function align(before: readonly unknown[], after: readonly unknown[]): Alignment {
  let head = 0;
  while (head < Math.min(before.length, after.length) && sameValue(before[head], after[head])) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && sameValue(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const middle = anchors(before.slice(head, oldEnd), after.slice(head, newEnd)).map(
    ([i, j]) => [i + head, j + head] as const,
  );
  const pairs: (readonly [number, unknown, unknown])[] = [];
  const removed: number[] = [];
  const added = new Map<number, unknown[]>();
  let [i, j] = [head, head];
  for (const [nextOld, nextNew] of [...middle, [oldEnd, newEnd] as const]) {
    for (; i < nextOld && j < nextNew; i += 1, j += 1) pairs.push([i, before[i], after[j]]);
    for (; i < nextOld; i += 1) removed.push(i);
    if (j < nextNew) added.set(nextOld, after.slice(j, nextNew));
    [i, j] = [nextOld + 1, nextNew + 1];
  }
  return { pairs, removed, added };
}
