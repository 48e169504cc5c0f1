import { atLeast } from "../../core/openclaw/index.ts";
import { type Problem, paramOf } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import { skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";

/** If an entry lets OpenClaw send the role `developer`, the gateway accepts it. */
export const developerRole = defineCheck({
  id: "developer-role",
  needs: ["probes", "chats", "config"],
  uses: ["version", "models", "network"],
  judge: ({ probes, chats, config, version, models, network }) => {
    const { developer } = probes;
    if (!developer) return { skipped: "not-needed" };
    if (!chats[0]?.outcome.ok) return { skipped: skippedFor(models, network) ?? "chat-failed" };
    const model = bareId(probes.model);
    if (developer.ok) return { problems: [], notes: [{ kind: "role-accepted", model }] };
    const { problem } = developer;
    // The same chat without the role succeeded: an error now is about the role, whatever its words.
    const status = paramOf(problem, "status") ?? 0;
    if (status < 400 || status >= 500 || status === 429) return { skipped: "chat-failed" };
    const entry = modelEntries(config.value).find((one) => one.id === probes.model);
    const own = entry && [...entry.path, "compat", "supportsDeveloperRole"];
    const found: Problem = {
      code: "developer-role-unsupported",
      // Up to 2026.2 OpenClaw sends it to reasoning models; later ones only to hosts that they know.
      severity: version !== undefined && atLeast(version, "2026.3.13") ? "warning" : "error",
      params: { status, model },
      evidence: problem.evidence ?? [],
      ...(entry && own
        ? { at: config.at(entry.path), fix: configFix(config, [{ op: "set", path: own, value: false }]) }
        : {}),
    };
    return [found];
  },
});
