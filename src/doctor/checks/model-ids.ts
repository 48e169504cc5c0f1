import type { Problem } from "../../core/problem/index.ts";
import { bareId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { entriesOf, rightId } from "../references.ts";

/** Entries carry the bare id: a prefix there goes over the wire, and the gateway answers 503. */
export const modelIds = defineCheck({
  id: "model-ids",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) =>
    entriesOf(config.value)
      .filter((entry) => entry.id !== bareId(entry.id))
      .map((entry): Problem => {
        const path = [...entry.path, "id"];
        const replacement = rightId(entry.id, catalog);
        return {
          code: "double-prefixed-id",
          params: { variant: "entry", model: entry.id, replacement },
          evidence: [shown(path, entry.id)],
          at: config.at(path),
          fix: configFix(config, [{ op: "set", path, value: replacement }]),
        };
      }),
});
