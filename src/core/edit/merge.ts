import { isObject, type JsonObject } from "../json/index.ts";
import { copyObject, define } from "./apply-value.ts";

/** Names that OpenClaw leaves out where it merges. */
const blocked = new Set(["__proto__", "prototype", "constructor"]);

/** What becomes of two values that are no two objects. */
const joined = (base: unknown, over: unknown): unknown =>
  Array.isArray(base) && Array.isArray(over) ? [...base, ...over] : over;

/**
 * Merges a value over another as OpenClaw does with includes (`deepMerge` of its config/includes, 2026.4.15 to 2026.9.6):
 * objects member by member at every level, arrays one behind the other, of anything else the later one.
 */
export function merge(base: unknown, over: unknown): unknown {
  if (!isObject(base) || !isObject(over)) return joined(base, over);
  const merged = copyObject(base);
  const stack: [Record<string, unknown>, JsonObject][] = [[merged, over]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    const [target, source] = pair;
    for (const [name, value] of Object.entries(source)) {
      if (blocked.has(name)) continue;
      const present = Object.hasOwn(target, name) ? target[name] : undefined;
      if (isObject(present) && isObject(value)) {
        const inner = copyObject(present);
        define(target, name, inner);
        stack.push([inner, value]);
      } else define(target, name, joined(present, value));
    }
  }
  return merged;
}
