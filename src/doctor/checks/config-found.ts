import { defineCheck } from "../check.ts";

/** OpenClaw has a config. */
export const configFound = defineCheck({
  id: "config-found",
  needs: ["located"],
  uses: ["parsed"],
  // One that cannot be read looks missing, and is a problem of its own.
  judge: ({ located, parsed }) =>
    located.exists || parsed !== undefined
      ? []
      : [
          {
            code: "config-missing",
            params: {
              file: located.configPath,
              ...(located.leadsTo === undefined ? {} : { leadsTo: located.leadsTo }),
            },
          },
        ],
});
