import { within } from "../core/paths/index.ts";
import { fail } from "../core/problem/index.ts";
import type { Context } from "../ports.ts";

/** Returns a text file of this package. In: its path below the package. Throws Failure `internal-error` without it. */
export async function readShipped(context: Context, path: string): Promise<string> {
  const text = await (await context.files()).read(within(context.packageRoot, path));
  if (text === undefined) throw fail("internal-error", { detail: `${path} is missing` });
  return text;
}
