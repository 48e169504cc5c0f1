import { maskKey } from "../../core/text/index.ts";
import type { Facts } from "../../doctor/facts.ts";

/** One place that holds a key, the key itself masked. */
export interface KeyPlace {
  readonly kind: string;
  readonly label: string;
  readonly key: string;
  /** OpenClaw started from this shell uses this one. */
  readonly inUse: boolean;
  /** So does its background service. */
  readonly inService: boolean;
}

/** Which OpenClaw was looked at, where its files are, and which keys there are. `null` for what could not be found out. */
export interface Surroundings {
  readonly openclaw: {
    readonly state: string;
    readonly version: string | null;
    readonly path: string | null;
  };
  readonly config: { readonly file: string; readonly exists: boolean; readonly decidedBy: string } | null;
  readonly stateDir: string | null;
  readonly profile: string | null;
  /** The file that defines OpenClaw's background service. */
  readonly service: string | null;
  /** In OpenClaw's order of precedence. */
  readonly keys: readonly KeyPlace[];
}

/** Collects the facts about what was looked at. */
export async function surroundingsOf(facts: Facts): Promise<Surroundings> {
  const [openclaw, located, credentials, service] = await Promise.all([
    facts.find("openclaw"),
    facts.find("located"),
    facts.find("credentials"),
    facts.find("service"),
  ]);
  const uses = (place: "inUse" | "inService", one: unknown) => {
    const used = credentials?.[place];
    return used?.kind === "key" && used.source === one;
  };
  return {
    openclaw: {
      state: openclaw?.kind ?? "not-run",
      version: openclaw?.kind === "ready" ? openclaw.version : null,
      path: openclaw === undefined || openclaw.kind === "missing" ? null : openclaw.path,
    },
    config: located
      ? { file: located.configPath, exists: located.exists, decidedBy: located.decidedBy }
      : null,
    stateDir: located?.stateDir ?? null,
    profile: located?.profile ?? null,
    service: service?.file ?? null,
    keys: (credentials?.sources ?? []).map((one) => ({
      kind: one.kind,
      label: one.label,
      key: maskKey(one.value),
      inUse: uses("inUse", one),
      inService: uses("inService", one),
    })),
  };
}
