import { defineCheck } from "../check.ts";

/** The config is not marked as read-only for OpenClaw, which would rule out every fix here too. */
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
