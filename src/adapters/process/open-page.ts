import { spawn } from "node:child_process";
import { findProgram, type ProgramPlace } from "./find-program.ts";

/** A program that opens a page, and what is before the address. */
interface Opener {
  readonly names: readonly string[];
  readonly args: readonly string[];
}

const remote = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "CI"];
const screens = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];

function openerFor({ env, platform }: ProgramPlace): Opener | undefined {
  if (platform === "darwin") return { names: ["open"], args: [] };
  if (platform === "win32") return { names: ["rundll32.exe"], args: ["url.dll,FileProtocolHandler"] };
  return screens.some((name) => env[name]) ? { names: ["wslview", "xdg-open"], args: [] } : undefined;
}

/**
 * Returns a function that opens a page in the user's browser; undefined where there is none, and over SSH and in CI,
 * where it would open on the wrong machine or for nobody. The browser gets our environment without the key.
 */
export function pageOpener(place: ProgramPlace): ((url: string) => void) | undefined {
  if (remote.some((name) => place.env[name])) return undefined;
  const opener = openerFor(place);
  const path = opener && findProgram(opener.names, place);
  if (opener === undefined || path === undefined) return undefined;
  const { AISA_API_KEY: _key, ...env } = place.env;
  return (url) => {
    const child = spawn(path, [...opener.args, url], {
      detached: true,
      stdio: "ignore",
      env: env as NodeJS.ProcessEnv,
    });
    child.on("error", () => {}); // the address is on the screen as well
    child.unref();
  };
}
