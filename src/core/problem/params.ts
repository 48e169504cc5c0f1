import type { SyntaxFault } from "../change/index.ts";
import type { ProblemCode } from "./codes.ts";
import type { ConfigFoundParams } from "./config-params.ts";
import type { DesiredParams } from "./desired-params.ts";
import type { EditObstacle, KeyFileFlaw, UnwritableReason, ValueKind } from "./reasons.ts";
import type { StateFoundParams, StateParams } from "./state-params.ts";
import type { DiagnosedCode, TextFacts } from "./text-facts.ts";

/** A fault at one place of the config. */
interface AtPath {
  /** As formatPath shows it. */
  readonly path: string;
}
interface OfModel {
  readonly model: string;
}
interface InFile {
  readonly file: string;
}
/** The proxy or variable that a network fault is about. */
interface OnTheWay {
  readonly host: string;
  readonly source: string;
}

/** The form that a code takes where doctor or a command found it, and not an error text. */
interface FoundParams extends StateFoundParams, ConfigFoundParams {
  "missing-prefix": OfModel & AtPath & { readonly variant: "configured"; readonly replacement: string };
  "stale-model-id": OfModel & AtPath & { readonly variant: "configured"; readonly replacement: string };
  /** `fallback`: the model is a fallback of an agent with one temperature for all its models. */
  "invalid-temperature": OfModel &
    AtPath & {
      readonly variant: "configured" | "fallback";
      readonly value: string;
      readonly expected: string;
    };
  /** With `model`: one entry overrides the provider's. */
  "wrong-api-type": AtPath & {
    readonly variant: "configured";
    readonly expected: string;
    readonly model?: string;
  };
  "wrong-base-url": AtPath & {
    readonly variant: "configured" | "plain-http" | "missing";
    readonly replacement: string;
  };
  "config-syntax":
    | (InFile & { readonly variant: "empty" })
    | (InFile & { readonly variant: "parser"; readonly detail: string })
    | (InFile & { readonly variant: "typing"; readonly fault: SyntaxFault; readonly count: number })
    | (InFile & { readonly variant: "encoding"; readonly encoding?: string });
  /** USD that the gateway would reserve for one call. */
  "insufficient-quota": OfModel & { readonly variant: "reserve"; readonly usd: string };
  "streaming-broken":
    | (OfModel & { readonly variant: "one-piece" })
    | (OfModel & { readonly variant: "buffered" });
  "tool-call-error":
    | (OfModel & { readonly variant: "text-instead" })
    | (OfModel & { readonly variant: "broken-arguments" });
  "network-dns": OnTheWay & { readonly variant: "unread-proxy" };
  "network-timeout": OnTheWay & { readonly variant: "unread-proxy" };
  "network-refused": OnTheWay & { readonly variant: "unread-proxy" };
  "proxy-error": OnTheWay & { readonly variant: "malformed" | "unreachable" | "password" };
}

