import { currentId, nearestModels } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries } from "../../core/provider/index.ts";
import { skippedFor } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";

/** Missing models that are looked for by spelling: more than a few become one finding, which names none of these. */
const mostSuggested = 20;

/** The gateway lists every configured model. */
export const served = defineCheck({
  id: "served",
  needs: ["models", "config", "catalog"],
  uses: ["network"],
  judge: ({ models, config, catalog, network }) => {
    if (!models.ok) return { skipped: skippedFor(models, network) ?? "same-cause" };
    const ids = models.value.map((model) => model.id);
    const current = { catalog, live: ids };
    const listed = new Set(ids);
    let suggested = 0;
    return modelEntries(config.value).flatMap((entry): Problem[] => {
      const model = bareId(entry.id);
      // One that is out of use has a check of its own, which knows its new name.
      if (listed.has(model) || currentId(model, current) !== model) return [];
      suggested += 1;
      const suggestions = suggested > mostSuggested ? [] : nearestModels(model, ids);
      return [
        {
          code: "model-not-found",
          severity: "warning",
          params: { model, suggestions },
          at: config.at([...entry.path, "id"]),
        },
      ];
    });
  },
});
