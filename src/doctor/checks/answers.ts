import type { Note, Problem } from "../../core/problem/index.ts";
import { bareId } from "../../core/provider/index.ts";
import { type ChatCircumstances, isNoAnswer, refine, skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import type { ChatProbe } from "../gateway-facts.ts";

function judgeChat({ model, outcome, empty }: ChatProbe, around: ChatCircumstances): Problem[] {
  if (!outcome.ok) return [refine(outcome.problem, model, around)];
  const params = { model: bareId(model) };
  if (empty === 2) return [{ code: "empty-content", params }];
  return empty === 1
    ? [{ code: "empty-content", severity: "info", params: { ...params, variant: "once" } }]
    : [];
}

function noteOf({ model, outcome }: ChatProbe): Note[] {
  if (!outcome.ok) return [];
  const { firstTokenMs, totalMs, text } = outcome.value;
  const onlyThought = text.trim() === "";
  return [{ kind: "answered", model: bareId(model), firstMs: firstTokenMs, totalMs, onlyThought }];
}

/** Every configured model answers a short prompt, streamed. */
export const answers = defineCheck({
  id: "answers",
  needs: ["chats", "models", "config", "catalog"],
  uses: ["balance", "network"],
  judge: ({ chats, models, config, catalog, balance, network }) => {
    const list = models.ok ? models.value.map((model) => model.id) : undefined;
    const left = balance?.ok ? balance.value : undefined;
    const around = { list, config, catalog, ...(left ? { balance: left } : {}) };
    // The failure of the list is reported; the same failure of every chat is not repeated.
    const failure = models.ok ? undefined : models.problem;
    const isNews = (problem: Problem) =>
      problem.code !== failure?.code && !(failure && isNoAnswer(failure) && isNoAnswer(problem));
    const problems = chats.flatMap((chat) => judgeChat(chat, around)).filter(isNews);
    const skipped = skippedFor(models, network);
    if (skipped && (skipped === "network" || !chats.some((one) => one.outcome.ok)) && problems.length === 0)
      return { skipped };
    return { problems, notes: chats.flatMap(noteOf) };
  },
});
