import { defineCheck } from "../check.ts";

/** There is money left, where the gateway tells. */
export const balance = defineCheck({
  id: "balance",
  needs: ["balance"],
  judge: ({ balance: outcome }) => {
    if (!outcome.ok || outcome.value === undefined) return { skipped: "not-needed" };
    if (outcome.value.available > 0) return [];
    return [{ code: "insufficient-quota", params: { value: String(outcome.value.available) } }];
  },
});
