import { providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { withoutExcerpt } from "../config-view.ts";

/** OpenClaw, as the user that its files belong to, gets the key from the file or program that the config refers to. */
export const secretRef = defineCheck({
  id: "secret-ref",
  needs: ["config", "secret"],
  judge: ({ config, secret }) => {
    const { path, flaw, mode, folder, detail } = secret;
    if (flaw === undefined) return [];
    const more = {
      ...(mode === undefined ? {} : { mode: mode.toString(8).padStart(4, "0") }),
      ...(folder === undefined ? {} : { folder }),
      ...(detail === undefined ? {} : { detail }),
    };
    const at = withoutExcerpt(config.at([...providerPath, "apiKey"]));
    return [{ code: "secret-unreadable", params: { variant: flaw, file: path, ...more }, at }];
  },
});
