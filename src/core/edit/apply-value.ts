import type { Change, RenameChange } from "../change/index.ts";
import { type DocumentPath, formatPath, isObject } from "../json/index.ts";
import { type EditObstacle, type Failure, fail, type ValueKind } from "../problem/index.ts";

const refuse = (
  path: DocumentPath,
  variant: EditObstacle,
  more: { readonly key?: string; readonly expected?: ValueKind } = {},
): Failure => fail("edit-refused", { path: formatPath(path), variant, ...more });

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

/** Containers that were made for the result already: they need no other copy. */
type Owned = WeakSet<object>;

function copyContainer(value: unknown, next: string | number, path: () => DocumentPath): object {
  if (value === undefined) return typeof next === "number" ? [] : {};
  if (typeof next === "number" && Array.isArray(value)) return [...value];
  if (typeof next === "string" && isObject(value)) return copyObject(value);
  throw refuse(path(), "occupied", { expected: typeof next === "number" ? "list" : "object" });
}

/** The container in which `next` is changed: one that is the result's own already, or else a copy. */
function ownContainer(value: unknown, next: string | number, path: () => DocumentPath, owned: Owned): object {
  const isFit =
    typeof value === "object" && value !== null && Array.isArray(value) === (typeof next === "number");
  if (isFit && owned.has(value)) return value;
  const copy = copyContainer(value, next, path);
  owned.add(copy);
  return copy;
}

function own(container: object, part: string | number): unknown {
  return Object.hasOwn(container, part) ? (container as Record<string | number, unknown>)[part] : undefined;
}

/** Copies the containers along a path, each once; everything else stays the same object. */
function update(
  root: unknown,
  path: DocumentPath,
  owned: Owned,
  change: (container: object, last: string | number) => void,
): unknown {
  const holder: object = { root };
  let container: object = holder;
  let part: string | number = "root";
  path.forEach((next, depth) => {
    const copy = ownContainer(own(container, part), next, () => path.slice(0, depth), owned);
    if (Array.isArray(copy) && Number(next) > copy.length) throw refuse(path, "gap");
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

function remove(root: unknown, path: DocumentPath, owned: Owned): unknown {
  if (!exists(root, path)) return root;
  return update(root, path, owned, (container, last) => {
    if (Array.isArray(container)) container.splice(Number(last), 1);
    else delete (container as Record<string, unknown>)[String(last)];
  });
}

function append(root: unknown, path: DocumentPath, value: unknown, owned: Owned): unknown {
  return update(root, path, owned, (container, last) => {
    const present = own(container, last);
    if (present !== undefined && !Array.isArray(present))
      throw refuse(path, "not-a-list", { expected: "list" });
    if (present !== undefined && owned.has(present)) {
      present.push(value);
      return;
    }
    const list = [...(present ?? []), value];
    owned.add(list);
    define(container, last, list);
  });
}

/** Renames keys of one object, in order; the object is built again once. In: changes with the same parent. */
function renameAll(root: unknown, renames: readonly RenameChange[], owned: Owned): unknown {
  const parent = renames[0]?.path.slice(0, -1) ?? [];
  const before = parent.reduce<unknown>(
    (value, part) => (isContainer(value) ? own(value, part) : undefined),
    root,
  );
  if (!isObject(before)) return root;
  const entries = Object.entries(before);
  const places = new Map(entries.map(([key], index) => [key, index]));
  for (const { path, value: to } of renames) {
    const from = String(path.at(-1));
    const place = places.get(from);
    if (place === undefined) continue;
    if (places.has(to)) throw refuse(path, "key-exists", { key: to });
    places.delete(from);
    places.set(to, place);
    (entries[place] as [string, unknown])[0] = to;
  }
  if (entries.every(([key]) => Object.hasOwn(before, key))) return root;
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of entries) define(renamed, key, value);
  owned.add(renamed);
  return update(root, parent, owned, (container, last) => define(container, last, renamed));
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

const isBeside = (one: DocumentPath, other: DocumentPath) =>
  one.length === other.length &&
  one.every((part, depth) => depth === one.length - 1 || part === other[depth]);

/** The renames from a place on that are of keys of the same object. */
function renamesFrom(changes: readonly Change[], start: number): RenameChange[] {
  const found: RenameChange[] = [];
  for (let at = start; at < changes.length; at += 1) {
    const one = changes[at];
    if (one?.op !== "rename" || !isBeside(found[0]?.path ?? one.path, one.path)) break;
    found.push(one);
  }
  return found;
}

/**
 * Applies changes to a value, in order; later ones see earlier ones. The value itself is not mutated, and unchanged
 * parts are shared with it. Throws Failure `edit-refused` for a path through something that is no object or list
 * (null included). The time grows with the changes and the containers that they touch, not with the product.
 */
export function applyToValue(root: unknown, changes: readonly Change[]): unknown {
  const owned: Owned = new WeakSet();
  let value = root;
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at] as Change;
    const { path } = change;
    if (change.op === "set")
      value = update(value, path, owned, (container, last) => define(container, last, change.value));
    else if (change.op === "remove") value = remove(value, path, owned);
    else if (change.op === "append") value = append(value, path, change.value, owned);
    else if (change.op === "rename") {
      const renames = renamesFrom(changes, at);
      value = renameAll(value, renames, owned);
      at += renames.length - 1;
    }
  }
  return value;
}

/** Two values to compare, and the two that they are in. */
interface Pair {
  readonly left: unknown;
  readonly right: unknown;
  readonly parent: Pair | undefined;
}

/** Lists or objects that were compared and found different. */
type Different = WeakMap<object, WeakSet<object>>;

/** Remembers of a pair that differs, and of all pairs around it, that they do. Out: that they are not the same. */
function differ(pair: Pair, known: Different): false {
  for (let one: Pair | undefined = pair.parent; one; one = one.parent) {
    const [left, right] = [one.left as object, one.right as object];
    known.set(left, (known.get(left) ?? new WeakSet()).add(right));
  }
  return false;
}

/** Puts the members of two lists or objects on the stack; false where these have not the same ones. */
function pushMembers(pair: Pair, stack: Pair[], known: Different): boolean {
  const { left, right } = pair;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right) || known.get(left)?.has(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(right, key)) return false;
    const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>];
    stack.push({ left: one[key], right: other[key], parent: pair });
  }
  return true;
}

/**
 * Compares as {@link sameValue} does, and remembers what differs: who walks down two values that differ far below, and
 * asks at every level, has the whole of them compared once and not once a level.
 */
export function makeComparison(): (left: unknown, right: unknown) => boolean {
  const known: Different = new WeakMap();
  return (left, right) => {
    const stack: Pair[] = [{ left, right, parent: undefined }];
    for (let pair = stack.pop(); pair; pair = stack.pop())
      if (!Object.is(pair.left, pair.right) && !pushMembers(pair, stack, known)) return differ(pair, known);
    return true;
  };
}

/** Whether two values are the same: keys in any order, NaN equal to itself, 0 and -0 apart. No recursion. */
export function sameValue(left: unknown, right: unknown): boolean {
  return makeComparison()(left, right);
}
