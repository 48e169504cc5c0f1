import { get } from "../../core/json/index.ts";
import { pluginEnabled } from "../../core/keys/index.ts";
import { currentId, entryFigures } from "../../core/models/index.ts";
import { modelEntries, modelEntry, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

const path = [...providerPath, "models"];

/**
 * With the plugin, the block's list hides the other models of the plugin's catalog (OpenClaw 2026.4.15 and 2026.9.6,
 * run).
 */
export const catalogHidden = defineCheck({
  id: "catalog-hidden",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models: served }) => {
    if (!pluginEnabled(config.value)) return { skipped: "not-needed" };
    const entries = modelEntries(config.value);
    if (!Array.isArray(get(config.value, path)) || entries.length === 0) return [];
    const current = currentIds({ catalog, models: served });
    const listed = entries.map((entry) => currentId(entry.id, current));
    const models = catalog.defaults.filter((id) => !listed.includes(id));
    if (models.length === 0) return [];
    return [
      {
        code: "catalog-hidden",
        params: { models, path: "models.providers.aisa.models" },
        at: config.at(path),
        fix: configFix(
          config,
          models.map((id) => ({ op: "append", path, value: modelEntry(entryFigures(catalog, id)) })),
        ),
      },
    ];
  },
});
