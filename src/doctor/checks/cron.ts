import { pluginEnabled } from "../../core/keys/index.ts";
import { currentId, referenceReader } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, configuredIds, providerId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { currentIds } from "../current-ids.ts";

/** Every cron job that has a model of its own names one that the gateway has and the config lists. */
export const cron = defineCheck({
  id: "cron",
  needs: ["config", "catalog", "cron"],
  uses: ["models"],
  judge: ({ config, catalog, cron: { jobs, file }, models }) => {
    const current = currentIds({ catalog, models });
    const rightReference = referenceReader(config.value, current);
    const entries = new Set(configuredIds(config.value).map((id) => currentId(id, current)));
    const needsEntry = !pluginEnabled(config.value);
    return jobs.flatMap(({ id, name, model }): Problem[] => {
      const right = rightReference(model);
      const isWrong = right !== undefined && right !== model;
      const isUnlisted = needsEntry && model.startsWith(`${providerId}/`) && !entries.has(bareId(model));
      if (!isWrong && !isUnlisted) return [];
      return [
        {
          code: "stale-cron-model",
          params: { id, name, model, ...(isWrong ? { replacement: right } : {}) },
          evidence: [`${name} (${id}): payload.model = ${model}`],
          ...(file === undefined ? {} : { at: { file } }),
        },
      ];
    });
  },
});
