import { defineCheck } from "../check.ts";

/** No second config is in a place where people may take it for the one in use. */
export const severalConfigs = defineCheck({
  id: "several-configs",
  needs: ["located"],
  judge: ({ located: { configPath, ignored } }) =>
    ignored.length === 0 ? [] : [{ code: "several-configs", params: { file: configPath, files: ignored } }],
});
