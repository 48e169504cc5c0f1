const checks = (count: number) => `${count} ${count === 1 ? "check" : "checks"}`;

/** What doctor says around its findings. */
export const doctor = {
  checking: "Looking for what is wrong",
  running: (ids: readonly string[]) => `Checking ${ids.slice(0, 3).join(", ")}${ids.length > 3 ? " …" : ""}`,
  noSuchLog: (file: string) => `There is no log to read at ${file}`,
  summary: (fine: number, skipped: number, causes: readonly string[], seconds: string) =>
    `${checks(fine)} fine${skipped ? ` · ${skipped} skipped (${causes.join("; ")})` : ""} · ${seconds} s`,
  skipCauses: {
    offline: "offline",
    "no-config": "there is no config",
    "config-broken": "the config cannot be read",
    "no-provider": "AIsa is not in the config",
    "no-models": "no models are configured",
    "no-key": "no key can be seen",
    "no-base-url": "there is no base URL",
    "no-openclaw": "no OpenClaw that can say",
    network: "the gateway does not answer",
    proxy: "a proxy stands in between",
    "no-log": "there is no OpenClaw log",
    "not-needed": "does not apply here",
  },
};
