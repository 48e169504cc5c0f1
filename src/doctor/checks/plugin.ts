import type { Problem } from "../../core/problem/index.ts";
import { providerId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";

/** Where the plugin is in use: no other plugin claims the provider, and OpenClaw uses the sign-in it was given. */
export const plugin = defineCheck({
  id: "plugin",
  needs: ["plugin"],
  judge: ({ plugin: { rivals, inactiveSignIns } }) => {
    const conflict: Problem[] =
      rivals.length > 0
        ? [{ code: "plugin-conflict", params: { plugins: rivals, provider: providerId } }]
        : [];
    const asleep = inactiveSignIns.map(
      (value): Problem => ({ code: "sign-in-inactive", params: { id: value } }),
    );
    return [...conflict, ...asleep];
  },
});
