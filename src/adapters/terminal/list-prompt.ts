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
import { listWindow } from "../../core/terminal/index.ts";
import { haystacks, type ListConfig, matching, viewLines } from "./list-view.ts";
import { answered, foldMessage } from "./prompt-look.ts";

const key = { pageUp: "pageup", pageDown: "pagedown", tab: "tab", escape: "escape" };

/**
 * Chooses from a list: typing searches, Esc clears the search, `?` shows the help. One of many with Enter, or several
 * with Space. Draws only the lines that are on screen.
 */
export const listPrompt = createPrompt(
  <T>(config: ListConfig<T>, done: (values: T[]) => void): string | [string, string] => {
    const { look, words, choices, many } = config;
    const [picked, setPicked] = useState(
      () => new Set(choices.filter((choice) => many && choice.checked).map((choice) => choice.value)),
    );
    const [search, setSearch] = useState("");
    const [active, setActive] = useState(() =>
      Math.max(
        0,
        choices.findIndex(({ value }) => !many && value === config.initial),
      ),
    );
    const [warning, setWarning] = useState("");
    const [isHelpShown, setHelpShown] = useState(false);
    const [finished, setFinished] = useState(false);
    const top = useRef(0);
    const texts = useMemo(() => haystacks(choices), [choices]);
    const shown = useMemo(() => matching(choices, texts, search), [choices, texts, search]);
    const chosen = () =>
      many ? choices.filter((choice) => picked.has(choice.value)) : shown.slice(active, active + 1);

    const around = (step: number) => (active + step + shown.length) % Math.max(1, shown.length);
    const move = (step: number) => {
      const next = many && Math.abs(step) === 1 ? around(step) : active + step;
      setActive(Math.max(0, Math.min(shown.length - 1, next)));
    };
    const toggle = () => {
      const choice = shown[active];
      if (!choice) return;
      const next = new Set(picked);
      if (!next.delete(choice.value)) next.add(choice.value);
      setPicked(next);
    };
    const searchFor = (text: string) => {
      setSearch(text);
      setActive(0);
    };

    useKeypress((event, readline) => {
      setWarning("");
      // What reached the line editor too, but does not search.
      const restore = () => {
        readline.clearLine(0);
        readline.write(search);
      };
      if (isEnterKey(event)) {
        if (chosen().length === 0 && (config.required || !many)) {
          readline.write(search);
          return setWarning(many ? words.required : words.nothing);
        }
        setFinished(true);
        return done(chosen().map((choice) => choice.value));
      }
      if (event.name === key.escape) {
        if (search === "") return config.onEscape();
        readline.clearLine(0);
        return searchFor("");
      }
      if (isUpKey(event) || isDownKey(event)) return move(isUpKey(event) ? -1 : 1);
      if (event.name === key.pageUp) return move(2 - config.lines);
      if (event.name === key.pageDown) return move(config.lines - 2);
      if (event.name === key.tab) return restore();
      if (isSpaceKey(event) && many) {
        restore();
        return toggle();
      }
      if (readline.line.includes("?") && config.help !== undefined) {
        restore();
        return setHelpShown(!isHelpShown);
      }
      if (readline.line === search) return;
      return searchFor(readline.line);
    });

    if (finished) {
      const names = chosen().map((choice) => choice.name);
      const text = names.length === 0 ? words.none : names.join(", ");
      return answered(config.message, names.length <= 5 ? text : words.picked(names.length), look);
    }
    const list = { count: shown.length, groupOf: (index: number) => shown[index]?.group };
    const window = listWindow(list, active, top.current, config.lines);
    top.current = window.top;
    const { style } = look;
    const title = `${style.cyan("?")} ${style.bold(foldMessage(config.message, look, 12))}`;
    const lines = viewLines({ config, shown, picked, active, window, isHelpShown }, warning);
    return [`${title}  ${search}`, lines.join("\n")];
  },
) as <T>(
  config: ListConfig<T>,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<T[]>;
