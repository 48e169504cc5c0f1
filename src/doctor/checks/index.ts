import type { Check } from "../check.ts";
import { accepted } from "./accepted.ts";
import { agentModels } from "./agent-models.ts";
import { allowlist } from "./allowlist.ts";
import { answers } from "./answers.ts";
import { api } from "./api.ts";
import { asked } from "./asked.ts";
import { balance } from "./balance.ts";
import { baseUrl } from "./base-url.ts";
import { catalogHidden } from "./catalog-hidden.ts";
import { clobberedConfig } from "./clobbered-config.ts";
import { configFound } from "./config-found.ts";
import { configParses } from "./config-parses.ts";
import { configWritable } from "./config-writable.ts";
import { contextWindow } from "./context-window.ts";
import { cron } from "./cron.ts";
import { developerRole } from "./developer-role.ts";
import { dotenv } from "./dotenv.ts";
import { duplicates } from "./duplicates.ts";
import { fallbackKey } from "./fallback-key.ts";
import { versionFeatures } from "./features.ts";
import { flatEnv } from "./flat-env.ts";
import { gatewayKey } from "./gateway-key.ts";
import { includes } from "./includes.ts";
import { key } from "./key.ts";
import { keySources } from "./key-sources.ts";
import { log } from "./log.ts";
import { managed } from "./managed.ts";
import { maxTokens } from "./max-tokens.ts";
import { metadata } from "./metadata.ts";
import { misplacedCompat } from "./misplaced-compat.ts";
import { modelIds } from "./model-ids.ts";
import { network } from "./network.ts";
import { node } from "./node.ts";
import { openclaw } from "./openclaw.ts";
import { permissions } from "./permissions.ts";
import { pinnedSessions } from "./pinned-sessions.ts";
import { plugin } from "./plugin.ts";
import { priceDrift } from "./price-drift.ts";
import { provider } from "./provider.ts";
import { references } from "./references.ts";
import { resting } from "./resting.ts";
import { schema } from "./schema.ts";
import { secretRef } from "./secret-ref.ts";
import { served } from "./served.ts";
import { serviceKey } from "./service-key.ts";
import { severalConfigs } from "./several-configs.ts";
import { shape } from "./shape.ts";
import { staleIds } from "./stale-ids.ts";
import { streaming } from "./streaming.ts";
import { temperature } from "./temperature.ts";
import { toolCall } from "./tool-call.ts";
import { unlisted } from "./unlisted.ts";

/** Every check, in the order in which equals are shown. */
export const checks: readonly Check[] = [
  node,
  openclaw,
  configFound,
  configParses,
  configWritable,
  includes,
  managed,
  severalConfigs,
  clobberedConfig,
  shape,
  provider,
  schema,
  versionFeatures,
  misplacedCompat,
  modelIds,
  accepted,
  baseUrl,
  api,
  references,
  unlisted,
  fallbackKey,
  allowlist,
  temperature,
  staleIds,
  duplicates,
  metadata,
  contextWindow,
  maxTokens,
  catalogHidden,
  agentModels,
  pinnedSessions,
  cron,
  flatEnv,
  dotenv,
  permissions,
  secretRef,
  key,
  keySources,
  serviceKey,
  network,
  gatewayKey,
  resting,
  plugin,
  balance,
  served,
  answers,
  asked,
  streaming,
  toolCall,
  developerRole,
  priceDrift,
  log,
];
