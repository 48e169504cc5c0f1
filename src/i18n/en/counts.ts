/** Returns a whole number with commas between its thousands. */
export const number = (value: number): string => value.toLocaleString("en-US");

/** Returns a count with its noun: `1 model`, `2 models`, `20,001 models`. `many` is for nouns that take no plain `s`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
