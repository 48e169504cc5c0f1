import {
  createPrompt,
  isBackspaceKey,
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
import { maskKey } from "../../core/text/index.ts";
import { haystacks, type ListConfig, matching, matchingMenu, viewLines } from "./list-view.ts";
import { answered, foldMessage } from "./prompt-look.ts";
import { useSearch } from "./typed-search.ts";

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
    const typed = useSearch(config.isKey);
    const { search } = typed;
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
    const shown = useMemo(
      () => (config.menu ? matchingMenu(choices, search) : matching(choices, texts, search)),
      [choices, texts, search],
    );
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
    const finish = (values: T[]) => {
      setFinished(true);
      return done(values);
    };
    const drop = (editor: Parameters<typeof typed.drop>[0]) => {
      typed.drop(editor);
      setActive(0);
    };

    useKeypress((event, readline) => {
      setWarning("");
      const restore = () => typed.restore(readline);
      if (isEnterKey(event) && typed.key() !== "") {
        const answer = config.takeKey?.(typed.key());
        if (answer !== undefined) return finish([answer]);
        return drop(readline);
      }
      if (isEnterKey(event)) {
        if (chosen().length === 0 && (config.required || !many)) {
          readline.write(search);
          const { length } = shown;
          return setWarning(many ? words.required : length > 1 ? words.several : words.nothing);
        }
        return finish(chosen().map((choice) => choice.value));
      }
      if (event.name === key.escape) {
        if (search === "" && typed.key() === "") return config.onEscape();
        return drop(readline);
      }
      if (isUpKey(event) || isDownKey(event)) return move(isUpKey(event) ? -1 : 1);
      if (event.name === key.pageUp) return move(2 - config.lines);
      if (event.name === key.pageDown) return move(config.lines - 2);
      if (event.name === key.tab) return restore();
      if (isSpaceKey(event) && many && typed.key() === "") {
        restore();
        return toggle();
      }
      if (typed.key() === "" && readline.line.includes("?") && config.help !== undefined) {
        restore();
        return setHelpShown(!isHelpShown);
      }
      if (!typed.take(readline, isBackspaceKey(event))) return;
      // Of a menu the first of several is not what a letter means.
      const isOpen = config.menu && matchingMenu(choices, readline.line).length > 1;
      setActive(isOpen && readline.line !== "" ? -1 : 0);
    });

    if (finished && typed.key() !== "") return answered(config.message, maskKey(typed.key()), look);
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
    const said = typed.key() === "" ? warning : words.hiddenKey(config.takeKey !== undefined);
    const lines = viewLines({ config, shown, picked, active, window, isHelpShown }, said);
    return [`${title}  ${typed.drawn()}`, lines.join("\n")];
  },
) as <T>(
  config: ListConfig<T>,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<T[]>;
