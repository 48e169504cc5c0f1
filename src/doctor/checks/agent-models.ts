import { formatPath, get, getArray, getString, isObject, type JsonObject } from "../../core/json/index.ts";
import { pluginEnabled, usedKey } from "../../core/keys/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, normalizeBaseUrl, providerId, providerPath } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { defineCheck } from "../check.ts";

const path = ["providers", providerId];

/** A key that is written out, and not the name of a variable or a mark of OpenClaw's own. */
const isLiteral = (key: string) => /^sk-/.test(key);

/** Where an agent's copy differs from the config, in the words of the file. */
function differences(copy: JsonObject, block: JsonObject | undefined, key: string | undefined): string[] {
  if (block === undefined) return [formatPath(path)];
  const url = (value: unknown) => (typeof value === "string" ? normalizeBaseUrl(value)?.url : undefined);
  const found: string[] = [];
  const differ = (name: string) => found.push(`${formatPath([...path, name])} = ${String(copy[name])}`);
  if (copy["baseUrl"] !== undefined && url(copy["baseUrl"]) !== url(block["baseUrl"])) differ("baseUrl");
  if (copy["api"] !== undefined && copy["api"] !== block["api"]) differ("api");
  const own = copy["apiKey"];
  if (typeof own === "string" && isLiteral(own) && key !== undefined && own !== key)
    found.push(`${formatPath([...path, "apiKey"])} = ${maskKey(own)}`);
  const ids = getArray(copy, ["models"]).map((entry) => getString(entry, ["id"]) ?? "");
  const prefixed = ids.find((id) => id !== bareId(id));
  if (prefixed !== undefined) found.push(`${formatPath([...path, "models"])}: ${prefixed}`);
  return found;
}

/**
 * No agent has a generated copy of the provider that differs from the config: OpenClaw up to 2026.4 would use its
 * address and key. The fix removes that part of the file; OpenClaw writes it again before the next turn.
 */
export const agentModels = defineCheck({
  id: "agent-models",
  needs: ["config", "agentModels"],
  uses: ["credentials"],
  judge: ({ config, agentModels: copies, credentials }) => {
    const block = get(config.value, providerPath);
    if (!isObject(block) && pluginEnabled(config.value)) return { skipped: "not-needed" };
    const key = credentials && usedKey(credentials);
    return copies.flatMap(({ file, block: copy }): Problem[] => {
      const evidence = differences(copy, isObject(block) ? block : undefined, key);
      if (evidence.length === 0) return [];
      return [
        {
          code: "stale-agent-models",
          params: { file },
          evidence,
          at: { file },
          fix: [{ file, format: "json5", changes: [{ op: "remove", path }] }],
        },
      ];
    });
  },
});
