import { formatPath } from "../../core/json/index.ts";
import { currentId } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

/** No entry has an id that is out of use. */
export const staleIds = defineCheck({
  id: "stale-ids",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const current = currentIds({ catalog, models });
    return modelEntries(config.value).flatMap((entry): Problem[] => {
      const [bare, replacement] = [bareId(entry.id), currentId(entry.id, current)];
      if (bare === replacement) return [];
      const path = [...entry.path, "id"];
      return [
        {
          code: "stale-model-id",
          params: { variant: "configured", model: bare, replacement, path: formatPath(path) },
          evidence: [shown(path, entry.id)],
          at: config.at(path),
          fix: configFix(config, [{ op: "set", path, value: replacement }]),
        },
      ];
    });
  },
});
