import type { Problem } from "../../core/problem.ts";
import { getObject } from "../../core/value.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";

const known = ["vars", "shellEnv"];

/** Variables stand in `env.vars`; directly in `env` OpenClaw refuses them from 2026.8.2. */
export const flatEnv = defineCheck({
  id: "flat-env",
  needs: ["config"],
  judge: ({ config }) =>
    Object.entries(getObject(config.value, ["env"]))
      .filter(([name, value]) => !known.includes(name) && typeof value === "string")
      .map(
        ([name, value]): Problem => ({
          code: "flat-env-block",
          params: { path: `env.${name}`, replacement: `env.vars.${name}` },
          at: { file: config.file, ...position(config.at(["env", name])) },
          fix: configFix(config, [
            { op: "set", path: ["env", "vars", name], value, secret: true },
            { op: "remove", path: ["env", name], secret: true },
          ]),
        }),
      ),
});

/** Line and column without the excerpt, which may hold a key. */
function position({ line, column }: { line?: number; column?: number }) {
  return { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
