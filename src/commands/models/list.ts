import { configuredIds } from "../../core/provider.ts";
import type { Context, Report } from "../../ports.ts";
import { look } from "../apply.ts";
export async function run(context: Context, _options: object): Promise<Report> {
  const ids = configuredIds((await look(context)).config);
  return { changed: false, data: { ids }, problems: [], lines: ids };
}
