import type { Change } from "../../core/change/index.ts";
import { type DocumentPath, formatPath, get, isObject } from "../../core/json/index.ts";
import { atLeast, firstWithPlugin } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { keyVariable, providerId, providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, withoutExcerpt } from "../config-view.ts";

const defaults = ["agents", "defaults"];
const plugin = ["plugins", "entries", providerId, "enabled"];

interface Feature {
  readonly path: DocumentPath;
  readonly since: string;
  readonly isUsed: (value: unknown) => boolean;
  /** The equivalent setting that older versions accept. */
  readonly otherwise?: (value: unknown) => Change | undefined;
}

const present = (value: unknown) => value !== undefined;
const modelPath = [...defaults, "model"];
const apiKeyPath = [...providerPath, "apiKey"];

/**
 * Settings by the OpenClaw that introduced them, found by running 2026.1.30 to 2026.9.6: an older one rejects the
 * config.
 */
const features: readonly Feature[] = [
  { path: plugin, since: firstWithPlugin, isUsed: (value) => value === true },
  {
    path: modelPath,
    since: "2026.3.13",
    isUsed: (value) => typeof value === "string",
    otherwise: (primary) => ({ op: "set", path: modelPath, value: { primary } }),
  },
  {
    path: apiKeyPath,
    since: "2026.3.13",
    isUsed: isObject,
    otherwise: (value) =>
      get(value, ["source"]) === "env"
        ? { op: "set", path: apiKeyPath, value: `\${${String(get(value, ["id"]) ?? keyVariable)}}` }
        : undefined,
  },
  { path: [...defaults, "params"], since: "2026.4.15", isUsed: present },
  { path: [...defaults, "modelPolicy"], since: "2026.8.2", isUsed: present },
  { path: ["agents", "entries"], since: "2026.8.2", isUsed: present },
];

function judgeFeature(config: ConfigView, version: string, feature: Feature): Problem[] {
  const { path, since, isUsed, otherwise } = feature;
  const value = get(config.value, path);
  if (!isUsed(value) || atLeast(version, since)) return [];
  const change = otherwise?.(value);
  return [
    {
      code: "openclaw-too-old",
      // The plugin is merely without effect there; what is unknown keeps OpenClaw from starting.
      severity: path === plugin ? "warning" : "error",
      params: {
        version,
        required: since,
        path: formatPath(path),
        variant: path === plugin ? "plugin" : "key",
      },
      at: withoutExcerpt(config.at(path)),
      ...(change ? { fix: configFix(config, [change]) } : {}),
    },
  ];
}

/** The OpenClaw that will read the config knows what the config uses. */
export const versionFeatures = defineCheck({
  id: "features",
  needs: ["config", "version"],
  judge: ({ config, version }) => features.flatMap((one) => judgeFeature(config, version, one)),
});
