import { get } from "../../core/json/index.ts";
import { currentId, entryFigures } from "../../core/models/index.ts";
import { atLeast } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

/** The least context window that OpenClaw works with, in tokens (run: 2026.4.15 and 2026.9.6). */
const least = (version: string | undefined) =>
  version !== undefined && atLeast(version, "2026.8.2") ? 4000 : 16_000;

/** OpenClaw rejects every turn of a model whose entry has a context window below its minimum. */
export const contextWindow = defineCheck({
  id: "context-window",
  needs: ["config", "catalog"],
  uses: ["version"],
  judge: ({ config, catalog, version }) =>
    modelEntries(config.value).flatMap((entry): Problem[] => {
      const path = [...entry.path, "contextWindow"];
      const value = get(config.value, path);
      if (typeof value !== "number" || value <= 0 || value >= least(version)) return [];
      const model = currentId(entry.id, { catalog });
      const right = entryFigures(catalog, model).contextWindow;
      return [
        {
          code: "context-window-too-small",
          params: {
            model,
            limit: least(version),
            replacement: String(right),
            ...(version ? { version } : {}),
          },
          evidence: [shown(path, value)],
          at: config.at(path),
          fix: configFix(config, [{ op: "set", path, value: right }]),
        },
      ];
    }),
});
