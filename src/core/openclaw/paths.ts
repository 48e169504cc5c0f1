/** The few path operations that pure code needs, for either family of systems. */
export interface Paths {
  /** The parts joined and cleaned of `.` and `..`; a part that is absolute does not start again. */
  join(...parts: readonly string[]): string;
  /** `path` made absolute against `base`, which must be absolute. */
  resolve(base: string, path: string): string;
  dirname(path: string): string;
  basename(path: string): string;
}

const windowsRoot = /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?|[\\/])/;

/** Path operations as `node:path` does them. In: Node's name of the platform; `win32` is the other family. */
export function pathsFor(platform: string): Paths {
  const windows = platform === "win32";
  const separator = windows ? "\\" : "/";
  const rootOf = (path: string) =>
    windows ? (windowsRoot.exec(path)?.[0] ?? "") : path.startsWith("/") ? "/" : "";
  const split = (path: string) =>
    path.split(windows ? /[\\/]+/ : /\/+/).filter((part) => part !== "" && part !== ".");

  const clean = (path: string) => {
    const root = rootOf(path);
    const kept: string[] = [];
    for (const part of split(path.slice(root.length))) {
      if (part !== "..") kept.push(part);
      else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
      else if (root === "") kept.push(part);
    }
    const shownRoot = windows ? root.replace(/[\\/]/g, "\\") : root;
    const glue = shownRoot !== "" && !shownRoot.endsWith(separator) && kept.length > 0 ? separator : "";
    return shownRoot + glue + kept.join(separator) || ".";
  };

  return {
    join: (...parts) => clean(parts.filter((part) => part !== "").join(separator)),
    resolve: (base, path) => clean(rootOf(path) === "" ? `${base}${separator}${path}` : path),
    dirname: (path) => {
      const whole = clean(path);
      const root = rootOf(whole);
      const parts = split(whole.slice(root.length));
      return parts.length <= 1 ? root || "." : clean(root + parts.slice(0, -1).join(separator));
    },
    basename: (path) => split(path.slice(rootOf(path).length)).at(-1) ?? "",
  };
}
