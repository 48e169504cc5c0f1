import { defineCheck } from "../check.ts";

/** The installed OpenClaw accepts the config. */
export const accepted = defineCheck({
  id: "accepted",
  needs: ["refusals", "located"],
  uses: ["version"],
  judge: ({ refusals, located, version }) =>
    refusals.length === 0
      ? []
      : [
          {
            code: "config-schema",
            params: { detail: refusals[0] ?? "", variant: "openclaw", ...(version ? { version } : {}) },
            evidence: refusals.slice(0, 5),
            at: { file: located.configPath },
          },
        ],
});
