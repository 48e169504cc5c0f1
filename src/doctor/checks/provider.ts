import { providerPath } from "../../core/provider.ts";
import { get, isObject } from "../../core/value.ts";
import { defineCheck } from "../check.ts";

/** The provider is in the config. */
export const provider = defineCheck({
  id: "provider",
  needs: ["config"],
  judge: ({ config }) =>
    isObject(get(config.value, providerPath))
      ? []
      : [{ code: "provider-missing", params: { path: "models.providers.aisa" }, at: { file: config.file } }],
});
