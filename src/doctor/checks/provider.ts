import { get, isObject } from "../../core/json/index.ts";
import { providerId, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";

const pluginEntry = ["plugins", "entries", providerId];

/** The provider is in the config, or the plugin, which needs no block, provides it. */
export const provider = defineCheck({
  id: "provider",
  needs: ["config"],
  judge: ({ config }) =>
    isObject(get(config.value, providerPath)) || get(config.value, [...pluginEntry, "enabled"]) === true
      ? []
      : [{ code: "provider-missing", params: {}, at: { file: config.file } }],
});
