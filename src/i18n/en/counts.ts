import { grouped } from "../grouped.ts";

/**
 * Returns a count with its noun: `1 model`, `2 models`, `20,001 models`. In: the count, or its text where it is
 * shortened already, such as `1.2M`; `many` is for nouns that take no plain `s`.
 */
export function counted(value: number | string, one: string, many = `${one}s`): string {
  const text = typeof value === "string" ? value : grouped(value);
  return `${text} ${text === "1" ? one : many}`;
}
