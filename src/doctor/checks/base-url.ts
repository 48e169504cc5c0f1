import { normalizeBaseUrl, withVariables } from "../../core/base-url.ts";
import { formatPath } from "../../core/change.ts";
import { providerBlock, providerPath } from "../../core/provider.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

const path = [...providerPath, "baseUrl"];
const isLocal = (url: string) => /^http:\/\/(?:127\.|localhost|\[::1\])/.test(url);

/** The base URL is a URL, ends in `/v1` once, and is encrypted unless it is this machine's. */
export const baseUrl = defineCheck({
  id: "base-url",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }) => {
    const value = providerBlock(config.value)["baseUrl"];
    if (value === undefined) return { skipped: "no-provider" };
    // Where a variable leads is not for this check to say, and a reference to one is never replaced.
    if (typeof value === "string" && withVariables(value, () => undefined) === undefined) return [];
    const normal = typeof value === "string" ? normalizeBaseUrl(value) : undefined;
    const right = normal?.url ?? catalog.provider.baseUrl;
    const plain = normal?.url.startsWith("http:") && !isLocal(normal.url);
    if (normal?.url === value && !plain) return [];
    const replacement = plain ? right.replace(/^http:/, "https:") : right;
    return [
      {
        code: "wrong-base-url",
        params: { url: String(value), replacement, path: formatPath(path) },
        evidence: [shown(path, value)],
        at: config.at(path),
        fix: configFix(config, [{ op: "set", path, value: replacement }]),
      },
    ];
  },
});
