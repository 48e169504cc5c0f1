import type { Problem } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";
import { entriesOf, rightId } from "../references.ts";

/** Each model is configured once; the first entry counts. */
export const duplicates = defineCheck({
  id: "duplicates",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => {
    const seen = new Set<string>();
    return entriesOf(config.value).flatMap((entry): Problem[] => {
      const model = rightId(entry.id, catalog);
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
