import { currentId } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

/** Each model is configured once; the first entry counts. */
export const duplicates = defineCheck({
  id: "duplicates",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const current = currentIds({ catalog, models });
    const seen = new Set<string>();
    return modelEntries(config.value).flatMap((entry): Problem[] => {
      const model = currentId(entry.id, current);
      if (!seen.has(model)) {
        seen.add(model);
        return [];
      }
      return [
        {
          code: "duplicate-entries",
          params: { model },
          at: config.at(entry.path),
          fix: configFix(config, [{ op: "remove", path: entry.path }]),
        },
      ];
    });
  },
});