/** Parameters of the codes that no error text is explained with. */
interface OwnParams extends DesiredParams, StateParams {
  /** `leadsTo`: the file that the config is a link to. */
  "config-missing": InFile & { readonly leadsTo?: string };
  "config-unwritable": InFile & { readonly variant?: UnwritableReason; readonly detail?: string };
  /** `source`: where a key is stored already. */
  "provider-missing": Partial<InFile> & { readonly source?: string };
  /** `reference`: a reference has the prefix twice, `entry`: the id of an entry has it. */
  "double-prefixed-id":
    | (OfModel & { readonly variant: "entry"; readonly replacement: string })
    | (OfModel & AtPath & { readonly variant: "reference"; readonly replacement: string });
  /** `key`: the name of the member; `provider`: it is on the provider, `missing`: it is nowhere. */
  "misplaced-compat":
    | (OfModel & { readonly variant: "entry" | "provider"; readonly key: string })
    | (OfModel & { readonly variant: "missing" });
  "wrong-fallback-key": AtPath;
  "allowlist-hides-model": AtPath & { readonly models: readonly string[] };
  /** `file`: the definition of the service. */
  "key-not-visible-to-gateway": { readonly source: string } & Partial<InFile>;
  "conflicting-keys":
    | { readonly variant: "hidden"; readonly source: string }
    | {
        readonly variant: "several" | "plugin";
        readonly source: string;
        readonly sources: readonly string[];
      };
  "malformed-key":
    | { readonly source: string; readonly flaws?: readonly string[]; readonly variant?: undefined }
    /** `limit` in KiB. */
    | { readonly variant: KeyFileFlaw; readonly source: string; readonly limit: number };
  /** `readable`: a file with a key; others may write a file or folder; `owner`: it is another user's. */
  "insecure-permissions": InFile & {
    readonly variant: "readable" | "writable-file" | "writable-folder" | "owner";
    readonly mode: string;
    readonly expected: string;
    readonly count: number;
  };
  "key-unresolved": { readonly value: string; readonly variable: string; readonly expected: string };
  "flat-env-block": AtPath & { readonly replacement: string };
  "stale-agent-models": InFile;
  "clobbered-config": { readonly files: readonly string[] };
  "duplicate-entries": OfModel;
  "missing-metadata": OfModel & { readonly keys: readonly string[] };
  "several-configs": InFile & { readonly files: readonly string[] };
  "openclaw-missing": { readonly required?: string };
  "openclaw-too-old":
    | { readonly variant: "command"; readonly version: string; readonly required: string }
    | (AtPath & { readonly variant: "key" | "plugin"; readonly version: string; readonly required: string });
  "openclaw-not-runnable": Partial<InFile> & { readonly detail: string };
  "plugin-conflict": { readonly provider: string; readonly plugins: readonly string[] };
  "sign-in-inactive": { readonly id: string };
  "price-drift":
    | (OfModel & { readonly variant: "gateway" })
    /** `date`: of the list that has other prices. */
    | { readonly variant: "newer-list"; readonly models: readonly string[]; readonly date: string };
  "captive-portal": { readonly host: string };
  "clock-skew": { readonly variant: "ahead" | "behind"; readonly seconds: number };
  "unsupported-node": { readonly version: string; readonly required: string };
  /** `suggestions`: no model of that name is known. */
  "reference-without-entry": OfModel & AtPath & { readonly suggestions?: readonly string[] };
  /** `limit`: tokens that OpenClaw needs at least. */
  "context-window-too-small": OfModel & { readonly limit: number; readonly replacement: string };
  "models-not-asked": { readonly models: readonly string[] };
  "catalog-hidden": AtPath & { readonly models: readonly string[] };

