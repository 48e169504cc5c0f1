import { pluginEnabled, storedKey } from "../../core/keys/index.ts";
import { type Pin, pinsOf } from "../../core/models/index.ts";
import { modelRoles, sentFor } from "../../core/openclaw/index.ts";
import { configuredIds, misnamedProvider, providerId, withOwnName } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import type { Facts } from "../../doctor/facts.ts";
import type { Messages } from "../../i18n/index.ts";
import type { Context } from "../../ports.ts";
import type { Setup } from "../../render/status.ts";
import { baseUrlInForce, configuredBaseUrl } from "../connection.ts";

const isoOf = (time: number) => new Date(time).toISOString();

/** The key that OpenClaw would send, or would once AIsa is set up, and what is remembered of its account. */
async function lookAtKey(
  context: Context,
  facts: Facts,
  baseUrl: string,
): Promise<Pick<Setup, "key" | "balance">> {
  const credentials = await facts.find("credentials");
  if (credentials === undefined) return { key: { state: "unknown" } };
  const { inUse } = credentials;
  if (inUse.kind === "hidden") return { key: { state: "hidden", source: inUse.where } };
  if (inUse.kind === "text") return { key: { state: "unresolved", source: inUse.text } };
  const source = storedKey(credentials);
  if (source === undefined) return { key: { state: "missing" } };
  const apiKey = source.value;
  const known = (await context.settings()).account({ baseUrl, apiKey });
  const { kind, label, file = label } = source;
  return {
    key: {
      state: inUse.kind === "key" ? "found" : "stored",
      masked: maskKey(apiKey),
      source: kind === "profile" ? file : label,
      ...(known?.key ? { checked: known.key } : {}),
    },
    ...(known?.balance ? { balance: known.balance } : {}),
  };
}

/** The sessions that keep another model than the default one, by what this machine knows without asking anybody. */
async function lookAtSessions(context: Context, facts: Facts, baseUrl: string): Promise<Setup["sessions"]> {
  const [seen, config] = [await facts.find("sessions"), await facts.find("config")];
  if (seen === undefined || config === undefined) return undefined;
  const [catalog, settings] = [await context.catalog(), await context.settings()];
  const live = settings.liveModels(baseUrl)?.models.map((model) => model.id);
  const pins = pinsOf(config.value, seen.sessions, { catalog, live }, pluginEnabled(config.value));
  return { pins, ...(seen.at === undefined ? {} : { at: seen.at }) };
}

async function lookAtLog(facts: Facts): Promise<Setup["lastProblem"]> {
  const [problem] = (await facts.find("log"))?.problems ?? [];
  return problem;
}

/** Puts together what is set up, from files and from what earlier commands saw. */
export async function lookAtSetup(context: Context, facts: Facts): Promise<Setup> {
  const [located, config] = [await facts.get("located"), await facts.find("config")];
  const parsed = await facts.find("parsed");
  const chosen = context.env["AISA_BASE_URL"];
  const value = withOwnName(config?.value, chosen);
  const { primary, fallbacks } = modelRoles(value);
  const sent = primary === undefined ? undefined : sentFor(value, primary);
  const baseUrl = baseUrlInForce(context, value);
  const [account, sessions, lastProblem] = await Promise.all([
    lookAtKey(context, facts, baseUrl),
    lookAtSessions(context, facts, baseUrl),
    lookAtLog(facts),
  ]);
  const models = configuredIds(value).length;
  return {
    ...account,
    config: {
      file: located.configPath,
      exists: located.exists || parsed !== undefined,
      decidedBy: located.decidedBy,
    },
    unreadable: parsed?.ok === false,
    provider: misnamedProvider(config?.value, chosen) ?? (models > 0 ? providerId : undefined),
    models,
    primary,
    fallbacks,
    sent: sent && { ...sent, baseUrl: configuredBaseUrl(context, value) ?? baseUrl },
    sessions,
    lastProblem,
  };
}

const pinToJson = ({ session, kind }: Pin) => ({
  agent: session.agent,
  key: session.key,
  model: session.model,
  kind,
});

/** What `status --json` has in `data`; `null` for what is not known. Times are ISO 8601, UTC. */
export function setupToJson(setup: Setup, t: Messages) {
  const { key, balance, config, provider, models, primary, fallbacks, sent, sessions, lastProblem } = setup;
  const { checked } = key;
  return {
    key: {
      state: key.state,
      masked: key.masked ?? null,
      source: key.source ?? null,
      checked: checked ? { accepted: checked.accepted, at: isoOf(checked.at) } : null,
    },
    balance: balance
      ? { amount: balance.available, currency: balance.currency, at: isoOf(balance.at) }
      : null,
    config: { ...config, provider: provider ?? null, models },
    default: { primary: primary ?? null, fallbacks },
    sends: sent ? { model: sent.model, baseUrl: sent.baseUrl, temperature: sent.temperature ?? null } : null,
    sessions: sessions
      ? { pinned: sessions.pins.map(pinToJson), at: sessions.at === undefined ? null : isoOf(sessions.at) }
      : null,
    lastProblem: lastProblem
      ? { code: lastProblem.code, title: t.problems(lastProblem).title, ...lastProblem.seen }
      : null,
  };
}
