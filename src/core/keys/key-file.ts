import { parseDotenv } from "../edit/index.ts";
import { keyVariable } from "../provider/index.ts";
import { readKeyText } from "./key-text.ts";

/** The key in the text of a file: alone in it, or the value of `AISA_API_KEY` in a `.env`; undefined without one. */
export function readKeyFile(text: string): string | undefined {
  return readKeyText(text) ?? readKeyText(parseDotenv(text).get(keyVariable) ?? "");
}
