import type { Problem } from "../../core/problem.ts";
import { supportsDeveloperRole } from "../../core/provider.ts";
import { get } from "../../core/value.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { entriesOf, rightId } from "../references.ts";

/** `supportsDeveloperRole` stands in `compat`; beside the id OpenClaw refuses the whole config. */
export const misplacedCompat = defineCheck({
  id: "misplaced-compat",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) =>
    entriesOf(config.value).flatMap((entry): Problem[] => {
      const value = get(entry.value, ["supportsDeveloperRole"]);
      const path = [...entry.path, "supportsDeveloperRole"];
      const own = [...entry.path, "compat", "supportsDeveloperRole"];
      const model = rightId(entry.id, catalog);
      if (value !== undefined) {
        const wanted = typeof value === "boolean" ? value : supportsDeveloperRole(model);
        return [
          {
            code: "misplaced-compat",
            params: { model },
            evidence: [shown(path, value)],
            at: config.at(path),
            fix: configFix(config, [
              { op: "set", path: own, value: wanted },
              { op: "remove", path },
            ]),
          },
        ];
      }
      if (supportsDeveloperRole(model) || get(config.value, own) !== undefined) return [];
      return [
        {
          code: "misplaced-compat",
          severity: "warning",
          params: { model, variant: "missing" },
          at: config.at(entry.path),
          fix: configFix(config, [{ op: "set", path: own, value: false }]),
        },
      ];
    }),
});
