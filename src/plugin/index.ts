import { env } from "node:process";
import { provider as english } from "../i18n/en/provider.ts";
import { chooseLocale } from "../i18n/index.ts";
import { provider as chinese } from "../i18n/zh-CN/provider.ts";
import { catalog } from "./catalog.ts";
import { createLiveList } from "./live.ts";
import { createProvider } from "./provider.ts";
import type { PluginApi } from "./sdk.ts";

// One list for all registrations: OpenClaw registers a plugin several times in one process.
const live = createLiveList(globalThis.fetch, Date.now);

/** From 2026.5 on OpenClaw starts with the manifest's catalog and asks the hook only to refresh it. */
function catalogRunsAtStart(version: string | undefined): boolean {
  const [year = 0, month = 0] = (version ?? "").split(".").map(Number);
  return year < 2026 || (year === 2026 && month < 5);
}

/** The OpenClaw provider plugin. It loads in OpenClaw 2026.4.15 to 2026.9.6 and imports nothing of its SDK to do so. */
export default {
  id: "aisa",
  name: "AIsa",
  description: "AIsa provider: Qwen, DeepSeek, Kimi and Doubao with one key",
  register(api: PluginApi): void {
    const texts = chooseLocale(undefined, env) === "zh-CN" ? chinese : english;
    api.registerProvider(
      createProvider({
        catalog,
        env,
        live,
        texts,
        now: Date.now,
        catalogRunsAtStart: catalogRunsAtStart(api.runtime?.version),
      }),
    );
  },
};
