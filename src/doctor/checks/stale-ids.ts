import { formatPath } from "../../core/json/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { entriesOf, rightId } from "../references.ts";

/** No entry has an id that is out of use. */
export const staleIds = defineCheck({
  id: "stale-ids",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const served = new Set(models?.ok ? models.value.map((model) => model.id) : []);
    return entriesOf(config.value).flatMap((entry): Problem[] => {
      const [bare, replacement] = [bareId(entry.id), rightId(entry.id, catalog)];
      if (bare === replacement || served.has(bare)) return [];
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
