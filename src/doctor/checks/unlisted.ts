import { formatPath, get } from "../../core/json/index.ts";
import { pluginEnabled } from "../../core/keys/index.ts";
import { currentId, entryFigures, findModel, nearestModels } from "../../core/models/index.ts";
import { isUse, modelReferences } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries, modelEntry, providerId, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

const path = [...providerPath, "models"];

/** Unknown models that are looked for by spelling: several become one finding, which names none of these. */
const mostSuggested = 20;

/** Every model that is referred to has an entry: without one OpenClaw knows none of its limits, or not the model. */
export const unlisted = defineCheck({
  id: "unlisted",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    if (!Array.isArray(get(config.value, path))) return { skipped: "no-models" };
    // The plugin brings a catalog of its own.
    if (pluginEnabled(config.value)) return { skipped: "not-needed" };
    const current = currentIds({ catalog, models });
    const ids = modelEntries(config.value).map((entry) => currentId(entry.id, current));
    const served = new Map((models?.ok ? models.value : []).toReversed().map((one) => [one.id, one]));
    const known = [...new Set([...ids, ...catalog.models.map((one) => one.id)])];
    let suggested = 0;
    const seen = new Set(ids);
    return modelReferences(config.value).flatMap((one): Problem[] => {
      const model = currentId(one.text, current);
      if (!isUse(one) || !one.text.startsWith(`${providerId}/`) || seen.has(model)) return [];
      seen.add(model);
      const live = served.get(model);
      const isKnown = live !== undefined || findModel(catalog, model) !== undefined;
      const value = modelEntry(entryFigures(catalog, model, live));
      if (!isKnown) suggested += 1;
      const suggestions = isKnown || suggested > mostSuggested ? [] : nearestModels(bareId(model), known);
      return [
        {
          code: "reference-without-entry",
          ...(isKnown ? {} : { severity: "error" as const }),
          params: {
            model,
            path: formatPath(one.path),
            ...(isKnown ? {} : { suggestions }),
          },
          evidence: [shown(one.path, one.text)],
          at: config.at(one.path),
          ...(isKnown ? { fix: configFix(config, [{ op: "append", path, value }]) } : {}),
        },
      ];
    });
  },
});
