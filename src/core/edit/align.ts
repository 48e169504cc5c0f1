import { commonPairs } from "../text/index.ts";

/** Whether two values are the same. */
export type Compare = (left: unknown, right: unknown) => boolean;

/** How the elements of an old list become those of a new one. */
export interface Alignment {
  /** Elements that stay in their place with another value: old index, old value, new value. */
  readonly pairs: readonly (readonly [number, unknown, unknown])[];
  /** Old indexes that go. */
  readonly removed: readonly number[];
  /** New values before an old index; the length of the old list means the end. */
  readonly added: ReadonlyMap<number, readonly unknown[]>;
}

// A table of this many cells takes a few milliseconds; in larger lists only the very same objects and scalars are found.
const largestTable = 250_000;

/** Returns the longest run of pairs in which both indexes increase. */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const previous = pairs.map(([old], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < old) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return low === 0 ? -1 : (ends[low - 1] ?? -1);
  });
  const found: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1)
    found.push(pairs[index] as [number, number]);
  return found.reverse();
}

/** Pairs of the very same elements, in order: of equal scalars the first with the first, and so on. */
function identical(before: readonly unknown[], after: readonly unknown[]): [number, number][] {
  const places = new Map<unknown, number[]>();
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const known = places.get(before[index]);
    if (known) known.push(index);
    else places.set(before[index], [index]);
  }
  const pairs: [number, number][] = [];
  after.forEach((value, index) => {
    const old = places.get(value)?.pop();
    if (old !== undefined) pairs.push([old, index]);
  });
  return rising(pairs);
}

/** Pairs of equal elements, in order, as many as can be found. */
function anchors(before: readonly unknown[], after: readonly unknown[], same: Compare): [number, number][] {
  // A single element in each is a pair anyway.
  if (before.length < 2 && after.length < 2) return [];
  if (before.length * after.length > largestTable) return identical(before, after);
  return commonPairs(before, after, same);
}

/** How many elements are the same at the start and, of the others, at the end. */
function sameEnds(before: readonly unknown[], after: readonly unknown[], same: Compare) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && same(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  return { head, tail };
}

/**
 * Finds which elements are kept, changed, removed and added, so that as little text as possible changes: equal
 * elements are kept, between them old and new ones are paired in order, and only the remainder is removed or added.
 */
export function align(before: readonly unknown[], after: readonly unknown[], same: Compare): Alignment {
  // Usually one element differs and the rest are identical objects: the content of that one need not be compared yet.
  let ends = sameEnds(before, after, Object.is);
  if (before.length !== after.length || before.length - ends.head - ends.tail !== 1)
    ends = sameEnds(before, after, same);
  const { head, tail } = ends;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const middle = anchors(before.slice(head, oldEnd), after.slice(head, newEnd), same).map(
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
