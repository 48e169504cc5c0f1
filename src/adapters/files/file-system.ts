import { readFileSync, realpathSync } from "node:fs";

/** File systems whose modes are those of the mount: FAT, and NTFS or exFAT by FUSE. */
const modeless = new Set(["vfat", "msdos", "exfat", "fuseblk", "ntfs", "sdcardfs"]);

/** The mount that a path is on, by what Linux says in `/proc/self/mountinfo`: its folder, type and options. */
function mountOf(mountinfo: string, path: string): { folder: string; type: string; options: string } {
  let found = { folder: "", type: "", options: "" };
  for (const line of mountinfo.split("\n")) {
    const [before = "", after = ""] = line.split(" - ");
    const named = before.split(" ")[4] ?? "";
    const folder = named.replace(/\\(\d{3})/g, (_all, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    const isAbove = path === folder || path.startsWith(folder === "/" ? folder : `${folder}/`);
    const [type = "", ...options] = after.split(" ");
    if (folder !== "" && isAbove && folder.length >= found.folder.length)
      found = { folder, type, options: options.join(" ") };
  }
  return found;
}

/**
 * Whether the files at a path have permission bits of their own. They have none on FAT and its like, on Android's shared
 * storage, and on the drives of Windows in WSL unless these are mounted with `metadata`. In: the text of
 * `/proc/self/mountinfo`, and an absolute path without links.
 */
export function hasOwnModes(mountinfo: string, path: string): boolean {
  const { folder, type, options } = mountOf(mountinfo, path);
  if (modeless.has(type) || (type === "fuse" && folder.startsWith("/storage/"))) return false;
  const isWindowsDrive = type === "drvfs" || /\baname=drvfs\b/.test(options);
  return !isWindowsDrive || /\bmetadata\b/.test(options);
}

/** Whether a file at a path keeps the mode that it is given. Throws nothing; in doubt it does. */
export function keepsModes(path: string): boolean {
  if (process.platform === "win32") return false;
  try {
    return hasOwnModes(readFileSync("/proc/self/mountinfo", "utf8"), realpathSync.native(path));
  } catch {
    // No Linux, or nothing at that path yet.
    return true;
  }
}

/**
 * The permission bits of a file. Where files have none of their own, those of the owner, who alone is certain: what
 * others may is decided elsewhere, on Windows by a list that Node does not read.
 */
export function permissionBits(mode: number, path: string): number {
  const bits = mode & 0o7777;
  return (bits & 0o077) === 0 || keepsModes(path) ? bits : bits & 0o700;
}
