import { hideAddresses, hidePersonal } from "../core/text/index.ts";
import type { Machine } from "../ports.ts";

/** What is known of the machine and its user. */
export interface Private {
  readonly home: string;
  readonly machine: Pick<Machine, "host" | "user" | "ownHome">;
  /** Masks keys. */
  hide(text: string): string;
}

/** Names of users and machines that are no names: nothing is given away by them, and texts need the words. */
const common = new Set(["localhost", "openclaw", "aisa", "node", "user", "doctor", "config", "gateway"]);

function hideWord(text: string, word: string, by: string): string {
  if (word.length < 2 || common.has(word.toLowerCase())) return text;
  const exact = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w-])${exact}(?![\\w-])`, "gi"), by);
}

function hideHome(text: string, home: string): string {
  if (home.length < 2) return text;
  const forms = [home, home.replaceAll("\\", "\\\\"), encodeURIComponent(home)];
  return forms.reduce((done, form) => done.split(form).join("~"), text);
}

/** Hides keys, home folders, the names of user and machine, and what {@link hidePersonal} knows of people, loopback too. */
export function hidePrivate(text: string, { home, machine, hide }: Private): string {
  const anonymous = hideAddresses(hidePersonal([home, machine.ownHome].reduce(hideHome, hide(text)), []));
  const folder = home.split(/[\\/]/).at(-1) ?? "";
  const users = [machine.user, folder].reduce((done, name) => hideWord(done, name, "<user>"), anonymous);
  const [short = ""] = machine.host.split(".");
  return [machine.host, short].reduce((done, name) => hideWord(done, name, "<host>"), users);
}
