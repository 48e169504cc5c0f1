/** What is known of OpenClaw: its files, its schema by version, references, allowlist, temperature, plugins. */

export {
  agentDefaults,
  agentIdAt,
  agentIds,
  agentPaths,
  modelRoles,
  modelSettingPath,
  primaryOf,
} from "./agents.ts";
export { findAllowlist, hiddenBy, planAllowlist } from "./allowlist.ts";
export { looksDamaged } from "./auto-restore.ts";
export { type CronJob, cronFileIn, firstWithCronDatabase, readCronJobs } from "./cron-jobs.ts";
export { type Environment, homeOf, type LocateOptions, openclawEnvironment } from "./environment.ts";
export { needsRestart } from "./gateway-restart.ts";
export { type Located, locate } from "./locate.ts";
export { type LogEvent, readLogLine } from "./log-line.ts";
export {
  firstWithPlugin,
  inactiveSignIns,
  installFlags,
  type PluginEffect,
  type PluginState,
  pluginEffects,
  readPluginList,
  supportsPlugin,
} from "./plugin-support.ts";
export { type Profile, profilesIn } from "./profiles.ts";
export {
  isUse,
  type ModelReference,
  type ModelUse,
  modelReferences,
  modelUses,
  settingPaths,
  wrongHeartbeats,
} from "./references.ts";
export { planProviderRename, planRenames, planRewrites, removals } from "./rename-references.ts";
export { compatKeys, entryKeys, type KeyTable, meantKey, newestKnown, providerKeys } from "./schema-keys.ts";
export { wrongValues } from "./schema-values.ts";
export { sentFor } from "./sent.ts";
export { gatewayPort, listsVariable, readServiceFile } from "./service-environment.ts";
export {
  firstWithSessionDatabase,
  namedSessionStore,
  type PinnedSession,
  readKeptPins,
  readSessionList,
  readSessionStore,
} from "./sessions.ts";
export { wrongShapes } from "./shapes.ts";
export { agentFile, agentSessionsIn, agentsIn, dotenvIn, pluginIn } from "./state-files.ts";
export { needsVersion, planTemperature, type Temperature, temperaturesReaching } from "./temperature.ts";
export { atLeast, readingVersion } from "./versions.ts";
