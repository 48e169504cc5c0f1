import type { Note, Seen, StepName } from "../../core/problem/index.ts";
import { grouped } from "../grouped.ts";
import { counted } from "./counts.ts";

const checks = (count: number) => counted(count, "check");
const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : counted(count, "time"));
const some = (count: number, one: string) => (count > 0 ? [counted(count, one)] : []);

/** `2026-11-25 03:10 UTC`. */
const minute = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

const steps: Readonly<Record<StepName, string>> = {
  proxy: "proxy setting",
  dns: "name (DNS)",
  tcp: "connection (TCP)",
  tls: "certificate (TLS)",
  http: "answer (HTTP)",
};

function note(seen: Note): string {
  switch (seen.kind) {
    case "step":
      return `${steps[seen.step]}: ${seen.ok ? `${seen.ms} ms` : "failed"}${seen.detail ? `, ${seen.detail}` : ""}`;
    case "proxy":
      return `through ${seen.variable} ${seen.proxy}, like OpenClaw; Node's own fetch ${seen.byNode ? "uses it too" : "does not use it"}`;
    case "proxy-bypassed":
      return `${seen.variable} exempts the gateway from the proxy`;
    case "proxy-unread":
      return `${seen.variable} is set, which neither OpenClaw nor this program reads`;
    case "certificate":
      return `issued by ${seen.issuer}, valid until ${seen.validTo.slice(0, 10)}`;
    case "clock":
      return `clock differs from the gateway's by ${seen.seconds} s`;
    case "key":
      return `accepted: the key from ${seen.source}`;
    case "listed":
      return `${counted(seen.count, "model")} listed`;
    case "balance":
      return `${seen.amount} ${seen.currency}`;
    case "answered":
      return `${seen.model}: ${seen.onlyThought ? "thought for" : "first token"} ${seen.firstMs} ms, total ${seen.totalMs} ms`;
    case "streamed":
      return `${seen.model} (default model only): ${counted(seen.pieces, "piece")} in ${seen.overMs} ms`;
    case "tool-called":
      return `${seen.model} (default model only): ${seen.ms} ms`;
    case "role-accepted":
      return `${seen.model} (default model only): accepts the role developer`;
    case "log":
      return `${seen.file}: ${counted(seen.failures, "failure")}`;
  }
}

function seen({ last, count, state }: Seen): string {
  const when = last ? `, last on ${minute(last)}` : "";
  const now = { fresh: "", old: ", nothing since", cured: "; it works now" }[state];
  return `In OpenClaw's log ${times(count)}${when}${now}`;
}

/** What doctor says around its findings. */
export const doctor = {
  checking: "Running checks",
  /** The checks that are running, a line for each; `total` are all. */
  running: (ids: readonly string[], total: number) =>
    [
      `${total - ids.length} of ${checks(total)} done`,
      ...ids.slice(0, 5).map((id) => `  · ${id}`),
      ...(ids.length > 5 ? [`  · ${ids.length - 5} more`] : []),
    ].join("\n"),
  noSuchLog: (file: string) => `No log found at ${file}`,
  reportExists: (file: string) => `${file} already exists; a report never overwrites a file`,
  reportWritten: (file: string) =>
    `Report written to ${file}. Keys, addresses and names are hidden; read it before you send it.`,
  reportHead: ["check", "status", "ms", "seen"],
  nothingFound: "No problems found.",
  follows: (code: string) => `Caused by ${code}, above`,
  seen,
  note,
  counts: (errors: number, warnings: number, infos: number) =>
    [...some(errors, "error"), ...some(warnings, "warning"), ...some(infos, "note")].join(" · "),
  fixHint: (fixable: number, all: number) =>
    `fixes ${fixable === all ? (all === 1 ? "it" : all === 2 ? "both" : `all ${all}`) : `${fixable} of ${all}`}, shows the change first`,
  summary: (fine: number, skipped: number, causes: readonly string[], seconds: string) =>
    `${checks(fine)} fine${skipped ? ` · ${skipped} skipped (${causes.join("; ")})` : ""} · ${seconds} s`,
  /** Two options that cannot be combined. */
  notTogether: (one: string, other: string) => `${one} cannot be combined with ${other}`,
  noProfiles: "No profile found: no OpenClaw state directory in the home directory",
  profile: (name: string | undefined) => (name === undefined ? "Default profile" : `Profile ${name}`),
  profilesFound: (all: number, faulty: number) =>
    `${counted(all, "profile")}: ${faulty === 0 ? "no errors" : `errors in ${grouped(faulty)}`}`,
  merge: {
    none: "No report could be read",
    healthy: (healthy: number, all: number) =>
      `${grouped(healthy)} of ${counted(all, "machine")} without errors`,
    share: (some: number, all: number) => `${grouped(some)} of ${counted(all, "machine")}`,
    more: (count: number) => `and ${grouped(count)} more`,
    noFaults: "No problems on any machine.",
    explain: "What a code means and how to fix it:",
  },
  programSlow: (seconds: number) => `It did not end within ${seconds} s.`,
  programNoKey: "It printed no key in a form that OpenClaw takes.",
  programCode: (code: number) => `It ended with exit code ${code}.`,
  skipCauses: {
    offline: "offline",
    probe: "a probe does not run OpenClaw",
    "no-config": "no config",
    "config-broken": "config cannot be read",
    "no-provider": "AIsa is not in the config",
    "no-models": "no models configured",
    "no-key": "no usable key",
    "no-base-url": "no base URL",
    "no-openclaw": "OpenClaw not available",
    network: "gateway unreachable",
    "key-refused": "gateway rejects the key",
    "chat-failed": "default model does not answer",
    "same-cause": "same cause as above",
    "no-log": "no OpenClaw log",
    "no-modes": "no file modes here",
    "not-needed": "not applicable",
  },
};
