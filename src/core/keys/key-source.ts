import type { DocumentPath } from "../json/index.ts";
import type { Environment } from "../openclaw/index.ts";
import type { KeyFlaw } from "./key-flaws.ts";

/** Where a key was found. `aisa-cli` is the vendor's own tool: OpenClaw never looks there. */
export type KeySourceKind =
  | "environment"
  | "workspace"
  | "dotenv"
  | "config-env"
  | "config"
  | "secret-file"
  | "profile"
  | "aisa-cli";

/** One place that holds a key. The value is secret: it is never put into a Problem but through maskKey. */
export interface KeySource {
  readonly kind: KeySourceKind;
  /** What people call it: a variable, a file, a path inside the config. */
  readonly label: string;
  readonly file?: string;
  /** The path inside the file: the member of the config, or the variable of a `.env`. */
  readonly path?: DocumentPath;
  /** The variable it is the value of. */
  readonly variable?: string;
  readonly value: string;
  readonly flaws: readonly KeyFlaw[];
}

/** Everything that can hold a key, as read. Texts are undefined where there is no such file. */
export interface KeyPlaces {
  readonly env: Environment;
  /** The config as OpenClaw sees it, `$include`s resolved. */
  readonly config: unknown;
  readonly configFile: string;
  readonly dotenvFile: string;
  readonly dotenv: string | undefined;
  /** `.env` of the working directory. */
  readonly workspaceFile: string;
  readonly workspace: string | undefined;
  /** Every agent's `auth-profiles.json`. */
  readonly profiles: readonly { readonly file: string; readonly text: string }[];
  /** `config.json` of the vendor's `aisa` tool. */
  readonly aisaCli?: { readonly file: string; readonly text: string } | undefined;
  /** Text of the file that a file SecretRef names. */
  readonly secretText?: string | undefined;
  /** The provider plugin is installed and enabled. */
  readonly plugin: boolean;
}
