import type { Note } from "../../core/note.ts";
import type { Problem } from "../../core/problem.ts";
import { bareId } from "../../core/provider.ts";
import { refine, type Surroundings } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import type { ChatProbe } from "../gateway-facts.ts";
import { grouped } from "../grouped.ts";
import { isWayOpen } from "../way.ts";

const hasNoAnswer = ["network-dns", "network-timeout", "network-refused", "tls-error", "proxy-error"];

function judgeChat({ model, outcome, empty }: ChatProbe, around: Surroundings): Problem[] {
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

/** Every configured model answers a short prompt, streamed. What hits them all is told once. */
export const answers = defineCheck({
  id: "answers",
  needs: ["chats", "models", "config", "catalog"],
  uses: ["balance", "network"],
  judge: ({ chats, models, config, catalog, balance, network }) => {
    if (!isWayOpen(network)) return { skipped: "network" };
    const list = models.ok ? models.value.map((model) => model.id) : undefined;
    const left = balance?.ok ? balance.value : undefined;
    const around = { list, config, catalog, ...(left ? { balance: left } : {}) };
    // What the list failed for is told; that every chat fails for it as well is no news.
    const failure = models.ok ? undefined : models.problem.code;
    const isNews = ({ code }: Problem) =>
      code !== failure && !(failure && hasNoAnswer.includes(failure) && hasNoAnswer.includes(code));
    const problems = chats.flatMap((chat) => judgeChat(chat, around)).filter(isNews);
    if (failure && problems.length === 0 && !chats.some((one) => one.outcome.ok))
      return { skipped: hasNoAnswer.includes(failure) ? "network" : "key-refused" };
    return { problems: grouped(problems), notes: chats.flatMap(noteOf) };
  },
});
