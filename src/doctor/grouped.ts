import type { Problem } from "../core/problem/index.ts";
import { bareId } from "../core/provider/index.ts";

/** More findings than this that differ by their model alone become one. */
const mostAlike = 3;
/** About one model each: they have a place and a cure of their own. */
const perModel = ["no-available-channel", "model-not-found", "stale-model-id", "invalid-temperature"];

function sameness({ code, severity, params }: Problem): string {
  return JSON.stringify([code, severity, params.variant, params.status]);
}

/**
 * Findings that differ by their model alone as one, which names them all. The order is that of the first of each.
 * `shared` leaves those alone that concern one model each, until it is known which of them a finding explains.
 */
export function grouped(problems: readonly Problem[], which: "all" | "shared"): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const [index, problem] of problems.entries()) {
    // What can be mended is mended place by place.
    const alone = problem.fix !== undefined || problem.params.model === undefined || problem.seen;
    const waits = which === "shared" && perModel.includes(problem.code);
    const id = alone || waits ? String(index) : sameness(problem);
    groups.set(id, [...(groups.get(id) ?? []), problem]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first, ...rest] = alike;
    const most = first && perModel.includes(first.code) ? mostAlike : 1;
    if (!first || rest.length + 1 <= most) return alike;
    const { at: _, ...problem } = first;
    const { model: __, requestId: ___, replacement: ____, suggestions: _____, ...params } = first.params;
    const models = alike.map((one) => bareId(one.params.model ?? "")).filter((model) => model !== "");
    const shown = [...models.slice(0, 8), ...(models.length > 8 ? [`+${models.length - 8}`] : [])];
    const said = (first.evidence ?? []).filter((words) => words !== models[0]);
    const evidence = [...said, shown.join(", ")];
    const variant = perModel.includes(first.code) ? { variant: "several" } : {};
    return [{ ...problem, params: { ...params, ...variant, models, count: models.length }, evidence }];
  });
}
