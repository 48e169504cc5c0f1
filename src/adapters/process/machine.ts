import { homedir, hostname, tmpdir, userInfo } from "node:os";
import type { Machine } from "../../ports.ts";

/** The machine and its user. In a container a user may have an id and no name. */
export function lookAtMachine(): Machine {
  const known = { host: hostname(), tmp: tmpdir(), uid: process.getuid?.() ?? -1 };
  try {
    const { username, homedir: ownHome } = userInfo();
    return { ...known, user: username, ownHome };
  } catch {
    return { ...known, user: "", ownHome: homedir() }; // no entry for this user: then there is no name to hide
  }
}
