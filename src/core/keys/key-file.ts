import { parseDotenv } from "../edit/index.ts";
import type { KeyFileFlaw } from "../problem/index.ts";
import { keyVariable } from "../provider/index.ts";
import { readKeyText } from "./key-text.ts";

/** The most that a file with a key may hold, in KiB. A key that is cut is another key, so a larger file is refused. */
export const largestKeyFile = 64;

/** The names of standard input. `-` is the usual one; the others cannot always be opened as files. */
export const standardInputs: readonly string[] = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/** A key read from a file, or why there is none in it. */
export type KeyFile =
  | { readonly key: string; readonly flaw?: undefined }
  | { readonly key?: undefined; readonly flaw: KeyFileFlaw };

/**
 * Reads the key of a file's text: alone in it, or the value of `AISA_API_KEY` in a `.env`. A byte order mark, line
 * ends, spaces and quotes around it go. Text that is not UTF-8 is seen by the characters that decoding leaves.
 */
export function readKeyFile(text: string): KeyFile {
  if (/[\0\uFFFD]/.test(text)) return { flaw: "encoding" };
  if (text.trim() === "") return { flaw: "empty" };
  const key = readKeyText(text) ?? readKeyText(parseDotenv(text).get(keyVariable) ?? "");
  if (key !== undefined) return { key };
  return { flaw: /[\r\n]/.test(text.trim()) ? "several-lines" : "not-a-key" };
}
