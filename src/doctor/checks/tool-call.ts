import { isJsonObject } from "../../core/json/index.ts";
import { aboutModel, type Problem } from "../../core/problem/index.ts";
import { bareId } from "../../core/provider/index.ts";
import { skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";

/** The default model calls a tool when told to, with valid JSON arguments. */
export const toolCall = defineCheck({
  id: "tool-call",
  needs: ["probes", "chats"],
  uses: ["models", "network"],
  judge: ({ probes, chats, models, network }) => {
    if (!chats[0]?.outcome.ok) return { skipped: skippedFor(models, network) ?? "chat-failed" };
    const model = bareId(probes.model);
    const { tool } = probes;
    if (!tool.ok) return [aboutModel(tool.problem, model)];
    const [call] = tool.value.toolCalls;
    const say = (
      variant: "text-instead" | "broken-arguments",
      evidence: string,
      severity: Problem["severity"],
    ): Problem[] => [
      {
        code: "tool-call-error",
        params: { model, variant },
        evidence: [evidence.slice(0, 120)],
        ...(severity ? { severity } : {}),
      },
    ];
    if (!call) return say("text-instead", tool.value.text.trim() || "tool_calls: []", "warning");
    if (!isJsonObject(call.arguments)) return say("broken-arguments", call.arguments, undefined);
    return { problems: [], notes: [{ kind: "tool-called", model, ms: tool.value.totalMs }] };
  },
});
