import type { SecretFlaw, StateValue } from "./reasons.ts";

interface AtPath {
  /** As formatPath shows it. */
  readonly path: string;
}

/** A character of a Chinese keyboard or a word processor, and the plain one that is meant. */
export interface WideCharacter {
  readonly found: string;
  readonly plain: string;
}

/** Parameters of the codes about desired states, references to keys, and configs that are printed. */
export interface DesiredParams {
  /** A desired state that `apply` cannot read. `detail` in the parser's words; `wide`: what may be the cause. */
  "state-invalid": { readonly file: string; readonly wide?: WideCharacter } & (
    | { readonly variant: "syntax"; readonly detail: string }
    | (AtPath & { readonly variant: "unknown-key"; readonly suggestion?: string })
    | (AtPath & { readonly variant: "wrong-value"; readonly expected: StateValue })
    | (AtPath & { readonly variant: "missing"; readonly key: string })
    | (AtPath & { readonly variant: "literal-key" })
    /** The default model would be removed. */
    | (AtPath & { readonly variant: "needs-primary"; readonly model: string })
    | { readonly variant: "no-such-profile"; readonly profile: string; readonly profiles: readonly string[] }
  );
  /**
   * The config's reference to the key does not lead to it. `file`: the file or program, or the provider that is not
   * configured; `folder`: the one that keeps OpenClaw out; `detail`: what a program answered.
   */
  "secret-unreadable": {
    readonly variant: SecretFlaw;
    readonly file: string;
    readonly mode?: string;
    readonly folder?: string;
    readonly detail?: string;
  };
  /** Text that was to be printed holds secrets; `path`: where the first one is. */
  "key-in-output": AtPath & { readonly count: number };
}
