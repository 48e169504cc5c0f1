import { defineCheck } from "../check.ts";

/** The config can be written, so that this tool and OpenClaw can save changes. */
export const configWritable = defineCheck({
  id: "config-writable",
  needs: ["parsed", "managedBy", "obstacle"],
  judge: ({ managedBy, obstacle }) =>
    // Whoever forbids changes by a variable knows that.
    obstacle?.code !== "config-unwritable" || managedBy !== undefined
      ? []
      : [{ ...obstacle, severity: "warning" }],
});
