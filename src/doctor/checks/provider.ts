import { get, getObject, getString, isObject } from "../../core/json/index.ts";
import { storedKey } from "../../core/keys/index.ts";
import { planProviderRename } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { providerId, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, shown } from "../config-view.ts";

const pluginEntry = ["plugins", "entries", providerId];

/** OpenClaw keeps a sign-in for a provider of this name, which a rename would leave behind. */
const hasSignIn = (config: unknown, name: string) =>
  get(config, ["models", "providers", name, "apiKey"]) === undefined ||
  Object.values(getObject(config, ["auth", "profiles"])).some((one) => getString(one, ["provider"]) === name);

function misnamedProblem(config: ConfigView, name: string): Problem {
  const path = ["models", "providers", name];
  const kept = hasSignIn(config.value, name);
  return {
    code: "provider-misnamed",
    params: { variant: kept ? "kept" : "renamed", provider: name },
    evidence: [shown([...path, "baseUrl"], get(config.value, [...path, "baseUrl"]))],
    at: config.at(path),
    ...(kept ? {} : { fix: configFix(config, planProviderRename(config.value, name)) }),
  };
}

/** The provider is in the config under its name, or comes with the plugin, which needs no block. */
export const provider = defineCheck({
  id: "provider",
  needs: ["config"],
  uses: ["misnamed", "credentials"],
  judge: ({ config, misnamed, credentials }): Problem[] => {
    // A value of another kind stands where the block would be: that is the problem.
    const isInTheWay = [["models"], ["models", "providers"]].some((path) => {
      const value = get(config.value, path);
      return value !== undefined && !isObject(value);
    });
    if (isInTheWay) return [];
    if (isObject(get(config.value, providerPath)) || get(config.value, [...pluginEntry, "enabled"]) === true)
      return [];
    if (misnamed !== undefined) return [misnamedProblem(config, misnamed)];
    const source = storedKey(credentials)?.label;
    const params = source === undefined ? {} : { source };
    return [{ code: "provider-missing", params, at: { file: config.file } }];
  },
});
