import type { StateValue } from "./reasons.ts";

interface AtPath {
  /** As formatPath shows it. */
  readonly path: string;
}

/** Parameters of the codes about desired states, and about configs that are printed. */
export interface DesiredParams {
  /** A desired state that `apply` cannot read. `detail` in the parser's words. */
  "state-invalid": { readonly file: string } & (
    | { readonly variant: "syntax"; readonly detail: string }
    | (AtPath & { readonly variant: "unknown-key"; readonly suggestion?: string })
    | (AtPath & { readonly variant: "wrong-value"; readonly expected: StateValue })
    | (AtPath & { readonly variant: "missing"; readonly key: string })
    | (AtPath & { readonly variant: "literal-key" })
    /** The default model would be removed. */
    | (AtPath & { readonly variant: "needs-primary"; readonly model: string })
    | { readonly variant: "no-such-profile"; readonly profile: string; readonly profiles: readonly string[] }
  );
  /** Text that was to be printed holds secrets; `path`: where the first one is. */
  "key-in-output": AtPath & { readonly count: number };
}
