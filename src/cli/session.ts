import { join } from "node:path";
import { newSeal, wantsColor } from "../adapters/terminal/color.ts";
import { linkInto, wantsLinks } from "../adapters/terminal/links.ts";
import { createStyle as styleFor } from "../adapters/terminal/terminal.ts";
import type { Problem } from "../core/problem/index.ts";
import {
  type Chosen,
  inAscii,
  type ShellCommands,
  shellCommands,
  shellOf,
  showsSigns,
  usableSize,
  usualColumns,
} from "../core/terminal/index.ts";
import { createGate, type Gate, redact } from "../core/text/index.ts";
import { chooseLocale, inShell, type Locale, loadTexts, type Messages } from "../i18n/index.ts";
import type { Style, World } from "../ports.ts";
import { problemsPage } from "../render/problem.ts";

/** What is read from the arguments before they are parsed, so that even a usage error has the right form. */
export interface EarlyOptions {
  readonly json: boolean;
  readonly lang: string | undefined;
  readonly noColor: boolean;
  /** What chooses the config. */
  readonly chosen: Chosen;
}

/** The session: its world, the words, how text looks, and the secrets that must not be printed. */
export interface Session {
  readonly world: World;
  readonly locale: Locale;
  readonly t: Messages;
  /** The words for a run on another config than that of the session. */
  wordsFor(chosen: Chosen): Messages;
  /** Commands of the shell that the user types in. */
  readonly shell: ShellCommands;
  /** For what passes through `makeSafe` when it is shown. */
  readonly style: Style;
  /** For what is drawn on the terminal as it is, such as questions. */
  readonly drawn: Style;
  readonly secrets: Set<string>;
  /** Hides the secrets in a text. */
  hide(text: string): string;
  /** Filters every text on its way to a terminal: secrets are hidden, and only our own escapes stay. */
  makeSafe(text: string): string;
  /** Like makeSafe, with our signs as this terminal shows them: for what people read, and no copy of anything. */
  show(text: string): string;
  /** The last backup of this run, if it wrote anything: a later Ctrl-C must not claim that nothing was written. */
  backup: string | undefined;
  /** Notices for the report of any command, such as one about a recovered change. */
  readonly notices: Problem[];
}

/** What of the options chooses the config. */
function chosenBy({ config, profile, dev }: Chosen): Chosen {
  return {
    ...(config === undefined ? {} : { config }),
    ...(profile === undefined ? {} : { profile }),
    ...(dev ? { dev } : {}),
  };
}

/** Reads the early options off the arguments. */
export function readEarly(argv: readonly string[]): EarlyOptions {
  const end = argv.indexOf("--");
  const own = end === -1 ? argv : argv.slice(0, end);
  const given = (name: string) => {
    const at = own.indexOf(name);
    return at === -1
      ? own.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1)
      : own[at + 1];
  };
  const [config, profile] = [given("--config"), given("--profile")];
  return {
    json: own.includes("--json"),
    lang: given("--lang"),
    noColor: own.includes("--no-color"),
    chosen: chosenBy({ config, profile, dev: own.includes("--dev") }),
  };
}

async function createStyles(
  early: EarlyOptions,
  world: World,
  gate: Gate,
  { locale, signs }: { locale: Locale; signs: boolean },
) {
  const { env, stdout, stderr } = world;
  const isTerminal = stdout.isTTY ?? false;
  const color = wantsColor(env, early.noColor, isTerminal);
  const columns = usableSize([stdout.columns, stderr.columns, Number(env["COLUMNS"])], usualColumns);
  const paints = color ? await import("../adapters/terminal/paint.ts") : undefined;
  // Problems are printed on standard error.
  const link = wantsLinks(env, color, isTerminal && (stderr.isTTY ?? false))
    ? linkInto(join(world.packageRoot, problemsPage(locale)))
    : undefined;
  return {
    style: styleFor({
      columns,
      signs,
      paint: paints?.sealedPaint(gate),
      link: link && ((code, painted) => gate.seal(link(code, gate.open(painted)))),
    }),
    drawn: styleFor({ columns, signs, paint: paints?.paint, link }),
  };
}

/** Starts a session from the early options. */
export async function createSession(early: EarlyOptions, world: World): Promise<Session> {
  const { env, platform, stdout } = world;
  const isTerminal = stdout.isTTY ?? false;
  const screen = { env, platform, isTerminal, codePage: () => world.codePage };
  const signs = early.json || showsSigns(screen);
  // What reads a pipe may decode it in its own way: there the language must be asked for.
  const locale = chooseLocale(early.lang, env, isTerminal ? world.language : "");
  const gate = createGate(newSeal());
  const shell = shellCommands(shellOf(env, platform), platform);
  const [texts, styles] = await Promise.all([
    loadTexts(locale),
    createStyles(early, world, gate, { locale, signs }),
  ]);
  const secrets = new Set<string>();
  const hide = (text: string) => redact(text, [...secrets]);
  const key = world.env["AISA_API_KEY"]?.trim();
  if (key) secrets.add(key);
  const makeSafe = (text: string) => {
    const hidden = hide(text);
    const opened = gate.open(hidden);
    // A key that control characters took apart is whole again without them.
    return opened === hidden ? hidden : hide(opened);
  };
  const show = signs ? makeSafe : (text: string) => inAscii(makeSafe(text));
  return {
    world,
    locale,
    t: inShell(texts, shell, early.chosen),
    wordsFor: (chosen) => inShell(texts, shell, chosenBy(chosen)),
    shell,
    ...styles,
    secrets,
    hide,
    makeSafe,
    show,
    backup: undefined,
    notices: [],
  };
}
