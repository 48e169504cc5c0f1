import type { Check } from "../check.ts";
import { allowlist } from "./allowlist.ts";
import { api } from "./api.ts";
import { baseUrl } from "./base-url.ts";
import { configParses } from "./config-parses.ts";
import { contextWindow } from "./context-window.ts";
import { fallbackKey } from "./fallback-key.ts";
import { versionFeatures } from "./features.ts";
import { flatEnv } from "./flat-env.ts";
import { includes } from "./includes.ts";
import { key } from "./key.ts";
import { keySources } from "./key-sources.ts";
import { maxTokens } from "./max-tokens.ts";
import { misplacedCompat } from "./misplaced-compat.ts";
import { modelIds } from "./model-ids.ts";
import { references } from "./references.ts";
import { schema } from "./schema.ts";
import { shape } from "./shape.ts";
import { staleIds } from "./stale-ids.ts";
import { temperature } from "./temperature.ts";
import { unlisted } from "./unlisted.ts";

/** The checks that judge the config and the keys by themselves: they need no request and no other program. */
export const localChecks: readonly Check[] = [
  configParses,
  includes,
  shape,
  schema,
  versionFeatures,
  misplacedCompat,
  modelIds,
  baseUrl,
  api,
  references,
  unlisted,
  fallbackKey,
  allowlist,
  temperature,
  staleIds,
  contextWindow,
  maxTokens,
  flatEnv,
  key,
  keySources,
];
