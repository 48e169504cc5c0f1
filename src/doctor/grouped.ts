import {
  type DiagnosedProblem,
  isDiagnosed,
  type Problem,
  type Severity,
  severityOf,
} from "../core/problem/index.ts";
import { bareId } from "../core/provider/index.ts";

/** More findings than this that differ only by their model become one. */
const mostAlike = 3;
/** About one model each: they have a place and a fix of their own. */
const perModel = ["no-available-channel", "model-not-found", "stale-model-id", "invalid-temperature"];

const ranks = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/**
 * What findings of one problem share. If each concerns one model, and some models were only missing from a list, that
 * is less severe.
 */
function sameness({ code, severity, params }: DiagnosedProblem): string {
  return JSON.stringify(
    perModel.includes(code) ? [code, params.variant] : [code, severity, params.variant, params.status],
  );
}

/** Merges problems that differ only by their model. In: what they have in common, the first of them in front. */
function several(problems: readonly DiagnosedProblem[], first: DiagnosedProblem): DiagnosedProblem {
  const { at: _, ...problem } = first;
  const { model: __, requestId: ___, replacement: ____, suggestions: _____, ...params } = first.params;
  const models = problems.map((one) => bareId(one.params.model ?? "")).filter((model) => model !== "");
  const shown = [...models.slice(0, 8), ...(models.length > 8 ? [`+${models.length - 8}`] : [])];
  const said = (first.evidence ?? []).filter((words) => words !== models[0]);
  const evidence = [...said, shown.join(", ")];
  const variant = perModel.includes(first.code) ? ({ variant: "several" } as const) : {};
  return { ...problem, params: { ...params, ...variant, models, count: models.length }, evidence };
}

/**
 * Merges findings that differ only by their model into one that lists the models, in the order of the first of each.
 * `shared` keeps findings of single models apart until it is known which of them another finding explains.
 */
export function grouped(problems: readonly Problem[], which: "all" | "shared"): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const [index, problem] of problems.entries()) {
    // What can be fixed is fixed place by place.
    const isShared =
      isDiagnosed(problem) && !problem.fix && problem.params.model !== undefined && !problem.seen;
    const waits = which === "shared" && perModel.includes(problem.code);
    const id = isShared && !waits ? sameness(problem) : String(index);
    const group = groups.get(id);
    if (group) group.push(problem);
    else groups.set(id, [problem]);
  }
  return [...groups.values()].flatMap((alike) => {
    const diagnosed = alike
      .filter(isDiagnosed)
      .sort((left, right) => ranks[severityOf(left)] - ranks[severityOf(right)]);
    const [first] = diagnosed;
    const most = first && perModel.includes(first.code) ? mostAlike : 1;
    return first && alike.length > most ? [several(diagnosed, first)] : alike;
  });
}
