import type { ValueKind } from "./reasons.ts";

interface AtPath {
  /** As formatPath shows it. */
  readonly path: string;
}

/** The forms of what OpenClaw rejects in a config, where it was found in the config itself. */
export interface ConfigFoundParams {
  "config-schema":
    | (AtPath & { readonly variant: "unknown-key" | "wrong-value"; readonly replacement?: string })
    | (AtPath & { readonly variant: "wrong-type"; readonly expected: ValueKind })
    /** `lines`: where each is; of these the last counts. */
    | (AtPath & { readonly variant: "key-twice"; readonly lines: readonly number[] })
    | (AtPath & { readonly variant: "missing" })
    | (AtPath & { readonly file: string } & { readonly variant: "include-missing" })
    | { readonly variant: "openclaw"; readonly detail: string; readonly version?: string }
    | ({ readonly file: string } & { readonly variant: "root" })
    | { readonly variant: "before"; readonly detail: string; readonly version: string };
}
