import { formatPath, get, isObject } from "../../core/json/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, modelEntries, providerApi, providerBlock, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";

const path = [...providerPath, "api"];
// The gateway serves these through their vendors' own APIs too.
const hasOtherApi = /^(?:gpt-|chatgpt-|o\d|claude|gemini|grok|deepseek-v4)/;

/** Entries with an API that the gateway does not support for their model. */
function judgeEntries(config: ConfigView): Problem[] {
  return modelEntries(config.value).flatMap((entry): Problem[] => {
    const own = [...entry.path, "api"];
    const value = get(config.value, own);
    if (value === undefined || value === providerApi || hasOtherApi.test(bareId(entry.id))) return [];
    return [
      {
        code: "wrong-api-type",
        params: {
          path: formatPath(own),
          variant: "configured",
          expected: providerApi,
          model: bareId(entry.id),
        },
        evidence: [shown(own, value)],
        at: config.at(own),
        fix: configFix(config, [{ op: "remove", path: own }]),
      },
    ];
  });
}

/** The provider's API is one that the gateway supports, and so is that of every entry with its own. */
export const api = defineCheck({
  id: "api",
  needs: ["config"],
  judge: ({ config }) => {
    if (!isObject(get(config.value, providerPath))) return { skipped: "no-provider" };
    const value = providerBlock(config.value)["api"];
    if (value === providerApi) return judgeEntries(config);
    return [
      {
        code: "wrong-api-type",
        params: { path: formatPath(path), variant: "configured", expected: providerApi },
        evidence: [shown(path, value ?? null)],
        at: config.at(value === undefined ? providerPath : path),
        fix: configFix(config, [{ op: "set", path, value: providerApi }]),
      },
      ...judgeEntries(config),
    ];
  },
});
