/**
 * Returns a longest common subsequence of two lists: pairs of indexes of equal elements, in order. Time and memory
 * grow with the product of the lengths: the caller limits them.
 */
export function commonPairs<T>(
  before: readonly T[],
  after: readonly T[],
  same: (left: T, right: T) => boolean,
): [number, number][] {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  const isSame = (i: number, j: number) => same(before[i] as T, after[j] as T);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (isSame(i, j)) found.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return found;
}
