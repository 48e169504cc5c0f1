import { get } from "../../core/json/index.ts";
import { currentId, entryFigures } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { modelEntries, modelEntry } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";

const wanted = ["name", "cost", "contextWindow", "maxTokens"] as const;

/** Entries have a name, prices and limits; OpenClaw rejects a config with an entry without a name. */
export const metadata = defineCheck({
  id: "metadata",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) =>
    modelEntries(config.value).flatMap((entry): Problem[] => {
      const missing = wanted.filter((name) => get(entry.value, [name]) === undefined);
      if (missing.length === 0) return [];
      const model = currentId(entry.id, { catalog });
      const figures = modelEntry(entryFigures(catalog, model));
      return [
        {
          code: "missing-metadata",
          severity: missing.includes("name") ? "error" : "warning",
          params: { model, keys: missing },
          at: config.at(entry.path),
          fix: configFix(
            config,
            missing.map((name) => ({ op: "set", path: [...entry.path, name], value: figures[name] })),
          ),
        },
      ];
    }),
});
