import { findModel } from "../../core/catalog.ts";
import { formatPath } from "../../core/change.ts";
import type { Problem } from "../../core/problem.ts";
import { bareId } from "../../core/provider.ts";
import { planTemperature, temperaturesReaching } from "../../core/temperature.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { entriesOf } from "../references.ts";

/** No temperature reaches a model that takes one only (Kimi K2.5: 1). */
export const temperature = defineCheck({
  id: "temperature",
  needs: ["config", "catalog"],
  uses: ["version"],
  judge: ({ config, catalog, version }) =>
    [...new Set(entriesOf(config.value).map((entry) => bareId(entry.id)))].flatMap((model): Problem[] => {
      const only = findModel(catalog, model)?.onlyTemperature;
      if (only === undefined) return [];
      const changes = planTemperature(config.value, model, only, version);
      return temperaturesReaching(config.value, model)
        .filter((one) => one.value !== only)
        .map((one) => ({
          code: "invalid-temperature",
          params: { model, path: formatPath(one.path), value: String(one.value), expected: String(only) },
          evidence: [shown(one.path, one.value)],
          at: config.at(one.path),
          ...(changes === undefined ? {} : { fix: configFix(config, changes) }),
        }));
    }),
});
