import type { Change } from "../../core/change/index.ts";
import { formatPath, get, getArray } from "../../core/json/index.ts";
import { settingPaths } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

/** Fallback models are under `fallbacks`, not `fallback`. */
export const fallbackKey = defineCheck({
  id: "fallback-key",
  needs: ["config"],
  judge: ({ config }) =>
    settingPaths(config.value).flatMap((setting): Problem[] => {
      const path = [...setting, "fallback"];
      const value = get(config.value, path);
      if (value === undefined) return [];
      const right = [...setting, "fallbacks"];
      const all = [...new Set([...getArray(config.value, right), ...[value].flat()])];
      const changes: Change[] = [
        { op: "set", path: right, value: all },
        { op: "remove", path },
      ];
      return [
        {
          code: "wrong-fallback-key",
          params: { path: formatPath(path) },
          evidence: [shown(path, value)],
          at: config.at(path),
          fix: configFix(config, changes),
        },
      ];
    }),
});
