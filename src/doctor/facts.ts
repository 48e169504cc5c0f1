import type { JsonObject } from "../core/json/index.ts";
import type { Credentials, RestingCredential } from "../core/keys/index.ts";
import type { Catalog } from "../core/models/index.ts";
import type { CronJob, Located, PinnedSession } from "../core/openclaw/index.ts";
import type { Problem, SecretFlaw } from "../core/problem/index.ts";
import type { Balance, FileInfo, FileState, LiveModel, OpenClawState } from "../ports.ts";
import type { Asked } from "./asked.ts";
import type { ConfigView, ParsedConfig } from "./config-view.ts";
import type { ChatProbe, LogFindings, ModelProbes, NetworkSteps, Outcome, Route } from "./gateway-facts.ts";

/** Why something could not be looked at. */
export type SkipCause =
  | "offline"
  | "probe"
  | "no-config"
  | "config-broken"
  | "no-provider"
  | "no-models"
  | "no-key"
  | "no-base-url"
  | "no-openclaw"
  | "network"
  | "key-refused"
  | "chat-failed"
  | "same-cause"
  | "no-log"
  | "no-modes"
  | "not-needed";

/** Thrown by a fact that cannot be had: the checks that need it are skipped. */
export class FactUnavailable extends Error {
  readonly reason: SkipCause;
  constructor(reason: SkipCause) {
    super(reason);
    this.name = "FactUnavailable";
    this.reason = reason;
  }
}

/** A file that holds, or can hold, a key. */
export interface GuardedFile {
  readonly file: string;
  readonly info: FileInfo;
  readonly format: "json5" | "dotenv";
}

/** What decides where the key is sent, and others may change. */
export interface ExposedPaths {
  /** The config, what it includes and `.env`, where group or others may write. */
  readonly files: readonly GuardedFile[];
  /** The folders that these are in, where group or others may replace a file. */
  readonly folders: readonly { readonly file: string; readonly info: FileInfo }[];
  /** Those of these files and folders that belong to another user, who is not the administrator. */
  readonly foreign: readonly string[];
}

/** An agent's generated copy of the providers (`agents/<id>/agent/models.json`), as far as it is ours. */
export interface AgentModels {
  readonly file: string;
  /** Its block for this provider. */
  readonly block: JsonObject;
}

/** The background service that OpenClaw has installed on this machine. */
export interface GatewayService {
  /** The file that defines it. */
  readonly file: string;
  /** The variable that the config takes the key from. */
  readonly variable: string;
  /** Its environment gives that variable a value. */
  readonly hasKey: boolean;
  /** The file that lists the variable, with or without a value. */
  readonly listed?: string;
  /** The value that counts, and its file. */
  readonly found?: { readonly file: string; readonly value: string };
}

/** What the config's reference to the key leads to, judged for the user that OpenClaw runs as. */
export interface ReferencedSecret {
  /** The file or program, or the provider that is not configured. */
  readonly path: string;
  /** Undefined where OpenClaw gets the key, as far as that can be seen here. */
  readonly flaw: SecretFlaw | undefined;
  readonly mode?: number;
  readonly folder?: string;
  readonly detail?: string;
}

/** The jobs of OpenClaw's scheduler that have a model of their own. `file`: where they are, if in a file. */
export interface ScheduledJobs {
  readonly jobs: readonly CronJob[];
  readonly file?: string;
}

/** Where requests go, and with which key. */
export interface Target {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** OpenClaw's state of the plugin that provides AIsa, if one is configured. */
export interface PluginFindings {
  /** Ids of other plugins that provide it too. */
  readonly rivals: readonly string[];
  /** Ids of sign-ins that OpenClaw keeps and does not use. */
  readonly inactiveSignIns: readonly string[];
}

/** Everything that can be known, by name. A fact is gathered when a check first asks for it, and once. */
export interface FactTypes {
  readonly catalog: Catalog;
  readonly located: Located;
  readonly file: FileState;
  readonly parsed: ParsedConfig;
  readonly config: ConfigView;
  readonly credentials: Credentials;
  /** Of references to files and programs. */
  readonly secret: ReferencedSecret;
  readonly guarded: readonly GuardedFile[];
  readonly exposed: ExposedPaths;
  readonly clobbered: readonly string[];
  readonly openclaw: OpenClawState;
  /** The version that will read the config: the installed one, else the one that wrote it last. */
  readonly version: string;
  readonly plugin: PluginFindings;
  /** The complaints of `openclaw config validate`; empty if it accepts the config. */
  readonly refusals: readonly string[];
  readonly target: Target;
  /** The way to the gateway, up to its answer. */
  readonly route: Route;
  /** The same with a plain answer. */
  readonly network: NetworkSteps;
  readonly models: Outcome<readonly LiveModel[]> & { readonly ignored?: readonly Problem[] };
  readonly balance: Outcome<Balance | undefined>;
  readonly asked: Asked;
  readonly chats: readonly ChatProbe[];
  /** Tried with the default model. */
  readonly probes: ModelProbes;
  readonly log: LogFindings;
  /** Version of the Node that runs this. */
  readonly node: string;
  /** The variable that forbids writing the config, where one is set. */
  readonly managedBy: string | undefined;
  /** Why the config could not be written, as far as that is known without writing. */
  readonly obstacle: Problem | undefined;
  /** Why the state directory's `.env` cannot be read, where it cannot. */
  readonly dotenv: Problem | undefined;
  readonly agentModels: readonly AgentModels[];
  readonly service: GatewayService | undefined;
  /** The name of AIsa's block in the config, where it is another one than ours. */
  readonly misnamed: string | undefined;
  /** The sessions that have a model of their own. `at`: when they were seen, where that was not now. */
  readonly sessions: { readonly sessions: readonly PinnedSession[]; readonly at?: number };
  readonly resting: readonly RestingCredential[];
  readonly cron: ScheduledJobs;
}

/** Name of a fact. */
export type FactName = keyof FactTypes;

/** How each fact is gathered. */
export type Gatherers = { readonly [Name in FactName]: (facts: Facts) => Promise<FactTypes[Name]> };

/** The facts of one run. */
export interface Facts {
  /** The fact; rejects with FactUnavailable, or with what gathering it threw. */
  get<Name extends FactName>(name: Name): Promise<FactTypes[Name]>;
  /** The fact, undefined where it cannot be had. */
  find<Name extends FactName>(name: Name): Promise<FactTypes[Name] | undefined>;
}

/** Facts that are gathered lazily and once. */
export function createFacts(gatherers: Gatherers): Facts {
  const memory = new Map<FactName, Promise<unknown>>();
  const facts: Facts = {
    get: async (name) => {
      let found = memory.get(name);
      if (found === undefined) {
        found = gatherers[name](facts);
        memory.set(name, found);
      }
      return (await found) as FactTypes[typeof name];
    },
    find: async (name) => {
      try {
        return await facts.get(name);
      } catch (error) {
        if (error instanceof FactUnavailable) return undefined;
        throw error;
      }
    },
  };
  return facts;
}
