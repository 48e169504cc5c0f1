import { defineCheck } from "../check.ts";

/** The config is JSON5. */
export const configParses = defineCheck({
  id: "config-parses",
  needs: ["parsed"],
  judge: ({ parsed }) => (parsed.ok ? [] : [parsed.problem]),
});
