import type { Change, FileChange } from "../change/index.ts";
import { type DocumentPath, formatPath, get, isObject, type JsonObject } from "../json/index.ts";
import { fail } from "../problem/index.ts";
import { copyObject, define } from "./apply-value.ts";
import { type Document, parseDocument } from "./document.ts";

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
  const stack: [Record<string, unknown>, JsonObject][] = [[merged, over]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    const [target, source] = pair;
    for (const [name, value] of Object.entries(source)) {
      const present = Object.hasOwn(target, name) ? target[name] : undefined;
      if (isObject(present) && isObject(value)) {
        const inner = copyObject(present);
        define(target, name, inner);
        stack.push([inner, value]);
      } else define(target, name, value);
    }
  }
  return merged;
}

interface Visit {
  readonly value: object;
  readonly parent: Visit | undefined;
}

/** The objects with an include and all containers around them, each behind those around it. */
function includersOf(root: unknown): object[] {
  const found = new Set<object>();
  const order: object[] = [];
  const stack: Visit[] =
    typeof root === "object" && root !== null ? [{ value: root, parent: undefined }] : [];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    order.push(visit.value);
    if (isObject(visit.value) && Object.hasOwn(visit.value, key))
      for (let one: Visit | undefined = visit; one && !found.has(one.value); one = one.parent)
        found.add(one.value);
    for (const [name, value] of Object.entries(visit.value))
      if (typeof value === "object" && value !== null && (name !== key || Array.isArray(visit.value)))
        stack.push({ value, parent: visit });
  }
  return order.filter((value) => found.has(value));
}

/** Where includes are read from. */
interface Reading {
  readonly from: string;
  readonly read: ReadText;
  readonly missing: string[];
  readonly depth: number;
}

/** What an object includes, merged in order. */
function included(files: unknown, { from, read, missing, depth }: Reading): unknown {
  let base: unknown = {};
  for (const file of [files].flat()) {
    if (typeof file !== "string") continue;
    const path = resolveInclude(from, file);
    const text = depth < deepest ? read(path) : undefined;
    if (text === undefined) missing.push(path);
    else {
      const inner = { from: path, read, missing, depth: depth + 1 };
      base = merge(base, resolve(parseDocument(text, path).value, inner));
    }
  }
  return base;
}

/** Inner containers first, so that nothing has to be resolved within. Includes in includes are the only recursion. */
function resolve(root: unknown, reading: Reading): unknown {
  const resolved = new Map<unknown, unknown>();
  const of = (value: unknown) => (resolved.has(value) ? resolved.get(value) : value);
  for (const value of includersOf(root).reverse()) {
    if (Array.isArray(value)) {
      resolved.set(value, value.map(of));
      continue;
    }
    const own: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) if (name !== key) define(own, name, of(item));
    const files = Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
    resolved.set(value, files === undefined ? own : merge(included(files, reading), own));
  }
  return of(root);
}

/**
 * What OpenClaw sees: every `$include` (a file, or several that are merged in order) replaced by its content, with the
 * members beside it merged over it. Throws Failure `config-syntax` naming an included file that cannot be parsed.
 */
export function effectiveValue(document: Document, file: string, read: ReadText): Effective {
  if (!document.text.includes(key)) return { value: document.value, missing: [] };
  const missing: string[] = [];
  return { value: resolve(document.value, { from: file, read, missing, depth: 0 }), missing };
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
