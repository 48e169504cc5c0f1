/** The few path operations that pure code needs, for either family of systems. */
export interface Paths {
  /** The parts joined and cleaned of `.` and `..`; a part that is absolute does not start again. */
  join(...parts: readonly string[]): string;
  /** `path` made absolute against `base`, which must be absolute. */
  resolve(base: string, path: string): string;
  dirname(path: string): string;
  basename(path: string): string;
  /** Whether an absolute path is the folder or below it; Windows does not tell capital letters from small ones. */
  isInside(folder: string, path: string): boolean;
}

const windowsRoot = /^(?:[A-Za-z]:[\\/]|[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?|[\\/])/;
/** Without a separator behind it, the path counts from the drive's current folder. */
const drive = /^[A-Za-z]:/;

const windows = family(
  "\\",
  /[\\/]+/,
  (path) => windowsRoot.exec(path)?.[0] ?? "",
  onDriveOf,
  (path) => path.toLowerCase(),
);
const posix = family(
  "/",
  /\/+/,
  (path) => (path.startsWith("/") ? "/" : ""),
  (_base, path) => path,
  (path) => path,
);

/** A Windows path with the drive or server of `base` where it has none; `C:x` counts from `base` on the same drive. */
function onDriveOf(base: string, path: string): string {
  const root = windowsRoot.exec(path)?.[0] ?? "";
  if (/^[\\/]$/.test(root)) return (windowsRoot.exec(base)?.[0] ?? "") + path.slice(1);
  const named = root === "" ? drive.exec(path)?.[0] : undefined;
  if (named === undefined) return path;
  const rest = path.slice(named.length);
  return base.slice(0, 2).toLowerCase() === named.toLowerCase() ? rest : `${named}\\${rest}`;
}

function family(
  separator: string,
  separators: RegExp,
  rootOf: (path: string) => string,
  complete: (base: string, path: string) => string,
  fold: (path: string) => string,
): Paths {
  const split = (path: string) => path.split(separators).filter((part) => part !== "" && part !== ".");
  const clean = (path: string) => {
    const root = rootOf(path);
    const kept: string[] = [];
    for (const part of split(path.slice(root.length))) {
      if (part !== "..") kept.push(part);
      else if (kept.length > 0 && kept.at(-1) !== "..") kept.pop();
      else if (root === "") kept.push(part);
    }
    const shownRoot = separator === "\\" ? root.replace(/[\\/]/g, "\\") : root;
    const glue = shownRoot !== "" && !shownRoot.endsWith(separator) && kept.length > 0 ? separator : "";
    return shownRoot + glue + kept.join(separator) || ".";
  };
  return {
    join: (...parts) => clean(parts.filter((part) => part !== "").join(separator)),
    resolve: (base, path) => {
      const whole = complete(base, path);
      return clean(rootOf(whole) === "" ? `${base}${separator}${whole}` : whole);
    },
    dirname: (path) => {
      const whole = clean(path);
      const root = rootOf(whole);
      const parts = split(whole.slice(root.length));
      return parts.length <= 1 ? root || "." : clean(root + parts.slice(0, -1).join(separator));
    },
    basename: (path) => split(path.slice(rootOf(path).length)).at(-1) ?? "",
    isInside: (folder, path) => {
      const [outer, inner] = [fold(clean(folder)), fold(clean(path))];
      return inner === outer || inner.startsWith(outer.endsWith(separator) ? outer : outer + separator);
    },
  };
}

/** Path operations as `node:path` does them. In: Node's name of the platform; `win32` is the other family. */
export function pathsFor(platform: string): Paths {
  return platform === "win32" ? windows : posix;
}

/** The operations for the system that an absolute path is from: one with a drive or a server is of Windows. */
export function pathsLike(path: string): Paths {
  return /^(?:[A-Za-z]:|[\\/]{2}[^\\/])/.test(path) && !path.startsWith("//") ? windows : posix;
}

/** A path below an absolute folder, written as the folder is. In: the folder, and the names on the way. */
export function within(folder: string, ...names: readonly string[]): string {
  return pathsLike(folder).join(folder, ...names);
}

/** Whether two absolute paths name one file, as far as the paths themselves tell. */
export function isSamePath(one: string, other: string): boolean {
  const { isInside } = pathsLike(one);
  return isInside(one, other) && isInside(other, one);
}

/** The folder that a file is in. In: an absolute path. */
export function folderOf(file: string): string {
  return pathsLike(file).dirname(file);
}

/** The last name of an absolute path. */
export function nameOf(file: string): string {
  return pathsLike(file).basename(file);
}
