import { type DocumentPath, formatPath, isObject, type JsonObject } from "../json/index.ts";
import { folderOf, pathsLike } from "../paths/index.ts";
import { type Failure, fail, type ParamsOf } from "../problem/index.ts";
import { define } from "./apply-value.ts";
import { type Document, parseAny, positionOf } from "./document.ts";
import { assertWithinLimits, configLimits } from "./limits.ts";
import { merge } from "./merge.ts";

/** The member that names the files to include. */
export const key = "$include";

/** A config with everything that it includes. */
export interface WholeConfig {
  readonly document: Document;
  /** The value as OpenClaw sees it. */
  readonly value: unknown;
  /** The included files, each once, in the order in which they were read. */
  readonly included: readonly Document[];
  /** Included files that do not exist. */
  readonly missing: readonly string[];
}

/** Why OpenClaw does not read a file that its config includes. */
export interface IncludeRefusal {
  /** `outside`: it is, or is a link to a file, outside of the config's folder. */
  readonly refused: "outside" | "hard-link" | "file-too-large";
}

/** Reads a file that a config includes: its text, why OpenClaw rejects it, or undefined if it does not exist. */
export type ReadInclude = (file: string) => Promise<string | IncludeRefusal | undefined>;

/** Whether a text may have an include in it; every spelling of the key has the word or a backslash. */
export const mayInclude = (text: string): boolean => /include|\\/.test(text);

/** Resolves `./x` and `../x` against the folder of the including file, without touching the disk. */
export function resolveInclude(from: string, file: string): string {
  return pathsLike(from).resolve(folderOf(from), file);
}

interface Visit {
  readonly value: object;
  readonly name: string | number;
  readonly parent: Visit | undefined;
}

/** The objects with an include and all containers around them, each behind those around it. */
function includersOf(root: unknown): Visit[] {
  if (!hasIncludes(root)) return [];
  const found = new Set<object>();
  const order: Visit[] = [];
  const stack: Visit[] =
    typeof root === "object" && root !== null ? [{ value: root, name: "", parent: undefined }] : [];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    order.push(visit);
    if (isObject(visit.value) && Object.hasOwn(visit.value, key))
      for (let one: Visit | undefined = visit; one && !found.has(one.value); one = one.parent)
        found.add(one.value);
    const isList = Array.isArray(visit.value);
    for (const [name, value] of Object.entries(visit.value))
      if (typeof value === "object" && value !== null && (name !== key || isList))
        stack.push({ value, name: isList ? Number(name) : name, parent: visit });
  }
  return order.filter(({ value }) => found.has(value));
}

function pathOf(visit: Visit): DocumentPath {
  const path: (string | number)[] = [];
  for (let one = visit; one.parent; one = one.parent) path.unshift(one.name);
  return path;
}

/** What one reading of a config shares: each file is read and parsed once, however often it is included. */
interface Reading {
  readonly read: ReadInclude;
  readonly documents: Map<string, Document | undefined>;
  includes: number;
  bytes: number;
}

/** The file that an include is in, and the files around it, the config first. */
interface Place {
  readonly document: Document;
  readonly chain: readonly string[];
}

type WithoutPath<T> = T extends unknown ? Omit<T, "path"> : never;

/** What is wrong with an include besides its path. */
type IncludeParams = WithoutPath<ParamsOf<"config-include">>;

/** The failure of an include that cannot be followed, with its line. */
function unfollowable(place: Place, at: DocumentPath, params: IncludeParams): Failure {
  const { document } = place;
  const position = positionOf(document, at) ?? {};
  return fail(
    "config-include",
    { path: formatPath(at), ...params },
    { at: { file: document.file, ...position } },
  );
}

/** The paths that an include names. Throws Failure `config-include` for anything but paths. */
function targetsOf(value: unknown, place: Place, at: DocumentPath): readonly string[] {
  const targets: unknown[] = [value].flat();
  const bad = targets.find((one) => typeof one !== "string" || one === "" || one.includes("\0"));
  if (bad === undefined) return targets as string[];
  throw unfollowable(place, at, { variant: "bad-path", value: JSON.stringify(bad) });
}

const isTooLarge = (text: string) =>
  text.length * 3 > configLimits.includedBytes &&
  new TextEncoder().encode(text).length > configLimits.includedBytes;

const mebibyte = 1024 * 1024;

