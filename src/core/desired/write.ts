import { get, getString, isObject, type JsonObject } from "../json/index.ts";
import { keyRefText, pluginEnabled } from "../keys/index.ts";
import { agentDefaults, agentIds, modelSettingPath, primaryOf } from "../openclaw/index.ts";
import { bareId, configuredIds, providerPath, toReference } from "../provider/index.ts";

const ours = (reference: unknown): reference is string =>
  typeof reference === "string" && reference.startsWith(toReference(""));

/** The models of ours in a model setting, by bare ids. */
function rolesOf(setting: unknown): JsonObject {
  const primary = primaryOf(setting);
  const list = get(setting, ["fallbacks"]);
  const fallbacks = Array.isArray(list) ? list.filter(ours).map(bareId) : [];
  return {
    ...(ours(primary) ? { primary: bareId(primary) } : {}),
    ...(fallbacks.length > 0 ? { fallbacks } : {}),
  };
}

function agentsOf(config: unknown): JsonObject {
  const agents = agentIds(config).flatMap((id) => {
    const path = modelSettingPath(config, id);
    const roles = path === undefined ? {} : rolesOf(get(config, path));
    return Object.keys(roles).length > 0 ? [[id, roles] as const] : [];
  });
  return agents.length > 0 ? { agents: Object.fromEntries(agents) } : {};
}

/** What is known of a setup besides its config. */
export interface SetupFacts {
  /** With its variables filled in. */
  readonly baseUrl: string | undefined;
  readonly skill: boolean;
}

/**
 * A running setup as `apply` reads it: applying it changes nothing. A key that is in the config itself is left out, and
 * so are models of other providers.
 */
export function exportSetup(config: unknown, { baseUrl, skill }: SetupFacts): JsonObject {
  const key = keyRefText(config, providerPath.concat("apiKey").map(String));
  const models = configuredIds(config);
  const hasBlock = isObject(get(config, providerPath));
  return {
    ...(key === undefined ? {} : { key }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(hasBlock ? { models: [...new Set(models)] } : {}),
    ...rolesOf(get(config, [...agentDefaults, "model"])),
    ...agentsOf(config),
    ...(pluginEnabled(config) ? { plugin: true } : {}),
    ...(skill ? { skill: true } : {}),
  };
}

/** Whether the config holds the key itself, which an export leaves out. */
export function holdsKey(config: unknown): boolean {
  const text = getString(config, [...providerPath, "apiKey"]);
  return Boolean(text) && keyRefText(config, providerPath.concat("apiKey").map(String)) === undefined;
}

/** A text that YAML would not take for anything else; all others are quoted. */
const plainText = /^(?!(?:true|false|null|yes|no|on|off|y|n|~)$)[A-Za-z][\w./@+-]*(?::[\w./@+-]+)*$/i;

const scalar = (value: unknown) =>
  typeof value === "string" && plainText.test(value) ? value : JSON.stringify(value);

function yamlLines(value: JsonObject, indent: string): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const head = `${indent}${scalar(name)}:`;
    if (Array.isArray(member))
      return member.length === 0
        ? [`${head} []`]
        : [head, ...member.map((item) => `${indent}  - ${scalar(item)}`)];
    return isObject(member) ? [head, ...yamlLines(member, `${indent}  `)] : [`${head} ${scalar(member)}`];
  });
}

/** Writes a desired state as YAML: objects, lists of texts, texts, numbers and booleans. */
export function desiredYaml(state: JsonObject, comments: readonly string[]): string {
  return [...comments.map((line) => `# ${line}`), ...yamlLines(state, "")].join("\n");
}
