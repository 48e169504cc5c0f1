import { defineCheck } from "../check.ts";

/** OpenClaw's log tells of no failure of this provider. What it tells is past: never worse than a warning. */
export const log = defineCheck({
  id: "log",
  needs: ["log"],
  judge: ({ log: found }) =>
    found.problems.map((problem) => ({ ...problem, severity: "warning", at: { file: found.file } })),
});
