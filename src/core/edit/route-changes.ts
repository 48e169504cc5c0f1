import type { Change, FileChange } from "../change/index.ts";
import { type DocumentPath, formatPath, get, isObject } from "../json/index.ts";
import { fail } from "../problem/index.ts";
import { type Document, parseDocument } from "./document.ts";
import { folderOf, key, resolveInclude } from "./includes.ts";

/** Text of an included file, undefined when it does not exist. */
export type ReadText = (file: string) => string | undefined;

interface Owner {
  readonly file: string;
  readonly path: DocumentPath;
}

/** Follows a path down to the file that owns it. Throws Failure `config-include` where that is not one plain file. */
function ownerOf(document: Document, file: string, path: DocumentPath, read: ReadText): Owner {
  for (let depth = 0; depth <= path.length; depth += 1) {
    const at = get(document.value, path.slice(0, depth));
    if (!isObject(at) || !Object.hasOwn(at, key)) continue;
    const next = path[depth];
    // A member that is beside the include is the root file's own: it wins over the included one.
    if (next !== undefined && Object.hasOwn(at, next)) continue;
    const target = at[key];
    const where = formatPath(path.slice(0, depth));
    const refuse = (named: string) =>
      fail("config-include", { path: where || "$include", file: named, variant: "not-editable" });
    if (typeof target !== "string" || depth === 0) throw refuse([target].flat().join(", "));
    const included = resolveInclude(file, target);
    if (!included.startsWith(`${folderOf(file)}/`)) throw refuse(included);
    const text = read(included);
    if (text === undefined) throw refuse(included);
    const inner = parseDocument(text, included);
    if (inner.text.includes(key)) throw refuse(included);
    return { file: included, path: path.slice(depth) };
  }
  return { file, path };
}

/**
 * Sends each change to the file that holds the place it is for, so that nothing is ever written twice: a part that one
 * file of the config's own folder provides is changed there. Lists of includes, includes in includes, an include at the
 * root and files elsewhere are refused: Failure `config-include`.
 */
export function routeChanges(change: FileChange, document: Document, read: ReadText): FileChange[] {
  if (!document.text.includes(key)) return [change];
  const files = new Map<string, Change[]>();
  for (const one of change.changes) {
    if (one.op === "mode") {
      files.set(change.file, [...(files.get(change.file) ?? []), one]);
      continue;
    }
    const owner = ownerOf(document, change.file, one.path, read);
    files.set(owner.file, [...(files.get(owner.file) ?? []), { ...one, path: owner.path }]);
  }
  return [...files].map(([file, changes]) => ({ file, format: change.format, changes }));
}
