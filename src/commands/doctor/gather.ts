import { parseDotenv } from "../../core/dotenv.ts";
import { supportsPlugin } from "../../core/plugin-support.ts";
import { providerId } from "../../core/provider.ts";
import { get, getString, isObject } from "../../core/value.ts";
import { parseConfig, viewConfig } from "../../doctor/config-view.ts";
import { type Gatherers, type GuardedFile, Unmet } from "../../doctor/facts.ts";
import type { Context } from "../../ports.ts";
import { baseUrlInForce } from "../connection.ts";
import { keyInUse, readCredentials } from "../keys.ts";
import { askInactiveSignIns, askPlugin } from "../plugin/openclaw.ts";
import { accountGatherers, chatGatherers, type EarlierLook } from "./gather-gateway.ts";
import { readLog } from "./log.ts";
import { refusalsOf } from "./refusals.ts";

/** What the user let doctor do. */
export interface GatherOptions {
  readonly offline?: boolean;
  /** A log file, or a folder of logs, to read instead of the usual ones. */
  readonly logs?: string;
}

/** How every fact is had on this machine. */
export function gatherersFor(
  context: Context,
  options: GatherOptions,
  earlier: EarlierLook | undefined,
): Gatherers {
  const stored = async (stateDir: string) => (await context.store()).read(`${stateDir}/.env`);
  const places = async (facts: Parameters<Gatherers["config"]>[0]) => {
    const [located, config] = [await facts.get("located"), await facts.get("config")];
    const dotenv = await stored(located.stateDir);
    return { located, config: config.value, dotenvFile: `${located.stateDir}/.env`, dotenv };
  };
  return {
    catalog: () => context.catalog(),
    located: async () => (await context.store()).locate(),
    file: async (facts) => {
      const { configPath } = await facts.get("located");
      const state = await (await context.store()).read(configPath);
      if (state === undefined) throw new Unmet("no-config");
      return state;
    },
    parsed: async (facts) => {
      const files = await context.files();
      return parseConfig(await facts.get("file"), (file) => files.read(file));
    },
    config: async (facts) => {
      const parsed = await facts.get("parsed");
      if (!parsed.ok) throw new Unmet("config-broken");
      return viewConfig(parsed.document, parsed.included);
    },
    credentials: async (facts) => readCredentials(context, await places(facts)),
    guarded: async (facts) => {
      if (context.platform === "win32") throw new Unmet("not-needed");
      const found = await places(facts);
      const files = await context.files();
      const inConfig = (await facts.get("credentials")).sources.some(
        (one) => one.kind === "config" || one.kind === "config-env",
      );
      const guarded: GuardedFile[] = [];
      const add = async (file: string, format: GuardedFile["format"]) => {
        const info = await files.stat(file);
        if (info) guarded.push({ file, info, format });
      };
      if (inConfig) await add(found.located.configPath, "json5");
      if (parseDotenv(found.dotenv?.text ?? "").has("AISA_API_KEY")) await add(found.dotenvFile, "dotenv");
      return guarded;
    },
    clobbered: async (facts) => {
      const { stateDir } = await facts.get("located");
      const names = await (await context.files()).list(stateDir);
      return names.filter((name) => name.includes(".json.clobbered.")).map((name) => `${stateDir}/${name}`);
    },
    openclaw: async () => (await context.openclaw()).state(),
    version: async (facts) => {
      const state = await facts.get("openclaw");
      if (state.kind === "ready") return state.version;
      const touched = getString((await facts.get("config")).value, ["meta", "lastTouchedVersion"]);
      if (touched === undefined) throw new Unmet("no-openclaw");
      return touched;
    },
    plugin: async (facts) => {
      const config = (await facts.get("config")).value;
      // OpenClaw takes seconds to answer: it is asked only where the config names our plugin.
      if (!isObject(get(config, ["plugins", "entries", providerId]))) throw new Unmet("not-needed");
      const openclaw = await facts.get("openclaw");
      if (openclaw.kind !== "ready" || !supportsPlugin(openclaw.version)) throw new Unmet("no-openclaw");
      const [state, inactiveSignIns] = await Promise.all([
        askPlugin(context),
        askInactiveSignIns(context, config),
      ]);
      return { rivals: state?.rivals ?? [], inactiveSignIns };
    },
    refusals: async (facts) => {
      if ((await facts.get("openclaw")).kind !== "ready") throw new Unmet("no-openclaw");
      await facts.get("file");
      return refusalsOf(await context.openclaw());
    },
    target: async (facts) => {
      if (options.offline) throw new Unmet("offline");
      const found = await places(facts);
      const apiKey = await keyInUse(context, found);
      if (apiKey === undefined) throw new Unmet("no-key");
      return { baseUrl: baseUrlInForce(context, found.config), apiKey };
    },
    ...accountGatherers(context, options, earlier),
    ...chatGatherers(context, earlier),
    log: async (facts) => readLog(context, facts, options.logs),
  };
}
