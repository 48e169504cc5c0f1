import type { Problem } from "../../core/problem.ts";
import { defineCheck } from "../check.ts";

/** Every configured model answers a short prompt, streamed. */
export const answers = defineCheck({
  id: "answers",
  needs: ["chats", "models"],
  judge: ({ chats, models }) => {
    // Without a model list every chat fails for the same cause, which is told already.
    if (!models.ok) return { skipped: "network" };
    return chats.flatMap(({ model, outcome }): Problem[] => {
      if (!outcome.ok) {
        const { problem } = outcome;
        return [{ ...problem, params: { ...problem.params, model: problem.params.model ?? model } }];
      }
      return outcome.value.trim() === "" ? [{ code: "empty-content", params: { model } }] : [];
    });
  },
});
