import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  makeTheme,
  useKeypress,
  usePagination,
  usePrefix,
  useState,
} from "@inquirer/core";
import type { Choice, Style } from "../ports.ts";

/** What the prompt needs: the choices, its words and how they look. */
export interface PickConfig<T> {
  readonly message: string;
  readonly choices: readonly Choice<T>[];
  readonly required: boolean;
  readonly style: Style;
  readonly words: {
    readonly help: string;
    readonly nothing: string;
    readonly required: string;
    readonly picked: (count: number) => string;
  };
}

/** The choices that contain every word of the search, in their order. */
export function matching<T>(choices: readonly Choice<T>[], search: string): Choice<T>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter((choice) => {
    const text = `${choice.name} ${choice.group ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

const renderLine = <T>(config: PickConfig<T>, choice: Choice<T>, isActive: boolean, isPicked: boolean) => {
  const { style } = config;
  const mark = isPicked ? style.green("◉") : "◯";
  const name = isActive ? style.cyan(choice.name) : choice.name;
  return `${isActive ? style.cyan("❯") : " "}${mark} ${name}${choice.hint ? `  ${style.dim(choice.hint)}` : ""}`;
};

/** Picks several of many: typing searches, space picks, enter goes on. */
export const pickPrompt = createPrompt(
  <T>(config: PickConfig<T>, done: (values: T[]) => void): string | [string, string] => {
    const { style, words } = config;
    const [picked, setPicked] = useState(
      () => new Set(config.choices.filter((choice) => choice.checked).map((choice) => choice.value)),
    );
    const [search, setSearch] = useState("");
    const [active, setActive] = useState(0);
    const [warning, setWarning] = useState("");
    const [status, setStatus] = useState<"idle" | "done">("idle");
    const prefix = usePrefix({ status, theme: makeTheme({}) });
    const shown = matching(config.choices, search);
    const position = Math.min(active, Math.max(0, shown.length - 1));

    useKeypress((key, readline) => {
      setWarning("");
      if (isEnterKey(key)) {
        if (config.required && picked.size === 0) return setWarning(words.required);
        setStatus("done");
        return done(
          config.choices.filter((choice) => picked.has(choice.value)).map((choice) => choice.value),
        );
      }
      if (isUpKey(key) || isDownKey(key)) {
        const step = isUpKey(key) ? -1 : 1;
        return setActive((position + step + shown.length) % Math.max(1, shown.length));
      }
      if (isSpaceKey(key)) {
        // The blank reached the line editor too: it picks, it does not search.
        readline.clearLine(0);
        readline.write(search);
        const choice = shown[position];
        if (!choice) return;
        const next = new Set(picked);
        if (!next.delete(choice.value)) next.add(choice.value);
        return setPicked(next);
      }
      setSearch(readline.line);
      return setActive(0);
    });

    const title = `${prefix} ${style.bold(config.message)}`;
    if (status === "done") return `${title}  ${style.cyan(words.picked(picked.size))}`;
    const page = usePagination({
      items: shown,
      active: position,
      renderItem: ({ item, isActive, index }) => {
        const starts = item.group !== undefined && shown[index - 1]?.group !== item.group;
        const line = renderLine(config, item, isActive, picked.has(item.value));
        return starts ? `${style.bold(item.group ?? "")}\n${line}` : line;
      },
      pageSize: 12,
      loop: false,
    });
    const body = shown.length === 0 ? style.dim(words.nothing) : page;
    const bottom = [body, warning ? style.red(warning) : style.dim(words.help)].join("\n");
    return [`${title}  ${search}`, bottom];
  },
) as <T>(
  config: PickConfig<T>,
  context: { signal: AbortSignal; output: NodeJS.WritableStream },
) => Promise<T[]>;
