import type { Change } from "../../core/change/index.ts";
import { formatPath, get, getArray, getObject, isObject } from "../../core/json/index.ts";
import { type Problem, problemOf } from "../../core/problem/index.ts";
import { bareId, providerId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";
import { type Reference, referencesOf, rightReference } from "../references.ts";

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

/** What puts a reference right. A list names a model once. */
function changesFor(config: ConfigView, one: Reference, replacement: string, again: boolean): Change[] {
  if (one.key) return renamed(config.value, one.path, replacement);
  const list = typeof one.path.at(-1) === "number" ? getArray(config.value, one.path.slice(0, -1)) : [];
  if (again || list.includes(replacement)) return [{ op: "remove", path: one.path }];
  return [{ op: "set", path: one.path, value: replacement }];
}

/** References to our models carry the prefix, once, and an id in use. */
export const references = defineCheck({
  id: "references",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => {
    const listed = new Set<string>();
    return referencesOf(config.value).flatMap((one): Problem[] => {
      const replacement = rightReference(one.text, config.value, catalog);
      if (replacement === undefined || replacement === one.text) return [];
      const isPrefixed = one.text.startsWith(`${providerId}/`);
      const isTwice = isPrefixed && `${providerId}/${bareId(one.text)}` !== one.text;
      const path = formatPath(one.path);
      const place = JSON.stringify([one.path.slice(0, -1), replacement]);
      const again = typeof one.path.at(-1) === "number" && listed.has(place);
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
