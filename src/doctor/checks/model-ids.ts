import { currentId } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

/** Entries have the bare id: a prefix would be sent to the gateway, which answers 503. */
export const modelIds = defineCheck({
  id: "model-ids",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const current = currentIds({ catalog, models });
    return modelEntries(config.value)
      .filter((entry) => entry.id !== bareId(entry.id))
      .map((entry): Problem => {
        const path = [...entry.path, "id"];
        const replacement = currentId(entry.id, current);
        return {
          code: "double-prefixed-id",
          params: { variant: "entry", model: entry.id, replacement },
          evidence: [shown(path, entry.id)],
          at: config.at(path),
          fix: configFix(config, [{ op: "set", path, value: replacement }]),
        };
      });
  },
});
