import { getObject } from "../../core/json/index.ts";
import { atLeast } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, withoutExcerpt } from "../config-view.ts";

const known = ["vars", "shellEnv"];

/** Variables are in `env.vars`; from 2026.8.2 OpenClaw rejects them directly in `env`. */
export const flatEnv = defineCheck({
  id: "flat-env",
  needs: ["config"],
  uses: ["version"],
  judge: ({ config, version }) =>
    Object.entries(getObject(config.value, ["env"]))
      .filter(([name, value]) => !known.includes(name) && typeof value === "string")
      .map(
        ([name, value]): Problem => ({
          code: "flat-env-block",
          // Before 2026.8.2 it works; it stops when OpenClaw is updated.
          ...(version !== undefined && !atLeast(version, "2026.8.2") ? { severity: "warning" } : {}),
          params: { path: `env.${name}`, replacement: `env.vars.${name}` },
          at: withoutExcerpt(config.at(["env", name])),
          fix: configFix(config, [
            { op: "set", path: ["env", "vars", name], value, secret: true },
            { op: "remove", path: ["env", name], secret: true },
          ]),
        }),
      ),
});
