/** A step of the way to the gateway. `proxy`: reading the variable that names one. */
export type StepName = "proxy" | "dns" | "tcp" | "tls" | "http";

/** What a check saw that is no problem: shown with `--verbose`, in `--json` and in a report. Times in ms. */
export type Note =
  | {
      readonly kind: "step";
      readonly step: StepName;
      readonly ms: number;
      readonly ok: boolean;
      readonly detail?: string;
    }
  /** Requests go through this proxy; `proxy` holds no password. `byNode`: those of Node's own fetch too. */
  | { readonly kind: "proxy"; readonly variable: string; readonly proxy: string; readonly byNode: boolean }
  /** NO_PROXY exempts the gateway from the proxy that is set. */
  | { readonly kind: "proxy-bypassed"; readonly variable: string }
  /** ALL_PROXY is set, which neither OpenClaw nor this program reads. */
  | { readonly kind: "proxy-unread"; readonly variable: string }
  | { readonly kind: "certificate"; readonly issuer: string; readonly validTo: string }
  | { readonly kind: "clock"; readonly seconds: number }
  | { readonly kind: "key"; readonly source: string }
  | { readonly kind: "listed"; readonly count: number }
  | { readonly kind: "balance"; readonly amount: number; readonly currency: string }
  | {
      readonly kind: "answered";
      readonly model: string;
      readonly firstMs: number;
      readonly totalMs: number;
      /** The answer's tokens were spent on thinking before any text. */
      readonly onlyThought: boolean;
    }
  | { readonly kind: "streamed"; readonly model: string; readonly pieces: number; readonly overMs: number }
  | { readonly kind: "tool-called"; readonly model: string; readonly ms: number }
  | { readonly kind: "role-accepted"; readonly model: string }
  | { readonly kind: "log"; readonly file: string; readonly failures: number };
