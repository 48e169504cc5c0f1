import { currentId, referenceReader } from "../../core/models/index.ts";
import { findAllowlist, hiddenBy, modelReferences, planAllowlist } from "../../core/openclaw/index.ts";
import { modelEntries, toReference } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

/** No allowlist hides a configured model. An error where the hidden one is in use. */
export const allowlist = defineCheck({
  id: "allowlist",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const found = findAllowlist(config.value);
    if (found.kind === "none") return [];
    const current = currentIds({ catalog, models });
    const rightReference = referenceReader(config.value, current);
    const right = (text: string) => rightReference(text) ?? text;
    const list = { ...found, references: found.references.map(right) };
    const all = [
      ...new Set(modelEntries(config.value).map((entry) => toReference(currentId(entry.id, current)))),
    ];
    const hidden = hiddenBy(list, all);
    if (hidden.length === 0) return [];
    const isHidden = new Set(hidden);
    const used = modelReferences(config.value).filter((one) => !one.key && isHidden.has(right(one.text)));
    const path = ["agents", "defaults", ...(found.kind === "policy" ? ["modelPolicy", "allow"] : ["models"])];
    return [
      {
        code: "allowlist-hides-model",
        severity: used.length > 0 ? "error" : "warning",
        params: { models: hidden, path: path.join(".") },
        at: config.at(path),
        fix: configFix(config, planAllowlist(config.value, hidden)),
      },
    ];
  },
});
