import { defineCheck } from "../check.ts";

/** OpenClaw has not put an older config back. */
export const clobberedConfig = defineCheck({
  id: "clobbered-config",
  needs: ["clobbered"],
  judge: ({ clobbered }) =>
    clobbered.length === 0
      ? []
      : [{ code: "clobbered-config", params: { files: clobbered, count: clobbered.length } }],
});
