import type { Input } from "../../ports.ts";

const mostCharacters = 1024 * 1024;
// A pasted text can hold empty lines itself: the end is where nothing follows them.
const quietMs = 150;
const twoEmptyLines = /(?:^|\n)[ \t]*\r?\n[ \t]*\r?\n$/;

/**
 * Returns what is pasted on a terminal, up to Ctrl-D, or to two empty lines with nothing behind them. At most 1 MiB.
 * In: the terminal, and what the pause behind the empty lines is multiplied by.
 */
export function readPasted(stdin: Input, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = new TextDecoder();
    let text = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const finish = () => {
      clearTimeout(timer);
      stdin.off("data", add).off("end", finish).off("error", reject);
      stdin.pause();
      resolve(text.slice(0, mostCharacters));
    };
    const add = (chunk: Buffer) => {
      clearTimeout(timer);
      text += decoder.decode(chunk, { stream: true });
      if (text.length >= mostCharacters) finish();
      else if (twoEmptyLines.test(text)) timer = setTimeout(finish, quietMs * patience);
    };
    stdin.on("data", add).on("end", finish).on("error", reject);
  });
}
