import { type Change, type DocumentPath, formatPath } from "./change.ts";
import { type Failure, fail } from "./problem.ts";
import { isObject } from "./value.ts";

const refuse = (path: DocumentPath, detail: string): Failure =>
  fail("edit-refused", { path: formatPath(path), detail });

/** A copy of an object in which own keys, `__proto__` among them, are plain data. */
export function copyObject(source: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) define(copy, key, value);
  return copy;
}

/** Sets an own member, `__proto__` like any other. */
export function define(target: object, key: string | number, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function copyContainer(value: unknown, next: string | number, path: () => DocumentPath): object {
  if (value === undefined) return typeof next === "number" ? [] : {};
  if (typeof next === "number" && Array.isArray(value)) return [...value];
  if (typeof next === "string" && isObject(value)) return copyObject(value);
  throw refuse(path(), "something else stands there");
}

function own(container: object, part: string | number): unknown {
  return Object.hasOwn(container, part) ? (container as Record<string | number, unknown>)[part] : undefined;
}

/** Rebuilds the containers along a path; everything beside it stays the very same object. */
function update(
  root: unknown,
  path: DocumentPath,
  change: (container: object, last: string | number) => void,
): unknown {
  const holder: object = { root };
  let container: object = holder;
  let part: string | number = "root";
  path.forEach((next, depth) => {
    const copy = copyContainer(own(container, part), next, () => path.slice(0, depth));
    if (Array.isArray(copy) && Number(next) > copy.length) throw refuse(path, "there is a gap before it");
    define(container, part, copy);
    container = copy;
    part = next;
  });
  change(container, part);
  return own(holder, "root");
}

function exists(root: unknown, path: DocumentPath): boolean {
  let value = root;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string | number, unknown>)[part];
  }
  return true;
}

function set(root: unknown, path: DocumentPath, value: unknown): unknown {
  return update(root, path, (container, last) => define(container, last, value));
}

function remove(root: unknown, path: DocumentPath): unknown {
  if (!exists(root, path)) return root;
  return update(root, path, (container, last) => {
    if (Array.isArray(container)) container.splice(Number(last), 1);
    else delete (container as Record<string, unknown>)[String(last)];
  });
}

function append(root: unknown, path: DocumentPath, value: unknown): unknown {
  return update(root, path, (container, last) => {
    const present = own(container, last);
    if (present !== undefined && !Array.isArray(present)) throw refuse(path, "it is not a list");
    define(container, last, [...(present ?? []), value]);
  });
}

function rename(root: unknown, path: DocumentPath, to: unknown): unknown {
  if (!exists(root, path)) return root;
  if (typeof to !== "string") throw refuse(path, "a key is a text");
  if (exists(root, [...path.slice(0, -1), to])) throw refuse(path, `${to} is there already`);
  return update(root, path.slice(0, -1), (container, last) => {
    const entries = Object.entries(own(container, last) ?? {});
    const renamed: Record<string, unknown> = {};
    for (const [key, value] of entries) define(renamed, key === path.at(-1) ? to : key, value);
    define(container, last, renamed);
  });
}

/**
 * Applies changes to a value, in order; later ones see earlier ones. The value itself stays untouched and what no
 * change concerns is shared with it. Throws Failure `edit-refused` for a path through something that is no object
 * or list (null among it).
 */
export function applyToValue(root: unknown, changes: readonly Change[]): unknown {
  let value = root;
  for (const change of changes) {
    const { op, path } = change;
    if (op === "set") value = set(value, path, change.value);
    else if (op === "remove") value = remove(value, path);
    else if (op === "append") value = append(value, path, change.value);
    else if (op === "rename") value = rename(value, path, change.value);
  }
  return value;
}

/** Whether two values are the same: keys in any order, NaN equal to itself, 0 and -0 apart. No recursion. */
export function sameValue(left: unknown, right: unknown): boolean {
  const stack: [unknown, unknown][] = [[left, right]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    const [a, b] = pair;
    if (Object.is(a, b)) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(b, key)) return false;
      stack.push([(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]]);
    }
  }
  return true;
}
