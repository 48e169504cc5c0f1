import type { Check } from "../check.ts";
import { accepted } from "./accepted.ts";
import { allowlist } from "./allowlist.ts";
import { answers } from "./answers.ts";
import { api } from "./api.ts";
import { balance } from "./balance.ts";
import { baseUrl } from "./base-url.ts";
import { clobberedConfig } from "./clobbered-config.ts";
import { configFound } from "./config-found.ts";
import { configParses } from "./config-parses.ts";
import { developerRole } from "./developer-role.ts";
import { duplicates } from "./duplicates.ts";
import { fallbackKey } from "./fallback-key.ts";
import { flatEnv } from "./flat-env.ts";
import { gatewayKey } from "./gateway-key.ts";
import { key } from "./key.ts";
import { keySources } from "./key-sources.ts";
import { log } from "./log.ts";
import { metadata } from "./metadata.ts";
import { misplacedCompat } from "./misplaced-compat.ts";
import { modelIds } from "./model-ids.ts";
import { network } from "./network.ts";
import { openclaw } from "./openclaw.ts";
import { permissions } from "./permissions.ts";
import { plugin } from "./plugin.ts";
import { priceDrift } from "./price-drift.ts";
import { provider } from "./provider.ts";
import { references } from "./references.ts";
import { served } from "./served.ts";
import { severalConfigs } from "./several-configs.ts";
import { staleIds } from "./stale-ids.ts";
import { streaming } from "./streaming.ts";
import { temperature } from "./temperature.ts";
import { toolCall } from "./tool-call.ts";

/** Every check, in the order in which equals are shown. */
export const checks: readonly Check[] = [
  openclaw,
  configFound,
  configParses,
  severalConfigs,
  clobberedConfig,
  provider,
  misplacedCompat,
  modelIds,
  accepted,
  baseUrl,
  api,
  references,
  fallbackKey,
  allowlist,
  temperature,
  staleIds,
  duplicates,
  metadata,
  flatEnv,
  permissions,
  key,
  keySources,
  network,
  gatewayKey,
  plugin,
  balance,
  served,
  answers,
  streaming,
  toolCall,
  developerRole,
  priceDrift,
  log,
];