async function documentOf(
  reading: Reading,
  place: Place,
  at: DocumentPath,
  path: string,
): Promise<Document | undefined> {
  if (!reading.documents.has(path)) {
    const found = await reading.read(path);
    const text = typeof found === "object" ? undefined : found;
    const refused =
      typeof found === "object" ? found.refused : isTooLarge(text ?? "") ? "file-too-large" : undefined;
    if (refused === "file-too-large") {
      const limit = configLimits.includedBytes / mebibyte;
      throw unfollowable(place, at, { variant: refused, file: path, limit });
    }
    if (refused !== undefined) throw unfollowable(place, at, { variant: refused, file: path });
    reading.documents.set(path, text === undefined ? undefined : parseAny(text, path));
  }
  return reading.documents.get(path);
}

/** What an object includes, merged in order. */
async function included(reading: Reading, place: Place, at: DocumentPath, value: unknown): Promise<unknown> {
  let base: unknown = {};
  for (const target of targetsOf(value, place, at)) {
    const path = resolveInclude(place.document.file, target);
    const chain = [...place.chain, path];
    if (place.chain.includes(path)) throw unfollowable(place, at, { variant: "cycle", files: chain });
    const { includeDepth, includes, bytes } = configLimits;
    if (place.chain.length > includeDepth)
      throw unfollowable(place, at, { variant: "too-deep", file: path, limit: includeDepth });
    reading.includes += 1;
    if (reading.includes > includes)
      throw unfollowable(place, at, { variant: "too-many", file: path, limit: includes });
    const document = await documentOf(reading, place, at, path);
    if (document === undefined) continue;
    reading.bytes += document.text.length;
    if (reading.bytes > bytes)
      throw unfollowable(place, at, { variant: "too-large", file: path, limit: bytes / mebibyte });
    base = merge(base, await resolve(reading, { document, chain }));
  }
  return base;
}

const lastOf = ({ document }: Place, target: unknown) =>
  resolveInclude(document.file, String([target].flat().at(-1) ?? ""));

/** Inner containers first, so that nothing has to be resolved within. Includes in includes are the only recursion. */
async function resolve(reading: Reading, place: Place): Promise<unknown> {
  const root = place.document.value;
  if (!mayInclude(place.document.text)) return root;
  const resolved = new Map<unknown, unknown>();
  const of = (value: unknown) => (resolved.has(value) ? resolved.get(value) : value);
  for (const visit of includersOf(root).reverse()) {
    const { value } = visit;
    if (Array.isArray(value)) {
      resolved.set(value, value.map(of));
      continue;
    }
    const own: Record<string, unknown> = {};
    for (const [name, item] of Object.entries(value)) if (name !== key) define(own, name, of(item));
    if (!Object.hasOwn(value, key)) {
      resolved.set(value, own);
      continue;
    }
    const at = [...pathOf(visit), key];
    const target = (value as JsonObject)[key];
    const inner = await included(reading, place, at, target);
    const isAlone = Object.keys(own).length === 0;
    if (!isAlone && !isObject(inner))
      throw unfollowable(place, at, { variant: "not-an-object", file: lastOf(place, target) });
    resolved.set(value, isAlone ? inner : merge(inner, own));
  }
  return of(root);
}

/**
 * Reads a config as OpenClaw sees it: every `$include` (a file, or several that are merged in order) replaced by its
 * content, with the members beside it merged over it. Every command reads its config with this. Throws Failure
 * `config-include` with file and line for a cycle, for a file that OpenClaw refuses, and for more than the limits allow,
 * `config-unreadable` for a config beyond the limits, `config-syntax` naming an included file that
 * cannot be parsed, and what `read` throws.
 */
export async function readWholeConfig(document: Document, read: ReadInclude): Promise<WholeConfig> {
  const { file, text } = document;
  assertWithinLimits(document.value, file);
  const documents = new Map<string, Document | undefined>();
  const reading: Reading = { read, documents, includes: 0, bytes: text.length };
  const value = await resolve(reading, { document, chain: [resolveInclude(file, file)] });
  if (documents.size > 0) assertWithinLimits(value, file);
  const found = [...documents.values()].filter((one) => one !== undefined);
  const missing = [...documents].filter(([, one]) => one === undefined).map(([name]) => name);
  return { document, value, included: found, missing };
}

/** Whether a value has an include anywhere. */
export function hasIncludes(value: unknown): boolean {
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const one = stack.pop();
    if (typeof one !== "object" || one === null) continue;
    if (!Array.isArray(one) && Object.hasOwn(one, key)) return true;
    for (const inner of Object.values(one))
      if (typeof inner === "object" && inner !== null) stack.push(inner);
  }
  return false;
}

/** The text of a file that a config includes; undefined for any other. */
export function includedText(config: WholeConfig, file: string): string | undefined {
  return config.included.find((one) => one.file === file)?.text;
}
