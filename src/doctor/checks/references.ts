import type { Change } from "../../core/change/index.ts";
import { formatPath, getArray } from "../../core/json/index.ts";
import { referenceReader } from "../../core/models/index.ts";
import { type ModelReference, modelReferences, planRewrites, removals } from "../../core/openclaw/index.ts";
import { type Problem, problemOf } from "../../core/problem/index.ts";
import { bareId, providerId, toReference } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";
import { currentIds } from "../current-ids.ts";

/** A reference that is wrong, and the text that it should be. */
interface WrongReference {
  readonly reference: ModelReference;
  readonly to: string;
  /** An earlier member of the same list becomes the same text. */
  readonly again: boolean;
}

function problemWith(config: ConfigView, wrong: WrongReference): Problem {
  const { reference, to, again } = wrong;
  const { text: model, key } = reference;
  const path = formatPath(reference.path);
  const changes: readonly Change[] = again
    ? removals([reference.path])
    : planRewrites(config.value, [{ reference, to }]);
  const found = {
    evidence: key ? [path] : [shown(reference.path, model)],
    at: config.at(reference.path),
    fix: configFix(config, changes),
  };
  const isPrefixed = model.startsWith(`${providerId}/`);
  if (isPrefixed && toReference(bareId(model)) !== model)
    return problemOf("double-prefixed-id", { variant: "reference", model, replacement: to, path }, found);
  const code = isPrefixed ? "stale-model-id" : "missing-prefix";
  return problemOf(code, { variant: "configured", model, replacement: bareId(to), path }, found);
}

/** References to our models, wherever the config has them, carry the prefix once and a current id. */
export const references = defineCheck({
  id: "references",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const current = currentIds({ catalog, models });
    const rightReference = referenceReader(config.value, current);
    const listed = new Set<string>();
    return modelReferences(config.value).flatMap((reference): Problem[] => {
      const to = rightReference(reference.text);
      if (to === undefined || to === reference.text) return [];
      const around = reference.path.slice(0, -1);
      const place = JSON.stringify([around, to]);
      const isInList = !reference.key && getArray(config.value, around).length > 0;
      const again = isInList && listed.has(place);
      listed.add(place);
      return [problemWith(config, { reference, to, again })];
    });
  },
});
