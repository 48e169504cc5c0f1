import type { Problem } from "../../core/problem.ts";
import { maskKey } from "../../core/redact.ts";
import { defineCheck } from "../check.ts";

/** The places that hold a key agree, and the background service sees one of them. */
export const keySources = defineCheck({
  id: "key-sources",
  needs: ["credentials"],
  judge: ({ credentials: { sources, inUse, inService } }) => {
    if (inUse.kind !== "key") return { skipped: "no-key" };
    const read = sources.filter((one) => one.kind !== "aisa-cli");
    const problems: Problem[] = [];
    if (new Set(read.map((one) => one.value)).size > 1)
      problems.push({
        code: "conflicting-keys",
        params: { source: inUse.source.label, sources: read.map((one) => one.label) },
        evidence: read.map((one) => `${one.label}: ${maskKey(one.value)}`),
      });
    if (inService.kind === "text" || inService.kind === "none")
      problems.push({
        code: "key-not-visible-to-gateway",
        severity: "info",
        params: { source: inUse.source.label },
      });
    return problems;
  },
});
