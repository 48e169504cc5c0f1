import { defineCheck } from "../check.ts";

/** OpenClaw has a config. */
export const configFound = defineCheck({
  id: "config-found",
  needs: ["located"],
  judge: ({ located }) =>
    located.exists ? [] : [{ code: "config-missing", params: { file: located.configPath } }],
});
