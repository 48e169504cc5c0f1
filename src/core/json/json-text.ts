import { isObject } from "./value.ts";

/** Whether a text is a JSON object. */
export function isJsonObject(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false; // no JSON at all
  }
}
