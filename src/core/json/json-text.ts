import { isObject } from "./value.ts";

/** Whether a text is a JSON object. */
export function isJsonObject(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false; // no JSON at all
  }
}

const longest = 65_536;

/** A value as JSON of at most 65,536 characters, for showing; empty for one that has no JSON or nests too deep for it. */
export function shortJson(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? "").slice(0, longest);
  } catch {
    return ""; // parsing takes any depth, writing does not
  }
}
