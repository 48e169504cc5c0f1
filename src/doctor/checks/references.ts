import type { Change } from "../../core/change/index.ts";
import { formatPath, get, getObject, isObject } from "../../core/json/index.ts";
import { type Problem, problemOf } from "../../core/problem/index.ts";
import { bareId, providerId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";
import { type Reference, referenceReader, referencesOf } from "../references.ts";

/** A key takes its right name; where that one is there already, it gets what it lacks and the wrong one goes. */
function renamed(config: unknown, path: Reference["path"], replacement: string): Change[] {
  const target = [...path.slice(0, -1), replacement];
  const present = get(config, target);
  if (present === undefined) return [{ op: "rename", path, value: replacement }];
  const lacking = Object.entries(getObject(config, path)).filter(
    ([name]) => !isObject(present) || present[name] === undefined,
  );
  return [
    ...(isObject(present) ? [] : [{ op: "set", path: target, value: {} } as const]),
    ...lacking.map(([name, value]): Change => ({ op: "set", path: [...target, name], value })),
    { op: "remove", path },
  ];
}

/** What puts a reference right. `again`: the list that it stands in names the right one as well. */
function changesFor(config: ConfigView, one: Reference, replacement: string, again: boolean): Change[] {
  if (one.key) return renamed(config.value, one.path, replacement);
  if (again) return [{ op: "remove", path: one.path }];
  return [{ op: "set", path: one.path, value: replacement }];
}

/** References to our models carry the prefix, once, and an id in use. */
export const references = defineCheck({
  id: "references",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => {
    const all = referencesOf(config.value);
    const rightReference = referenceReader(config.value, catalog);
    const placeOf = ({ path }: Reference, text: string) => JSON.stringify([path.slice(0, -1), text]);
    const isListed = ({ path, key }: Reference) => !key && typeof path.at(-1) === "number";
    const listed = new Set(all.filter(isListed).map((one) => placeOf(one, one.text)));
    return all.flatMap((one): Problem[] => {
      const replacement = rightReference(one.text);
      if (replacement === undefined || replacement === one.text) return [];
      const isPrefixed = one.text.startsWith(`${providerId}/`);
      const isTwice = isPrefixed && `${providerId}/${bareId(one.text)}` !== one.text;
      const path = formatPath(one.path);
      const place = placeOf(one, replacement);
      const again = isListed(one) && listed.has(place);
      listed.add(place);
      const found = {
        evidence: one.key ? [path] : [shown(one.path, one.text)],
        at: config.at(one.path),
        fix: configFix(config, changesFor(config, one, replacement, again)),
      };
      const model = one.text;
      if (isTwice)
        return [
          {
            ...found,
            code: "double-prefixed-id",
            params: { variant: "reference", model, replacement, path },
          },
        ];
      const code = isPrefixed ? "stale-model-id" : "missing-prefix";
      const params = { variant: "configured", model, replacement: bareId(replacement), path } as const;
      return [problemOf(code, params, found)];
    });
  },
});
