import { defineCheck } from "../check.ts";

/** Every file that the config includes is there. */
export const includes = defineCheck({
  id: "includes",
  needs: ["parsed"],
  judge: ({ parsed }) => {
    if (!parsed.ok) return { skipped: "config-broken" };
    return parsed.config.missing.map((file) => ({
      code: "config-schema",
      params: { file, path: "$include", variant: "include-missing" },
      at: { file: parsed.config.document.file },
    }));
  },
});
