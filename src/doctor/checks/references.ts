import { formatPath } from "../../core/change.ts";
import type { Problem } from "../../core/problem.ts";
import { bareId, providerId } from "../../core/provider.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";
import { referencesOf, rightReference } from "../references.ts";

/** References to our models carry the prefix, once, and an id in use. */
export const references = defineCheck({
  id: "references",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) =>
    referencesOf(config.value).flatMap((one): Problem[] => {
      const replacement = rightReference(one.text, config.value, catalog);
      if (replacement === undefined || replacement === one.text) return [];
      const isPrefixed = one.text.startsWith(`${providerId}/`);
      const isTwice = isPrefixed && `${providerId}/${bareId(one.text)}` !== one.text;
      const code = isTwice ? "double-prefixed-id" : isPrefixed ? "stale-model-id" : "missing-prefix";
      return [
        {
          code,
          params: { model: one.text, replacement: bareId(replacement), path: formatPath(one.path) },
          evidence: one.key ? [formatPath(one.path)] : [shown(one.path, one.text)],
          at: config.at(one.path),
          fix: configFix(config, [{ op: one.key ? "rename" : "set", path: one.path, value: replacement }]),
        },
      ];
    }),
});
