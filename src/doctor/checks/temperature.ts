import { formatPath } from "../../core/json/index.ts";
import { findModel } from "../../core/models/index.ts";
import { isUse, modelReferences, planTemperature, temperaturesReaching } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries, providerId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

/** Our models that the config has, or refers to. */
function modelsIn(config: unknown): string[] {
  const used = modelReferences(config).filter((one) => isUse(one) && one.text.startsWith(`${providerId}/`));
  const ids = [...modelEntries(config).map((entry) => entry.id), ...used.map((one) => one.text)];
  return [...new Set(ids.map(bareId))];
}

/** No temperature reaches a model that takes one only (Kimi K2.5: 1). */
export const temperature = defineCheck({
  id: "temperature",
  needs: ["config", "catalog"],
  uses: ["version"],
  judge: ({ config, catalog, version }) =>
    modelsIn(config.value).flatMap((model): Problem[] => {
      const only = findModel(catalog, model)?.onlyTemperature;
      if (only === undefined) return [];
      const changes = planTemperature(config.value, model, only, version);
      return temperaturesReaching(config.value, model)
        .filter((one) => one.value !== only)
        .map((one): Problem => {
          // An agent's temperature is that of all its models: as a mere fallback this one must not decide it.
          const isShared = one.reach === "agent-fallback";
          return {
            code: "invalid-temperature",
            ...(isShared ? { severity: "warning" } : {}),
            params: {
              model,
              path: formatPath(one.path),
              value: String(one.value),
              expected: String(only),
              variant: isShared ? "fallback" : "configured",
            },
            evidence: [shown(one.path, one.value)],
            at: config.at(one.path),
            ...(changes === undefined || isShared ? {} : { fix: configFix(config, changes) }),
          };
        });
    }),
});
