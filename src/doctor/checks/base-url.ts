import { formatPath, get, isObject } from "../../core/json/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import {
  isLoopbackUrl,
  normalizeBaseUrl,
  providerBlock,
  providerPath,
  withVariables,
} from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix, shown } from "../config-view.ts";

const path = [...providerPath, "baseUrl"];

/** The base URL is a URL, ends in `/v1` once, and is encrypted unless it is this machine's. */
export const baseUrl = defineCheck({
  id: "base-url",
  needs: ["config", "catalog"],
  judge: ({ config, catalog }): readonly Problem[] | { skipped: "no-provider" } => {
    if (!isObject(get(config.value, providerPath))) return { skipped: "no-provider" };
    const value = providerBlock(config.value)["baseUrl"];
    // This check does not judge the value of a variable, and never replaces a reference to one.
    if (typeof value === "string" && withVariables(value, () => undefined) === undefined) return [];
    const normal = typeof value === "string" ? normalizeBaseUrl(value) : undefined;
    const right = normal?.url ?? catalog.provider.baseUrl;
    const isPlain = right.startsWith("http:") && !isLoopbackUrl(right);
    if (normal !== undefined && normal.url === value && !isPlain) return [];
    const own = new URL(catalog.provider.baseUrl).host;
    // Only the owner of another host can know whether it supports https.
    const isTheirs = isPlain && new URL(right).host !== own;
    const replacement = isPlain && !isTheirs ? right.replace(/^http:/, "https:") : right;
    const variant = isPlain ? "plain-http" : value === undefined ? "missing" : "configured";
    return [
      {
        code: "wrong-base-url",
        ...(isTheirs && normal?.url === value ? { severity: "warning" as const } : {}),
        params: { variant, replacement, path: formatPath(path) },
        evidence: value === undefined ? [] : [shown(path, value)],
        at: config.at(value === undefined ? providerPath : path),
        ...(replacement === value
          ? {}
          : { fix: configFix(config, [{ op: "set", path, value: replacement }]) }),
      },
    ];
  },
});
