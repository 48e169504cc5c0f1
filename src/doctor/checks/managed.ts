import { defineCheck } from "../check.ts";

/** Nobody has told OpenClaw to leave its config alone: then nothing here can be fixed either. */
export const managed = defineCheck({
  id: "managed",
  needs: ["managedBy", "located"],
  judge: ({ managedBy, located }) =>
    managedBy === undefined
      ? []
      : [
          {
            code: "config-readonly",
            severity: "info",
            params: { variable: managedBy, file: located.configPath },
          },
        ],
});
