import type { Problem } from "../../core/problem/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { isAboutKey } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import { isWayOpen } from "../way.ts";

/** The gateway takes the key. */
export const gatewayKey = defineCheck({
  id: "gateway-key",
  needs: ["models"],
  uses: ["network", "credentials"],
  judge: ({ models, network, credentials }) => {
    const used = credentials?.inUse.kind === "key" ? credentials.inUse.source : undefined;
    if (models.ok) {
      const notes = used ? [{ kind: "key", source: used.label } as const] : [];
      return {
        problems: models.ignored ?? [],
        notes: [...notes, { kind: "listed", count: models.value.length }],
      };
    }
    // The network check reports why there is no answer.
    if (!isWayOpen(network)) return { skipped: "network" };
    const { problem } = models;
    const shown =
      used && (isAboutKey(problem) || problem.code === "insufficient-quota")
        ? [`${used.label}: ${maskKey(used.value)}`]
        : [];
    const named: Problem = { ...problem, evidence: [...shown, ...(problem.evidence ?? [])] };
    return [named];
  },
});
