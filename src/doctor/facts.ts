import type { Catalog } from "../core/catalog.ts";
import type { Credentials } from "../core/credentials.ts";
import type { Located } from "../core/locate.ts";
import type { ProxySetting } from "../core/proxy.ts";
import type {
  Balance,
  FileInfo,
  FileState,
  LiveModel,
  OpenClawState,
  ProbeAnswer,
  ProbeResult,
} from "../ports.ts";
import type { ConfigView, ParsedConfig } from "./config-view.ts";
import type { LogFindings } from "./logs.ts";
import type { OpenClawVerdict } from "./openclaw-verdict.ts";
import type { PluginState } from "./plugin-state.ts";
import type { ChatProbe, Outcome } from "./requests.ts";

/** Why something could not be looked at. */
export type SkipCause =
  | "offline"
  | "no-config"
  | "config-broken"
  | "no-provider"
  | "no-models"
  | "no-key"
  | "key-refused"
  | "no-base-url"
  | "network"
  | "proxy"
  | "plain-http"
  | "no-openclaw"
  | "openclaw-unable"
  | "no-log"
  | "no-service"
  | "not-needed";

/** Thrown by a fact that cannot be had: the checks that need it are skipped. */
export class Unmet extends Error {
  readonly reason: SkipCause;
  constructor(reason: SkipCause) {
    super(reason);
    this.name = "Unmet";
    this.reason = reason;
  }
}

/** The machine that the program runs on. */
export interface Machine {
  readonly nodeVersion: string;
  readonly platform: string;
  readonly home: string;
  /** The base URL of AISA_BASE_URL, which stands above the config's for the plugin and for us. */
  readonly baseUrlVariable: string | undefined;
}

/** A file that holds, or can hold, a key. */
export interface GuardedFile {
  readonly file: string;
  readonly mode: number;
  /** The format that our writer knows it by; undefined for files that are not ours to change. */
  readonly format: "json5" | "dotenv" | undefined;
}

/** Where requests go, and with which key. */
export interface Target {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** The host behind the base URL. */
export interface Host {
  readonly name: string;
  readonly port: number;
  readonly secure: boolean;
  readonly proxy: ProxySetting | undefined;
  /** ALL_PROXY is set and nothing that counts: OpenClaw and we go past it. */
  readonly ignoredProxy: boolean;
  /** The model list under the base URL put right. */
  readonly modelsUrl: string;
}

/** The background service of OpenClaw. */
export interface Service {
  readonly file: string;
  /** It sets the variable of the key itself. */
  readonly setsKey: boolean;
}

/** A generated `models.json` of an agent. */
export interface AgentModels {
  readonly file: string;
  readonly agent: string;
  readonly value: unknown;
}

/** A config that OpenClaw moved away when it put an older one back. */
export interface Clobbered {
  readonly file: string;
  /** ms since 1970. */
  readonly modified: number;
  readonly value: unknown;
}

/** Everything that can be known, by name. A fact is gathered when a check first asks for it, and once. */
export interface FactTypes {
  readonly machine: Machine;
  readonly catalog: Catalog;
  readonly located: Located;
  readonly file: FileState;
  readonly parsed: ParsedConfig;
  readonly config: ConfigView;
  readonly credentials: Credentials;
  readonly guarded: readonly GuardedFile[];
  readonly dotenv: { readonly file: string; readonly info: FileInfo | undefined };
  readonly openclaw: OpenClawState;
  /** The version that will read the config: the installed one, else the one that wrote it last. */
  readonly version: string | undefined;
  readonly verdict: OpenClawVerdict;
  readonly service: Service;
  readonly plugin: PluginState;
  readonly agentModels: readonly AgentModels[];
  readonly clobbered: readonly Clobbered[];
  readonly log: LogFindings;
  readonly host: Host;
  readonly dns: ProbeResult<{ addresses: readonly string[] }>;
  readonly tcp: ProbeResult<object>;
  readonly tls: ProbeResult<{ validTo: string; issuer: string }>;
  readonly http: ProbeResult<ProbeAnswer> & { readonly at: number };
  readonly target: Target;
  readonly models: Outcome<readonly LiveModel[]>;
  readonly balance: Outcome<Balance | undefined>;
  readonly chats: readonly ChatProbe[];
  readonly toolCall: ChatProbe;
  readonly developerRole: readonly ChatProbe[];
}

/** Name of a fact. */
export type FactName = keyof FactTypes;

/** How each fact is gathered. */
export type Gatherers = { readonly [Name in FactName]: (facts: Facts) => Promise<FactTypes[Name]> };

/** The facts of one run. */
export interface Facts {
  /** The fact; rejects with Unmet, or with what gathering it threw. */
  get<Name extends FactName>(name: Name): Promise<FactTypes[Name]>;
  /** The fact, undefined where it cannot be had. */
  find<Name extends FactName>(name: Name): Promise<FactTypes[Name] | undefined>;
}

/**
 * Facts that are gathered lazily and once. `known` are facts of an earlier run that still hold:
 * what the network said need not be asked again because a file changed.
 */
export function createFacts(gatherers: Gatherers, known: ReadonlyMap<FactName, unknown> = new Map()): Facts {
  const memory = new Map<FactName, Promise<unknown>>();
  for (const [name, value] of known) memory.set(name, Promise.resolve(value));
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
        if (error instanceof Unmet) return undefined;
        throw error;
      }
    },
  };
  return facts;
}
