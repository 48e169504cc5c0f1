import { findAllowlist, hiddenBy, planAllowlist } from "../../core/openclaw/index.ts";
import { toReference } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";
import { entriesOf, referenceReader, referencesOf, rightId } from "../references.ts";

/** No allowlist hides a configured model. An error where the hidden one is in use. */
export const allowlist = defineCheck({
  id: "allowlist",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => {
    const found = findAllowlist(config.value);
    if (found.kind === "none") return [];
    const rightReference = referenceReader(config.value, catalog);
    const right = (text: string) => rightReference(text) ?? text;
    const list = { ...found, references: found.references.map(right) };
    const all = [...new Set(entriesOf(config.value).map((entry) => toReference(rightId(entry.id, catalog))))];
    const hidden = hiddenBy(list, all);
    if (hidden.length === 0) return [];
    const isHidden = new Set(hidden);
    const used = referencesOf(config.value).filter((one) => !one.key && isHidden.has(right(one.text)));
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
