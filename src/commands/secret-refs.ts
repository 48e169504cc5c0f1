import { firstWithSecretRefs, readKeyRef } from "../core/keys/index.ts";
import { atLeast, readingVersion } from "../core/openclaw/index.ts";
import { fail, type Problem } from "../core/problem/index.ts";
import type { Context } from "../ports.ts";

/**
 * What there is to say before a reference is written: nothing of `env:`, which every OpenClaw resolves; where the
 * version is unknown, which one it takes. Throws Failure `openclaw-too-old`: an older one would not start.
 */
export async function checkRefSupport(context: Context, config: unknown, text: string): Promise<Problem[]> {
  if (readKeyRef(text)?.kind === "env") return [];
  const state = await (await context.openclaw()).state();
  const version = readingVersion(state.kind === "ready" ? state.version : undefined, config);
  const required = firstWithSecretRefs;
  if (version === undefined) return [{ code: "openclaw-missing", severity: "info", params: { required } }];
  const path = "models.providers.aisa.apiKey";
  if (!atLeast(version, required))
    throw fail("openclaw-too-old", { variant: "key", path, version, required }, { severity: "error" });
  return [];
}
