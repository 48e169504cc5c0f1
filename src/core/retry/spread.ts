/** Returns a wait of one to two times `ms`, by chance. In: a number from 0 up to 1. */
export function spread(ms: number, random: () => number): number {
  return ms * (1 + random());
}
