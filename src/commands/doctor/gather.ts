import { get, isObject } from "../../core/json/index.ts";
import { dotenvIn, readingVersion, supportsPlugin } from "../../core/openclaw/index.ts";
import { Failure } from "../../core/problem/index.ts";
import { misnamedProvider, providerId, withOwnName } from "../../core/provider/index.ts";
import { parseConfig, viewConfig } from "../../doctor/config-view.ts";
import { FactUnavailable, type Gatherers } from "../../doctor/facts.ts";
import type { Outcome } from "../../doctor/gateway-facts.ts";
import type { Context } from "../../ports.ts";
import { baseUrlInForce } from "../connection.ts";
import { readKeyFiles } from "../key-files.ts";
import { keyAmong, readCredentials } from "../keys.ts";
import { askOpenClaw } from "../openclaw-verdict.ts";
import { askInactiveSignIns, askPlugin, stateOf } from "../plugin/openclaw.ts";
import { fileGatherers } from "./gather-files.ts";
import { accountGatherers, chatGatherers, type EarlierLook } from "./gather-gateway.ts";
import { findSecret } from "./gather-secret.ts";
import { stateGatherers } from "./gather-state.ts";
import { readLog } from "./log.ts";

/** What the user let doctor do. */
export interface GatherOptions {
  readonly offline?: boolean;
  /** Neither ask the gateway nor run OpenClaw, which takes seconds to start. */
  readonly probe?: boolean;
  /** Ask every configured model, whatever the cost. */
  readonly all?: boolean;
  /** A log file, or a folder of logs, to read instead of the usual ones. */
  readonly logs?: string;
}

/** A file's state, or why it cannot be read: not UTF-8, a folder, not ours to read. */
async function readable<T>(reading: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await reading };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, problem: error.problem };
  }
}

/** How every fact is had on this machine. */
export function gatherersFor(context: Context, options: GatherOptions, earlier?: EarlierLook): Gatherers {
  const stored = async (stateDir: string) => readable((await context.store()).read(dotenvIn(stateDir)));
  const places = async (facts: Parameters<Gatherers["config"]>[0]) => {
    const [located, config] = [await facts.get("located"), await facts.get("config")];
    const read = await stored(located.stateDir);
    const dotenv = read.ok ? read.value : undefined;
    const named = withOwnName(config.value, context.env["AISA_BASE_URL"]);
    const keyFiles = () => readKeyFiles(context, named, located.stateDir);
    return { located, config: named, dotenvFile: dotenvIn(located.stateDir), dotenv, keyFiles };
  };
  return {
    catalog: () => context.catalog(),
    located: async () => (await context.store()).locate(),
    file: async (facts) => {
      const { configPath } = await facts.get("located");
      const state = await (await context.store()).read(configPath);
      if (state === undefined) throw new FactUnavailable("no-config");
      return state;
    },
    parsed: async (facts) => {
      const [store, state] = [await context.store(), await readable(facts.get("file"))];
      if (!state.ok) return state;
      return parseConfig(state.value, async (file) => {
        const included = await store.readIncluded(file);
        return included && "text" in included ? included.text : included;
      });
    },
    config: async (facts) => {
      const parsed = await facts.get("parsed");
      if (!parsed.ok) throw new FactUnavailable("config-broken");
      return viewConfig(parsed.config);
    },
    misnamed: async (facts) =>
      misnamedProvider((await facts.get("config")).value, context.env["AISA_BASE_URL"]),
    credentials: async (facts) => readCredentials(context, await places(facts)),
    secret: (facts) => findSecret(context, facts, !options.offline && !options.probe),
    ...fileGatherers(context),
    ...stateGatherers(context, !options.probe),
    dotenv: async (facts) => {
      const read = await stored((await facts.get("located")).stateDir);
      return read.ok ? undefined : read.problem;
    },
    openclaw: async () => {
      if (options.probe) throw new FactUnavailable("probe");
      return (await context.openclaw()).state();
    },
    version: async (facts) => {
      const state = await facts.find("openclaw");
      const installed = state?.kind === "ready" ? state.version : undefined;
      const config = installed === undefined ? (await facts.get("config")).value : undefined;
      const version = readingVersion(installed, config);
      if (version === undefined) throw new FactUnavailable("no-openclaw");
      return version;
    },
    plugin: async (facts) => {
      const config = (await facts.get("config")).value;
      // OpenClaw takes seconds to answer: it is asked only where the config names our plugin.
      if (!isObject(get(config, ["plugins", "entries", providerId]))) throw new FactUnavailable("not-needed");
      const openclaw = await facts.get("openclaw");
      if (openclaw.kind !== "ready" || !supportsPlugin(openclaw.version))
        throw new FactUnavailable("no-openclaw");
      const [answer, inactiveSignIns] = await Promise.all([
        askPlugin(context),
        askInactiveSignIns(context, config),
      ]);
      return { rivals: stateOf(answer)?.rivals ?? [], inactiveSignIns };
    },
    refusals: async (facts) => {
      const state = await facts.get("openclaw");
      if (!(await facts.get("parsed")).ok) throw new FactUnavailable("config-broken");
      const verdict = await askOpenClaw(context, state);
      if (verdict.kind === "unknown") throw new FactUnavailable("no-openclaw");
      return verdict.kind === "accepted" ? [] : verdict.reasons;
    },
    target: async (facts) => {
      if (options.offline) throw new FactUnavailable("offline");
      const found = await places(facts);
      const apiKey = context.demo?.key ?? keyAmong(context, found.config, await facts.get("credentials"));
      if (apiKey === undefined) throw new FactUnavailable("no-key");
      return { baseUrl: baseUrlInForce(context, found.config), apiKey };
    },
    ...accountGatherers(context, options, earlier),
    ...chatGatherers(context, options, earlier),
    log: async (facts) => readLog(context, facts, options.logs),
  };
}
