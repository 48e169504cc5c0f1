import { get, isObject } from "../../core/json/index.ts";
import { type Credentials, keyWithin, pluginEnabled } from "../../core/keys/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { providerPath } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { type ConfigView, configFix, withoutExcerpt } from "../config-view.ts";

const path = [...providerPath, "apiKey"];

function judgeKey(config: ConfigView, credentials: Credentials): Problem[] {
  const { inUse, reference } = credentials;
  const at = withoutExcerpt(config.at(path));
  if (inUse.kind === "none") return [{ code: "missing-key", params: { provider: "aisa" } }];
  if (inUse.kind === "text") {
    const value = `\${${inUse.name}}`;
    const isMeant = reference.kind === "unresolved" && reference.why !== "escaped";
    return [
      {
        code: "key-unresolved",
        params: { value: inUse.text, expected: value, variable: inUse.name },
        at,
        ...(isMeant ? { fix: configFix(config, [{ op: "set", path, value }]) } : {}),
      },
    ];
  }
  if (inUse.kind !== "key" || inUse.source.flaws.length === 0) return [];
  const { source } = inUse;
  const right = keyWithin(source.value);
  const change = { op: "set", path: source.path ?? [], value: right, secret: true } as const;
  const format = source.kind === "dotenv" ? "dotenv" : "json5";
  const fixable = right !== undefined && source.file !== undefined && source.path !== undefined;
  return [
    {
      code: "malformed-key",
      params: { source: source.label, flaws: source.flaws },
      ...(fixable && ["config", "config-env", "dotenv"].includes(source.kind)
        ? { fix: [{ file: source.file ?? "", format, changes: [change] }] }
        : {}),
    },
  ];
}

/** OpenClaw finds a key, and the text that it would send is one. */
export const key = defineCheck({
  id: "key",
  needs: ["config", "credentials"],
  uses: ["misnamed"],
  judge: ({ config, credentials, misnamed }) => {
    // Its fixes are for a block of our name; without one, OpenClaw takes no key for AIsa from anywhere.
    const isSetUp = isObject(get(config.value, providerPath)) || pluginEnabled(config.value);
    if (misnamed !== undefined || !isSetUp) return { skipped: "no-provider" };
    return judgeKey(config, credentials);
  },
});
