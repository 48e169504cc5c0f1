/** Columns of a terminal that does not report them. */
export const usualColumns = 80;
/** Rows of a terminal that does not report them. */
export const usualRows = 24;

/**
 * Returns the first size that a terminal can have, else the usual one. A terminal that was never sized reports 0, and
 * what is no terminal reports nothing.
 */
export function usableSize(sizes: readonly (number | undefined)[], usual: number): number {
  return sizes.find((size) => size !== undefined && Number.isFinite(size) && size >= 1) ?? usual;
}
