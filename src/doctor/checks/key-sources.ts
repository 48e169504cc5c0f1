import { type Credentials, type KeySource, pluginEnabled } from "../../core/keys/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { keyReference, keyVariable, providerPath } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix } from "../config-view.ts";

const path = [...providerPath, "apiKey"];

/** Keys that differ. With the plugin, a permanent variable overrides the block's key, which can be removed. */
function conflict(config: ConfigView, credentials: Credentials, inUse: KeySource): Problem[] {
  const read = credentials.sources.filter((one) => one.kind !== "aisa-cli");
  if (new Set(read.map((one) => one.value)).size < 2) return [];
  const isPlugin = pluginEnabled(config.value);
  const isOverruled = isPlugin && inUse.variable === keyVariable;
  const inBlock = read.some((one) => one.kind === "config");
  const lasts = credentials.sources.some((one) => one.kind === "dotenv" && one.value === inUse.value);
  return [
    {
      code: "conflicting-keys",
      params: {
        source: inUse.label,
        sources: read.map((one) => one.label),
        ...(isOverruled && inBlock ? { variant: "plugin" } : {}),
      },
      evidence: read.map((one) => `${one.label}: ${maskKey(one.value)}`),
      ...(isOverruled && inBlock && lasts
        ? { fix: configFix(config, [{ op: "set", path, value: keyReference, secret: true }]) }
        : {}),
    },
  ];
}

/** The places that hold a key agree, and the background service sees one of them. */
export const keySources = defineCheck({
  id: "key-sources",
  needs: ["config", "credentials"],
  uses: ["service"],
  judge: ({ config, credentials, service }) => {
    const { inUse, inService } = credentials;
    if (inUse.kind !== "key") return { skipped: "no-key" };
    const problems = conflict(config, credentials, inUse.source);
    const isBlind = (inService.kind === "text" || inService.kind === "none") && !service?.hasKey;
    if (isBlind)
      problems.push({
        code: "key-not-visible-to-gateway",
        // Without a service, nothing depends on it yet.
        ...(service ? {} : { severity: "info" as const }),
        params: { source: inUse.source.label, ...(service ? { file: service.file } : {}) },
      });
    return problems;
  },
});
