import { parseDotenv } from "../edit/index.ts";
import type { KeyFileFlaw } from "../problem/index.ts";
import { keyVariable } from "../provider/index.ts";
import { type KeyText, readKey } from "./key-text.ts";

/** Maximum size of a file with a key, in KiB. A truncated key is a different key, so a larger file is rejected. */
export const largestKeyFile = 64;

/** The names of standard input. `-` is the usual one; the others cannot always be opened as files. */
export const standardInputs: readonly string[] = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/** A key read from a file, or why there is none in it. */
export type KeyFile =
  | (KeyText & { readonly flaw?: undefined })
  | { readonly key?: undefined; readonly flaw: KeyFileFlaw };

/**
 * Reads the key from a file's text: the text itself, or the value of `AISA_API_KEY` in a `.env`. Removes a byte order
 * mark, line ends, spaces and quotes around it. Detects text that is not UTF-8 by the replacement characters of
 * decoding.
 */
export function readKeyFile(text: string): KeyFile {
  if (/[\0\uFFFD]/.test(text)) return { flaw: "encoding" };
  if (text.trim() === "") return { flaw: "empty" };
  const alone = readKey(text);
  // A line of a .env is what belongs into such a file: nothing needs to be said of it.
  const isLine = alone === undefined || alone.removed.includes("assignment");
  const line = isLine ? readKey(parseDotenv(text).get(keyVariable) ?? "") : undefined;
  const found = line ?? alone;
  if (found !== undefined) return found;
  return { flaw: /[\r\n]/.test(text.trim()) ? "several-lines" : "not-a-key" };
}
