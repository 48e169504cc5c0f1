import { bareId } from "../../core/provider/index.ts";
import { skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";

/** A model that streams never sends a text of this length in one piece. */
const longText = 60;
/** An answer that took this long, ms, and came within the next figure, was held back on its way. */
const longAnswer = 1000;
const atOnce = 20;

/** The default model's answer arrives in pieces while it is generated. */
export const streaming = defineCheck({
  id: "streaming",
  needs: ["chats"],
  uses: ["models", "network"],
  judge: ({ chats, models, network }) => {
    const [first] = chats;
    if (!first?.outcome.ok) return { skipped: skippedFor(models, network) ?? "chat-failed" };
    const { value } = first.outcome;
    const model = bareId(first.model);
    const overMs = value.totalMs - value.firstTokenMs;
    const notes = [{ kind: "streamed", model, pieces: value.pieces, overMs } as const];
    if (value.text.length < longText) return { problems: [], notes };
    const evidence = [`${value.pieces} × data:, ${value.firstTokenMs}–${value.totalMs} ms`];
    const inOne = value.pieces <= 1;
    const heldBack = value.totalMs >= longAnswer && overMs <= atOnce;
    if (!inOne && !heldBack) return { problems: [], notes };
    const params = { model, variant: inOne ? "one-piece" : "buffered" } as const;
    return { problems: [{ code: "streaming-broken", severity: "warning", params, evidence }], notes };
  },
});
