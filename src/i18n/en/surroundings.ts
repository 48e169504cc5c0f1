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
  openclaw: { missing: "not found", broken: "does not run here", "not-run": "not run" },
  decided: (file: string, by: string) => (by === "default" ? file : `${file}  (${by})`),
  inUse: "(in use)",
  inService: "(used by a background service)",
  left: (count: number) =>
    `${counted(count, "problem")} ${count === 1 ? "is" : "are"} left that only you can fix: see the steps above.`,
  broken: "Nothing was fixed: the config must be readable first.",
  nothing: "Nothing that --fix can fix.",
};
