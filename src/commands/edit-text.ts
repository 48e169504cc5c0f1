import { type Edit, type FileChange, isEdit } from "../core/change/index.ts";
import { edit, editDotenv, fixSyntax, parseDocument, parseDotenv } from "../core/edit/index.ts";
import { emptyConfig } from "./look.ts";

/** The text and the value before one stage, and the text after it. A file whose mode alone changes is not parsed. */
export function editText(written: string | undefined, { file, format, changes }: FileChange) {
  const isBroken = changes.some((one) => one.op === "syntax");
  const text = isBroken ? fixSyntax(written ?? "")?.text : written;
  const edits = changes.filter(isEdit);
  if (edits.length === 0) return { values: undefined, after: text ?? "" };
  if (format === "text") return { values: undefined, after: wholeText(edits) };
  if (format === "dotenv")
    return { values: Object.fromEntries(parseDotenv(text ?? "")), after: editDotenv(text ?? "", edits) };
  const document = parseDocument(text ?? emptyConfig, file);
  return { values: document.value, after: edit(document, edits) };
}

/** The text that the last edit of a whole file gives it; undefined where that deletes it. */
function wholeText(edits: readonly Edit[]): string | undefined {
  const last = edits.at(-1);
  return last?.op === "set" && typeof last.value === "string" ? last.value : undefined;
}
