type Environment = Readonly<Record<string, string | undefined>>;

/** What decides whether a screen shows more than ASCII. */
export interface Screen {
  readonly env: Environment;
  /** Node's name of the platform. */
  readonly platform: string;
  /** The output is a terminal; otherwise another program reads it, with an encoding of its own. */
  readonly isTerminal: boolean;
  /** The code page of the Windows console, asked for only where nothing else tells; undefined where there is none. */
  codePage(): number | undefined;
}

const utf8 = /utf-?8/i;
const utf8CodePage = 65001;

/** The value of the locale variable that decides about characters, as POSIX orders them. */
const characterLocale = (env: Environment) => env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";

/** A locale whose encoding has only ASCII, or none of our signs: `C`, `en_US`, `zh_CN.GBK`, but not a bare `zh`. */
const isOldLocale = (locale: string) => !utf8.test(locale) && /^(?:C|POSIX)$|[._@]/.test(locale);

/** Terminals of Windows with a font that has the signs: the old console has none, and leaves boxes. */
function isNewTerminal(env: Environment): boolean {
  const named = ["WT_SESSION", "TERM_PROGRAM", "ConEmuTask", "TERMINAL_EMULATOR", "ALACRITTY_WINDOW_ID"];
  return named.some((name) => env[name]) || /^(?:xterm|alacritty|rxvt|screen|tmux)/.test(env["TERM"] ?? "");
}

/**
 * Whether a screen shows our signs. Windows hands a program's UTF-8 to its console as text, so only the font counts
 * there; what reads a pipe decodes it by the code page. Elsewhere the locale counts, and none says nothing; the console
 * of Linux has few characters.
 */
export function showsSigns({ env, platform, isTerminal, codePage }: Screen): boolean {
  const locale = characterLocale(env);
  if (platform !== "win32") return !isOldLocale(locale) && env["TERM"] !== "linux";
  if (isTerminal) return isNewTerminal(env);
  return utf8.test(locale) || codePage() === utf8CodePage;
}

const plainSigns: Readonly<Record<string, string>> = {
  "✔": "ok",
  "✖": "x",
  "▲": "!",
  "•": "*",
  "·": "-",
  "→": "->",
  "…": "...",
  "⋮": ":",
  "○": "o",
  "◉": "[x]",
  "◯": "[ ]",
  "❯": ">",
  "↑": "up/",
  "↓": "down",
  "–": "-",
  "×": "x",
  "≥": ">=",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "█": "#",
  "░": ".",
};
// The parts of a block at the end of a bar.
const partBlock = /[▉-▏]/g;
const anySign = new RegExp(`[${Object.keys(plainSigns).join("")}]`, "g");

/** Returns a text with our signs in ASCII. Words in other scripts stay as they are. */
export function inAscii(text: string): string {
  return text.replace(anySign, (sign) => plainSigns[sign] ?? sign).replace(partBlock, "#");
}
