import { useEffect, useRef, useState } from "@inquirer/core";

/** The line editor of a prompt. */
interface LineEditor {
  readonly line: string;
  clearLine(direction: 0): void;
  write(text: string): void;
}

const longestStars = 20;

/**
 * The search of a list. A key that is typed or pasted is taken out of the line editor and drawn as stars, and of a
 * paste nothing is drawn before the whole of it is there. Backspace drops a key.
 */
export function useSearch(isKey: (text: string) => boolean) {
  const key = useRef("");
  const line = useRef("");
  const waits = useRef(false);
  const over = useRef(false);
  const [search, setSearch] = useState("");
  const [drawn, setDrawn] = useState("");
  const [length, setLength] = useState(0);
  useEffect(
    () => () => {
      over.current = true; // the question is answered or left
    },
    [],
  );
  const settle = () => {
    waits.current = false;
    if (!over.current) setDrawn(line.current);
  };
  const set = (text: string) => {
    line.current = text;
    setSearch(text);
    if (!waits.current) setImmediate(settle);
    waits.current = true;
  };
  const drop = (editor: LineEditor) => {
    key.current = "";
    editor.clearLine(0);
    setLength(0);
    set("");
    setDrawn("");
  };
  return {
    search,
    /** The key that was typed; empty without one. */
    key: () => key.current,
    drawn: () => (length === 0 ? drawn : "*".repeat(Math.min(length, longestStars))),
    drop,
    /** Puts the search back into the line editor, which got what does not search. */
    restore: (editor: LineEditor) => {
      editor.clearLine(0);
      if (key.current === "") editor.write(search);
    },
    /** Takes over what is in the line editor. Out: whether the search is another one. */
    take: (editor: LineEditor, isBackspace: boolean): boolean => {
      if (key.current !== "" && isBackspace) drop(editor);
      else if (key.current !== "" || isKey(editor.line)) {
        key.current += editor.line;
        setLength(key.current.length);
        editor.clearLine(0);
        line.current = "";
        setDrawn("");
        setSearch("");
      } else if (editor.line === search) return false;
      else set(editor.line);
      return true;
    },
  };
}
