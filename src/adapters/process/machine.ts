import { homedir, hostname, tmpdir, userInfo } from "node:os";
import type { Machine } from "../../ports.ts";

/** The user's home; without HOME and without an entry for the user the working directory, as OpenClaw does. */
export function homeOfUser(): string {
  try {
    return homedir();
  } catch {
    return process.cwd(); // a container's user may be a number alone
  }
}

/** The machine and its user. In a container a user may have an id and no name. */
export function lookAtMachine(): Machine {
  const known = { host: hostname(), tmp: tmpdir(), uid: process.getuid?.() ?? -1 };
  try {
    const { username, homedir: ownHome } = userInfo();
    return { ...known, user: username, ownHome };
  } catch {
    return { ...known, user: "", ownHome: homeOfUser() }; // no entry for this user: then there is no name to hide
  }
}
