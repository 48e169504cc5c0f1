import { get } from "../../core/json/index.ts";
import { currentId, entryFigures, findModel } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

/** No entry allows more tokens of output than its context window has, for which a call reserves money as well. */
export const maxTokens = defineCheck({
  id: "max-tokens",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) =>
    modelEntries(config.value).flatMap((entry): Problem[] => {
      const path = [...entry.path, "maxTokens"];
      const [value, window] = [get(config.value, path), get(entry.value, ["contextWindow"])];
      const model = currentId(entry.id, { catalog });
      const figures = entryFigures(catalog, model);
      const known = findModel(catalog, model) === undefined ? undefined : figures.contextWindow;
      const limit = typeof window === "number" ? window : known;
      // A window that OpenClaw rejects is corrected first.
      if (typeof value !== "number" || limit === undefined || limit < 4000 || value <= limit) return [];
      const right = Math.min(figures.maxTokens, limit);
      return [
        {
          code: "max-tokens-too-large",
          params: { variant: "configured", model, value, limit, replacement: String(right) },
          evidence: [shown(path, value)],
          at: config.at(path),
          fix: configFix(config, [{ op: "set", path, value: right }]),
        },
      ];
    }),
});
