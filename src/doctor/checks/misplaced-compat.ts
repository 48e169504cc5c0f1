import { get, getObject, isObject } from "../../core/json/index.ts";
import { currentId } from "../../core/models/index.ts";
import { compatKeys } from "../../core/openclaw/index.ts";
import { type Problem, paramOf } from "../../core/problem/index.ts";
import {
  type ModelEntry,
  modelEntries,
  providerPath,
  supportsDeveloperRole,
} from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";

const role = "supportsDeveloperRole";

/** Members of `compat` that are at the entry's top level. */
function beside(config: ConfigView, entry: ModelEntry, model: string): Problem[] {
  return Object.keys(getObject(entry.value, [])).flatMap((name): Problem[] => {
    if (!Object.hasOwn(compatKeys, name)) return [];
    const path = [...entry.path, name];
    const value = get(config.value, path);
    const own = [...entry.path, "compat", name];
    const isTaken = get(config.value, own) !== undefined;
    const wanted = name !== role || typeof value === "boolean" ? value : supportsDeveloperRole(model);
    return [
      {
        code: "misplaced-compat",
        params: { model, key: name, variant: "entry" },
        evidence: [shown(path, value)],
        at: config.at(path),
        fix: configFix(config, [
          ...(isTaken ? [] : [{ op: "set", path: own, value: wanted } as const]),
          { op: "remove", path },
        ]),
      },
    ];
  });
}

/** `compat`, or a member of it, at the provider: no OpenClaw reads it there. */
function atProvider(config: ConfigView): Problem[] {
  return Object.keys(getObject(config.value, providerPath))
    .filter((name) => name === "compat" || Object.hasOwn(compatKeys, name))
    .map((name): Problem => {
      const path = [...providerPath, name];
      return {
        code: "misplaced-compat",
        params: { model: "aisa", key: name, variant: "provider" },
        evidence: [shown(path, get(config.value, path))],
        at: config.at(path),
        fix: configFix(config, [{ op: "remove", path }]),
      };
    });
}

/** `supportsDeveloperRole` and its like are in an entry's `compat`; anywhere else OpenClaw rejects the whole config. */
export const misplacedCompat = defineCheck({
  id: "misplaced-compat",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => [
    ...atProvider(config),
    ...modelEntries(config.value).flatMap((entry): Problem[] => {
      const model = currentId(entry.id, { catalog });
      const compat = get(entry.value, ["compat"]);
      const problems = beside(config, entry, model);
      const isSaid = problems.some((one) => paramOf(one, "key") === role);
      // A compat that is no object is a fault of its own.
      const isWhole = compat === undefined || isObject(compat);
      if (isSaid || !isWhole || supportsDeveloperRole(model) || get(compat, [role]) !== undefined)
        return problems;
      const missing: Problem = {
        code: "misplaced-compat",
        severity: "warning",
        params: { model, variant: "missing" },
        at: config.at(entry.path),
        fix: configFix(config, [{ op: "set", path: [...entry.path, "compat", role], value: false }]),
      };
      return [...problems, missing];
    }),
  ],
});
