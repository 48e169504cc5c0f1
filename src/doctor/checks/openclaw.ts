import { defineCheck } from "../check.ts";

/** OpenClaw is installed and runs. */
export const openclaw = defineCheck({
  id: "openclaw",
  needs: ["openclaw"],
  judge: ({ openclaw: state }) => {
    if (state.kind === "missing") return [{ code: "openclaw-missing", params: {} }];
    if (state.kind === "broken") return [{ code: "openclaw-not-runnable", params: { detail: state.reason } }];
    return [];
  },
});
