import { type Problem, paramOf } from "../../core/problem/index.ts";
import { bareId } from "../../core/provider/index.ts";
import { isNotServed, refine } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";

/** OpenClaw's log has no failure of this provider, or only past ones. */
export const log = defineCheck({
  id: "log",
  needs: ["log"],
  uses: ["chats", "models", "config", "catalog"],
  judge: ({ log: { file, problems }, chats, models, config, catalog }) => {
    const answers = (model: string) =>
      chats?.some((one) => one.outcome.ok && bareId(one.model) === model) ?? false;
    const allAnswer = chats?.every((one) => one.outcome.ok) ?? false;
    const list = models?.ok ? models.value.map((model) => model.id) : undefined;
    const named = (problem: Problem): Problem => {
      const model = paramOf(problem, "model");
      if (model === undefined || !config || !catalog || !isNotServed(problem)) return problem;
      const { at: _, ...rest } = refine(problem, model, { list, config, catalog });
      return { ...rest, ...(problem.at ? { at: problem.at } : {}) };
    };
    const judged = problems.map(named).map((problem) => {
      const { seen } = problem;
      const model = paramOf(problem, "model");
      const works = model === undefined ? allAnswer : answers(bareId(model));
      if (!seen || !works) return problem;
      return { ...problem, severity: "info" as const, seen: { ...seen, state: "cured" as const } };
    });
    const failures = problems.reduce((sum, one) => sum + (one.seen?.count ?? 1), 0);
    return { problems: judged, notes: [{ kind: "log", file, failures }] };
  },
});
