/** Words of `apply` and `export`. */
export const desired = {
  noFile: (file: string, why: "missing" | "denied" | "folder") =>
    ({
      missing: `There is no file ${file}`,
      denied: `${file} cannot be read: permission denied`,
      folder: `${file} is a folder`,
    })[why],
  profileWithConfig: "--config cannot be combined with a file that has profiles",
  profile: (name: string | undefined) => (name === undefined ? "Default profile" : `Profile ${name}`),
  keyNotHere: (place: string) => `${place} has no key here. OpenClaw needs one there when it starts.`,
  done: "Applied",
  nothing: "Nothing to change: the machine is as the file says",
  empty: (file: string) => `${file} asks for nothing`,
  keyLeftOut: "A key that the config itself holds is left out.",
  fileExists: (file: string) => `${file} exists already`,
  exported: (file: string) => `Exported to ${file}`,
  agentFallsBack: (agent: string) => `Agent ${agent} now uses the default model`,
};
