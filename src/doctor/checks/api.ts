import { formatPath } from "../../core/change.ts";
import { providerApi, providerBlock, providerPath } from "../../core/provider.ts";
import { get, isObject } from "../../core/value.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

const path = [...providerPath, "api"];

/** The provider speaks the API that the gateway speaks. */
export const api = defineCheck({
  id: "api",
  needs: ["config"],
  judge: ({ config }) => {
    if (!isObject(get(config.value, providerPath))) return { skipped: "no-provider" };
    const value = providerBlock(config.value)["api"];
    if (value === providerApi) return [];
    return [
      {
        code: "wrong-api-type",
        params: { path: formatPath(path), value: String(value ?? ""), expected: providerApi },
        evidence: [shown(path, value ?? null)],
        at: config.at(value === undefined ? providerPath : path),
        fix: configFix(config, [{ op: "set", path, value: providerApi }]),
      },
    ];
  },
});
