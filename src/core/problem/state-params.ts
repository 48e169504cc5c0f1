/** Parameters of what doctor finds in OpenClaw's state beside the config, for codes that error texts have too. */
export interface StateFoundParams {
  /**
   * `profile`: a saved sign-in of OpenClaw 2026.8 or newer, `inline`: the key of the config there, `older`: an older
   * OpenClaw, which tries a resting key again. `until`: ISO 8601, UTC. `works`: what the gateway says of the key now.
   */
  "resting-profile": {
    readonly variant: "profile" | "inline" | "older";
    readonly id: string;
    readonly until: string;
    readonly reason?: string;
    readonly works?: boolean;
  };
  /** An entry allows more tokens of output than its context window has. */
  "max-tokens-too-large": {
    readonly variant: "configured";
    readonly model: string;
    readonly value: number;
    readonly limit: number;
    readonly replacement: string;
  };
}

/** Parameters of what doctor finds in OpenClaw's state beside the config. */
export interface StateParams {
  /** Sessions with a model of their own. `model`: the default one, as a reference; `left`: they could not be changed. */
  "pinned-session": {
    readonly variant: "stale" | "unconfigured" | "other" | "left";
    readonly count: number;
    readonly model: string;
    readonly detail?: string;
  };
  /** `file`: where the service's environment is set; `stored`: the `.env` that has the key. */
  "service-key-missing": {
    readonly variant: "missing" | "older" | "drop-in";
    readonly file: string;
    readonly variable: string;
    readonly stored: string;
  };
  /** `provider`: the name of AIsa's block in the config. `kept`: renaming it would lose a sign-in of that name. */
  "provider-misnamed": { readonly variant: "renamed" | "kept"; readonly provider: string };
  /** `name` and `id` of the cron job; `replacement`: a reference. */
  "stale-cron-model": {
    readonly id: string;
    readonly name: string;
    readonly model: string;
    readonly replacement?: string;
  };
}
