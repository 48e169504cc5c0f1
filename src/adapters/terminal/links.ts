import { pathToFileURL } from "node:url";

type Environment = Readonly<Record<string, string | undefined>>;

const programs = [
  "iTerm.app",
  "WezTerm",
  "vscode",
  "ghostty",
  "Hyper",
  "Tabby",
  "rio",
  "zed",
  "WarpTerminal",
];
const terminals = ["xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "wezterm", "contour"];
const variables = ["WT_SESSION", "KONSOLE_VERSION", "DOMTERM", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID"];

/** VTE links since 0.50.1; 0.50.0 crashes on one. https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda */
const vteSupports = (version: string | undefined) => Number(version) > 5000;

/**
 * Whether to print links to files of this machine. In: the environment, whether there is colour, and whether the output
 * is a terminal. FORCE_HYPERLINK decides before the terminal's name does; tmux and screen may swallow a link, and over
 * SSH the terminal would look for the file on the wrong machine.
 */
export function wantsLinks(env: Environment, color: boolean, isTerminal: boolean): boolean {
  if (!color || !isTerminal) return false;
  const forced = env["FORCE_HYPERLINK"];
  if (forced !== undefined) return forced !== "" && forced !== "0" && forced !== "false";
  if (["TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "CI"].some((name) => env[name])) return false;
  return (
    programs.includes(env["TERM_PROGRAM"] ?? "") ||
    terminals.includes(env["TERM"] ?? "") ||
    variables.some((name) => env[name]) ||
    vteSupports(env["VTE_VERSION"])
  );
}

/** Returns a function that turns a problem code into a link (OSC 8) to its section of a Markdown file. */
export function linkInto(file: string): (code: string, painted: string) => string {
  const page = pathToFileURL(file).href;
  return (code, painted) => `\u001b]8;;${page}#${code}\u001b\\${painted}\u001b]8;;\u001b\\`;
}
