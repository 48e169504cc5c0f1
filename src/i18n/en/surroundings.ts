import { counted } from "./counts.ts";

/** What doctor looked at, in words. */
export const surroundings = {
  names: {
    openclaw: "OpenClaw",
    config: "Config",
    stateDir: "State directory",
    profile: "Profile",
    service: "Service",
    key: "Key",
  },
  openclaw: { missing: "not found", broken: "does not run here" },
  decided: (file: string, by: string) => (by === "default" ? file : `${file}  (${by})`),
  inUse: "(in use)",
  inService: "(used by a background service)",
  left: (count: number) =>
    `${counted(count, "problem")} ${count === 1 ? "needs" : "need"} you: see the steps above.`,
  broken: "Nothing was mended: first the config has to be readable again.",
  nothing: "There is nothing that --fix could mend.",
};
