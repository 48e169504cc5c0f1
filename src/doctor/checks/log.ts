import { bareId } from "../../core/provider.ts";
import { defineCheck } from "../check.ts";

/** OpenClaw's log tells of no failure of this provider, or of such alone that are past. */
export const log = defineCheck({
  id: "log",
  needs: ["log"],
  uses: ["chats"],
  judge: ({ log: { file, problems }, chats }) => {
    const answers = (model: string | undefined) =>
      chats?.some((one) => one.outcome.ok && bareId(one.model) === model) ?? false;
    const allAnswer = chats?.every((one) => one.outcome.ok) ?? false;
    const judged = problems.map((problem) => {
      const { seen, params } = problem;
      const works = params.model === undefined ? allAnswer : answers(params.model);
      if (!seen || !works) return problem;
      return { ...problem, severity: "info" as const, seen: { ...seen, state: "cured" as const } };
    });
    const failures = problems.reduce((sum, one) => sum + (one.seen?.count ?? 1), 0);
    return { problems: judged, notes: [{ kind: "log", file, failures }] };
  },
});
