import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  useMemo,
  useRef,
  useState,
} from "@inquirer/core";
import { type Choice, type ListWindow, listWindow } from "../../core/terminal/index.ts";
import { answered, fold, foldMessage, type PromptLook } from "./prompt-look.ts";

/** What the prompt needs: the choices, its words and how they look. */
export interface PickConfig<T> {
  readonly message: string;
  /** Shown below the list. */
  readonly note: string;
  readonly choices: readonly Choice<T>[];
  readonly required: boolean;
  readonly look: PromptLook;
  /** Lines of the list, headings included. */
  readonly lines: number;
  readonly words: {
    readonly help: string;
    readonly nothing: string;
    readonly required: string;
    readonly none: string;
    readonly picked: (count: number) => string;
    readonly shown: (count: number, total: number) => string;
  };
}

interface View<T> {
  readonly config: PickConfig<T>;
  readonly shown: readonly Choice<T>[];
  readonly picked: ReadonlySet<T>;
  readonly active: number;
  readonly window: ListWindow;
}

/** For each choice what a search looks through, made once. */
const haystacks = <T>(choices: readonly Choice<T>[]) =>
  choices.map((choice) => `${choice.name} ${choice.search ?? ""} ${choice.group ?? ""}`.toLowerCase());

function matching<T>(choices: readonly Choice<T>[], texts: readonly string[], search: string): Choice<T>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...choices];
  return choices.filter((_, index) => words.every((word) => texts[index]?.includes(word)));
}

function listLines<T>({ config, shown, picked, active, window }: View<T>): string[] {
  const { style } = config.look;
  const lines: string[] = [];
  for (let index = window.top; index < window.end; index += 1) {
    const choice = shown[index];
    if (choice === undefined) break;
    const starts = index === window.top || shown[index - 1]?.group !== choice.group;
    if (starts && choice.group !== undefined) lines.push(style.bold(choice.group));
    const text = choice.line ?? choice.name;
    const mark = picked.has(choice.value) ? style.green(style.sign("◉")) : style.sign("◯");
    const isActive = index === active;
    lines.push(
      `${isActive ? style.cyan(style.sign("❯")) : " "}${mark} ${isActive ? style.cyan(text) : text}`,
    );
  }
  return lines;
}

/** What is below the list: where one is in it, what the active choice is, and the keys. */
function belowLines<T>(view: View<T>, warning: string): string[] {
  const { config, shown, picked, active } = view;
  const { style } = config.look;
  const { words } = config;
  const counts = [words.picked(picked.size)];
  if (shown.length < config.choices.length || view.window.end - view.window.top < shown.length)
    counts.push(words.shown(shown.length, config.choices.length));
  const about = shown[active]?.description;
  const described = config.choices.some((choice) => choice.description !== undefined);
  const lines = [...(described ? [about ?? ""] : []), counts.join(" · "), config.note, words.help];
  const kept = lines.filter((line, index) => line !== "" || (described && index === 0));
  const below = kept.map((line) => `  ${style.dim(style.sign(fold(line, style)))}`.trimEnd());
  if (warning !== "") below.unshift(`  ${style.red(warning)}`);
  return below;
}

const key = { pageUp: "pageup", pageDown: "pagedown", tab: "tab" };

/** Selects several of many: type to search, space selects, enter confirms. Draws only the visible lines. */
export const pickPrompt = createPrompt(
  <T>(config: PickConfig<T>, done: (values: T[]) => void): string | [string, string] => {
    const { look, words, choices } = config;
    const [picked, setPicked] = useState(
      () => new Set(choices.filter((choice) => choice.checked).map((choice) => choice.value)),
    );
    const [search, setSearch] = useState("");
    const [active, setActive] = useState(0);
    const [warning, setWarning] = useState("");
    const [finished, setFinished] = useState(false);
    const top = useRef(0);
    const texts = useMemo(() => haystacks(choices), [choices]);
    const shown = useMemo(() => matching(choices, texts, search), [choices, texts, search]);
    const names = () => choices.filter((choice) => picked.has(choice.value));

    const move = (step: number) =>
      setActive(Math.max(0, Math.min(shown.length - 1, Math.abs(step) === 1 ? around(step) : active + step)));
    const around = (step: number) => (active + step + shown.length) % Math.max(1, shown.length);
    const toggle = () => {
      const choice = shown[active];
      if (!choice) return;
      const next = new Set(picked);
      if (!next.delete(choice.value)) next.add(choice.value);
      setPicked(next);
    };

    useKeypress((event, readline) => {
      setWarning("");
      if (isEnterKey(event)) {
        if (config.required && picked.size === 0) {
          readline.write(search);
          return setWarning(words.required);
        }
        setFinished(true);
        return done(names().map((choice) => choice.value));
      }
      if (isUpKey(event) || isDownKey(event)) return move(isUpKey(event) ? -1 : 1);
      if (event.name === key.pageUp) return move(2 - config.lines);
      if (event.name === key.pageDown) return move(config.lines - 2);
      if (isSpaceKey(event) || event.name === key.tab) {
        // The space reached the line editor too: it picks, it does not search.
        readline.clearLine(0);
        readline.write(search);
        return isSpaceKey(event) ? toggle() : undefined;
      }
      if (readline.line === search) return;
      setSearch(readline.line);
      return setActive(0);
    });

    if (finished) {
      const picks = names().map((choice) => choice.name);
      const text = picks.length === 0 ? words.none : picks.join(", ");
      const short = picks.length <= 5 ? text : words.picked(picks.length);
      return answered(config.message, short, look);
    }
    const list = { count: shown.length, groupOf: (index: number) => shown[index]?.group };
    const window = listWindow(list, active, top.current, config.lines);
    top.current = window.top;
    const view = { config, shown, picked, active, window };
    const { style } = look;
    const body = shown.length === 0 ? [`  ${style.dim(words.nothing)}`] : listLines(view);
    const title = `${style.cyan("?")} ${style.bold(foldMessage(config.message, look, 12))}`;
    return [`${title}  ${search}`, [...body, ...belowLines(view, warning)].join("\n")];
  },
) as <T>(
  config: PickConfig<T>,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<T[]>;