  usage:
    | { readonly variant: "text"; readonly text: string; readonly line?: string }
    | { readonly variant: "bad-profile" | "dev-with-profile"; readonly line?: string }
    | { readonly variant: "empty-path"; readonly flag: string; readonly line?: string };
  /** `variable`: the environment variable that would do as well. */
  "missing-input": { readonly what: string; readonly flag: string; readonly variable?: string };
  /** A key in the `.env` of the working directory. */
  "workspace-key": InFile & { readonly variant: "not-stored" | "used" };
  /** `unlisted`: why the gateway's own list was not searched. */
  "unknown-model": OfModel & { readonly suggestions: readonly string[]; readonly unlisted?: string };
  "model-not-configured": OfModel & { readonly suggestions: readonly string[] };
  "ambiguous-model": OfModel & { readonly models: readonly string[] };
  "invalid-base-url": { readonly url: string; readonly source?: string; readonly variant?: "credentials" };
  /** `backup`: id of the backup from which what was written before can be undone. */
  /** `back`: with Esc, at a question. */
  cancelled: { readonly backup?: string; readonly back?: true };
  "config-changed": InFile;
  "config-locked":
    | (InFile & { readonly variant: "held"; readonly lock: string; readonly pid?: number })
    | (InFile & { readonly variant: "not-a-file"; readonly lock: string });
  "config-readonly": InFile & { readonly variable: string };
  "config-include": AtPath &
    (
      | (InFile & { readonly variant: "not-editable" | "outside" | "hard-link" | "not-an-object" })
      /** The files from the config to the one that is included again. */
      | { readonly variant: "cycle"; readonly files: readonly string[] }
      | (InFile & { readonly variant: "too-deep" | "too-many"; readonly limit: number })
      /** The limit in MiB. `grows-too-large`: with the change that was asked for. */
      | (InFile & {
          readonly variant: "too-large" | "file-too-large" | "grows-too-large";
          readonly limit: number;
        })
      | { readonly variant: "bad-path"; readonly value: string }
    );
  "config-not-saved": InFile & { readonly detail: string };
  "config-unreadable": /** The limit in MiB, in levels, or in objects and lists. */
    | (InFile & { readonly variant: "too-large" | "too-deep" | "too-many-objects"; readonly limit: number })
    | (InFile & { readonly variant: "too-many-models"; readonly count: number; readonly limit: number })
    | (InFile & { readonly variant: "system"; readonly detail: string })
    | (InFile & { readonly variant: "held"; readonly detail: string });
  "edit-refused": Partial<InFile> &
    Partial<AtPath> & {
      readonly variant: EditObstacle;
      readonly key?: string;
      readonly expected?: ValueKind;
    };
  "disk-full": InFile;
  "refused-by-openclaw": {
    readonly variant: "restored" | "changed-since";
    readonly version?: string;
    readonly detail: string;
  };
  /**
   * A change of several files that was stopped half-way. `command`: the one that was stopped; `half`: `file` could not
   * be written, and `files` already were.
   */
  "interrupted-change":
    | {
        readonly variant: "restored" | "finished" | "kept";
        readonly command: string;
        readonly files: readonly string[];
        readonly backup: string;
      }
    | { readonly variant: "leftover"; readonly files: readonly string[] }
    | (InFile & {
        readonly variant: "half";
        readonly files: readonly string[];
        readonly backup: string;
        readonly detail?: string;
      });
  "written-not-verified":
    | (InFile & { readonly variant: "unread"; readonly detail?: string })
    | (InFile & { readonly variant: "changed-since"; readonly missing: string });
  "nothing-to-undo": { readonly backup?: string };
  "changed-since": InFile;
  "gateway-lists-nothing":
    | { readonly variant: "empty"; readonly url: string }
    | { readonly variant: "none-of-ours"; readonly url: string; readonly models: readonly string[] };
  /** `ignored`: ids that cannot be used, and ids with the figure that is impossible. */
  "model-list-partly-ignored": { readonly ignored: readonly string[] };
  "plugin-refused": { readonly version: string; readonly detail: string };
  "skill-changed": InFile;
  "fix-conflict": AtPath & { readonly checks: readonly string[] };
  "report-not-merged": {
    readonly variant: "missing" | "empty" | "incomplete" | "foreign" | "too-large";
    readonly files: readonly string[];
  };
  /** `unnamed`: without the machine's name; `superseded`: there is a newer one of the same machine. */
  "report-outdated": {
    readonly variant: "unnamed" | "stale" | "superseded";
    readonly files: readonly string[];
  };
  "check-crashed": { readonly check: string; readonly detail: string };
  "temp-folder-unusable": InFile & { readonly detail: string };
  /** `call`: the system call that failed, or the error's code where Node names no call. */
  "system-error":
    | (Partial<InFile> & { readonly variant?: never; readonly call: string; readonly detail: string })
    | { readonly variant: "rejected"; readonly detail: string };
  "internal-error": { readonly detail: string };
}

/** The parameters of one code: what its words can rely on. */
export type ParamsOf<Code extends ProblemCode> =
  | (Code extends DiagnosedCode ? TextFacts : never)
  | (Code extends keyof FoundParams ? FoundParams[Code] : never)
  | (Code extends keyof OwnParams ? OwnParams[Code] : never);

/** Codes with parameters beyond those found in a text. */
export type PlacedCode = keyof FoundParams | keyof OwnParams;

/** The parameters of {@link PlacedCode}, without those found in a text. */
export type PlacedParamsOf<Code extends PlacedCode> = Code extends keyof FoundParams
  ? FoundParams[Code]
  : Code extends keyof OwnParams
    ? OwnParams[Code]
    : never;
