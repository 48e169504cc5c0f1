import { inlineKeyId } from "../../core/keys/index.ts";
import { atLeast, firstWithSessionDatabase } from "../../core/openclaw/index.ts";
import type { Problem, ProblemCode } from "../../core/problem/index.ts";
import { isAboutKey } from "../answer-problems.ts";
import { defineCheck } from "../check.ts";
import type { FactTypes } from "../facts.ts";

/** What the gateway says of the key now; undefined where it could not be asked. */
function works(
  models: FactTypes["models"] | undefined,
  balance: FactTypes["balance"] | undefined,
): boolean | undefined {
  if (models === undefined) return undefined;
  if (!models.ok) return isAboutKey(models.problem) ? false : undefined;
  return !(balance?.ok && balance.value !== undefined && balance.value.available <= 0);
}

/** The failures that lead to a rest, by OpenClaw's word for its reason. */
const causes: Readonly<Record<string, readonly ProblemCode[]>> = {
  billing: ["insufficient-quota", "rate-limited"],
  auth: ["invalid-key", "missing-key", "key-expired-or-disabled"],
  auth_permanent: ["invalid-key", "key-expired-or-disabled"],
  rate_limit: ["rate-limited", "insufficient-quota"],
};

/** The words of the log about the failure that led to a rest: one that fits the reason, else the newest. */
function behind(reason: string | undefined, log: FactTypes["log"] | undefined): readonly string[] {
  const told = (log?.problems ?? []).filter((one) => one.code !== "resting-profile" && one.evidence);
  const fitting = told.find((one) => causes[reason ?? ""]?.includes(one.code));
  return (fitting ?? told[0])?.evidence?.slice(0, 1) ?? [];
}

/** OpenClaw has not put a credential of the provider to rest. */
export const resting = defineCheck({
  id: "resting",
  needs: ["resting"],
  uses: ["version", "models", "balance", "log"],
  judge: ({ resting: credentials, version, models, balance, log }) =>
    credentials.map(({ id, kind, reason, until }): Problem => {
      const isNew = version !== undefined && atLeast(version, firstWithSessionDatabase);
      const accepted = works(models, balance);
      const end = new Date(until).toISOString();
      const why = reason ?? (kind === "cooldown" ? undefined : kind);
      return {
        code: "resting-profile",
        // An older OpenClaw tries a resting key again when it has no other.
        ...(isNew && kind !== "cooldown" ? {} : { severity: "warning" as const }),
        params: {
          variant: isNew ? (id === inlineKeyId ? "inline" : "profile") : "older",
          id,
          until: end,
          ...(why === undefined ? {} : { reason: why }),
          ...(accepted === undefined ? {} : { works: accepted }),
        },
        evidence: [`${id}: ${kind}${reason ? ` (${reason})` : ""} until ${end}`, ...behind(reason, log)],
      };
    }),
});
