import { get, isObject } from "../json/index.ts";
import { fail } from "../problem/index.ts";

/** Size limits of a config; everything that reads one, or a file next to it, applies them. */
export const configLimits = {
  /** Bytes of one file, and of a config together with everything that it includes. */
  bytes: 16 * 1024 * 1024,
  /** Bytes of one included file: OpenClaw's own limit (MAX_INCLUDE_FILE_BYTES of its config/includes). */
  includedBytes: 2 * 1024 * 1024,
  /** Objects and arrays inside one another. */
  levels: 1000,
  /** Objects and arrays of a config together with what it includes: ten thousand whole model entries, and more. */
  containers: 50_000,
  /** Model entries of all providers together. */
  models: 10_000,
  /** Includes inside one another: OpenClaw's own limit (MAX_INCLUDE_DEPTH of its config/includes). */
  includeDepth: 10,
  /** Files that are included, counted as often as they are. */
  includes: 200,
} as const;

/** The limit of nesting or of containers that a value exceeds first, if any. */
function exceeded(value: unknown): "too-deep" | "too-many-objects" | undefined {
  const stack: [unknown, number][] = [[value, 1]];
  let count = 0;
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [container, depth] = next;
    if (typeof container !== "object" || container === null) continue;
    if (depth > configLimits.levels) return "too-deep";
    count += 1;
    if (count > configLimits.containers) return "too-many-objects";
    for (const inner of Object.values(container))
      if (typeof inner === "object" && inner !== null) stack.push([inner, depth + 1]);
  }
  return undefined;
}

function countModels(value: unknown): number {
  const providers = get(value, ["models", "providers"]);
  const lists = isObject(providers) ? Object.values(providers).map((one) => get(one, ["models"])) : [];
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

/** Throws Failure `config-unreadable` for a config that is nested too deep or has too many parts, naming the limit. */
export function assertWithinLimits(value: unknown, file: string): void {
  const { levels, containers, models } = configLimits;
  const variant = exceeded(value);
  if (variant)
    throw fail("config-unreadable", { file, variant, limit: variant === "too-deep" ? levels : containers });
  const count = countModels(value);
  if (count > models)
    throw fail("config-unreadable", { file, variant: "too-many-models", count, limit: models });
}
