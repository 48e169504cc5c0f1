import { get } from "../../core/json/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import { skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import type { ConfigView } from "../config-view.ts";

/** USD that the gateway reserves for a call: it reckons with as many tokens of output as the entry allows. */
function reserveFor(config: ConfigView, id: string): { usd: number; at: Problem["at"] } | undefined {
  const entry = modelEntries(config.value).find((one) => one.id === id);
  const tokens = get(entry?.value, ["maxTokens"]);
  const price = get(entry?.value, ["cost", "output"]);
  if (entry === undefined || typeof tokens !== "number" || typeof price !== "number") return undefined;
  return { usd: (tokens * price) / 1e6, at: config.at([...entry.path, "maxTokens"]) };
}

/** There is money left where the gateway tells, and enough for what a call of the default model reserves. */
export const balance = defineCheck({
  id: "balance",
  needs: ["balance"],
  uses: ["models", "network", "config", "asked"],
  judge: ({ balance: outcome, models, network, config, asked }) => {
    const skipped = skippedFor(models, network);
    if (!outcome.ok && skipped) return { skipped };
    if (!outcome.ok || outcome.value === undefined) return { skipped: "not-needed" };
    const { available, currency } = outcome.value;
    const notes = [{ kind: "balance", amount: available, currency } as const];
    const evidence = [`balance: ${available} ${currency}`];
    if (available <= 0) return { problems: [{ code: "insufficient-quota", params: {}, evidence }], notes };
    const [model] = asked?.models ?? [];
    const reserve = config && model !== undefined ? reserveFor(config, model) : undefined;
    if (model === undefined || !reserve || reserve.usd <= available) return { problems: [], notes };
    const params = { model: bareId(model), usd: reserve.usd.toFixed(4), variant: "reserve" } as const;
    const place = reserve.at ? { at: reserve.at } : {};
    const problem: Problem = { code: "insufficient-quota", severity: "warning", params, evidence, ...place };
    return { problems: [problem], notes };
  },
});
