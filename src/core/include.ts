import { copyObject, define } from "./apply-value.ts";
import type { Change, DocumentPath, FileChange } from "./change.ts";
import { formatPath } from "./change.ts";
import { type Document, parseDocument } from "./document.ts";
import { fail } from "./problem.ts";
import { get, isObject } from "./value.ts";

const key = "$include";
const deepest = 10;

/** Text of a file, undefined when it does not exist or has not been read yet. */
export type ReadText = (file: string) => string | undefined;

/** A config's value with its includes resolved. */
export interface Effective {
  readonly value: unknown;
  /** Included files whose text was not to be had. */
  readonly missing: readonly string[];
}

function folderOf(file: string): string {
  return file.replace(/[\\/][^\\/]*$/, "");
}

/** Resolves `./x` and `../x` against the folder of the including file, without touching the disk. */
export function resolveInclude(from: string, file: string): string {
  const absolute = /^(?:\/|[A-Za-z]:[\\/])/.test(file) ? file : `${folderOf(from)}/${file}`;
  const parts: string[] = [];
  for (const part of absolute.split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function merge(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return over === undefined ? base : over;
  const merged = copyObject(base);
  for (const [name, value] of Object.entries(over))
    define(merged, name, Object.hasOwn(merged, name) ? merge(merged[name], value) : value);
  return merged;
}

function resolve(value: unknown, from: string, read: ReadText, missing: string[], depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, from, read, missing, depth));
  if (!isObject(value)) return value;
  const own = copyObject(value);
  for (const [name, item] of Object.entries(own))
    if (name !== key && typeof item === "object")
      define(own, name, resolve(item, from, read, missing, depth));
  if (!Object.hasOwn(value, key)) return own;
  delete own[key];
  const files = [value[key]].flat().filter((file) => typeof file === "string");
  let base: unknown;
  for (const file of files) {
    const path = resolveInclude(from, file);
    const text = depth < deepest ? read(path) : undefined;
    if (text === undefined) missing.push(path);
    else base = merge(base, resolve(parseDocument(text, path).value, path, read, missing, depth + 1));
  }
  return merge(base ?? {}, own);
}

/**
 * What OpenClaw sees: every `$include` (a file, or several that are merged in order) replaced by its content, with the
 * members beside it merged over it. Throws Failure `config-syntax` naming an included file that cannot be parsed.
 */
export function effectiveValue(document: Document, file: string, read: ReadText): Effective {
  if (!document.text.includes(key)) return { value: document.value, missing: [] };
  const missing: string[] = [];
  return { value: resolve(document.value, file, read, missing, 0), missing };
}

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
    // A member that stands beside the include is the root file's own: it wins over the included one.
    if (next !== undefined && Object.hasOwn(at, next)) continue;
    const target = at[key];
    const where = formatPath(path.slice(0, depth));
    const refuse = (named: string) => fail("config-include", { path: where || "$include", file: named });
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
    const owner = ownerOf(document, change.file, one.path, read);
    files.set(owner.file, [...(files.get(owner.file) ?? []), { ...one, path: owner.path }]);
  }
  return [...files].map(([file, changes]) => ({ file, format: change.format, changes }));
}
