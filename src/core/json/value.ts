import type { DocumentPath } from "./path.ts";

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/** True for objects that are neither null nor arrays. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path, undefined where there is none. Own members only. */
export function get(value: unknown, path: DocumentPath): unknown {
  let current = value;
  for (const part of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Record<string | number, unknown>)[part];
  }
  return current;
}

/** The object at a path, or an empty one. */
export function getObject(value: unknown, path: DocumentPath): JsonObject {
  const found = get(value, path);
  return isObject(found) ? found : {};
}

/** The array at a path, or an empty one. */
export function getArray(value: unknown, path: DocumentPath): readonly unknown[] {
  const found = get(value, path);
  return Array.isArray(found) ? found : [];
}

/** The string at a path, undefined where there is none. */
export function getString(value: unknown, path: DocumentPath): string | undefined {
  const found = get(value, path);
  return typeof found === "string" ? found : undefined;
}
