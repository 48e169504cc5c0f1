import type { IBuffer, IBufferCell } from "@xterm/headless";

/** How a cell is drawn. `color`: 0 to 15 of the terminal's palette, undefined for the default one. */
export interface Look {
  readonly color: number | undefined;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly inverse: boolean;
}

/** A character on the screen, and how many columns it takes. */
export interface Cell extends Look {
  readonly text: string;
  readonly width: 1 | 2;
}

/** Lines of cells; blanks at the end of a line are not in it. */
export type Screen = readonly (readonly Cell[])[];

function readCell(cell: IBufferCell): Cell {
  return {
    text: cell.getChars() || " ",
    width: cell.getWidth() === 2 ? 2 : 1,
    color: cell.isFgPalette() ? cell.getFgColor() : undefined,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

const isBlank = (cell: Cell | undefined) => cell !== undefined && cell.text === " " && !cell.inverse;

/** Reads lines of a terminal, `from` to before `to`; lines without anything at their end are left out. */
export function readScreen(buffer: IBuffer, from = 0, to = buffer.length): Screen {
  const lines: Cell[][] = [];
  for (let y = from; y < Math.min(to, buffer.length); y++) {
    const line = buffer.getLine(y);
    const cells: Cell[] = [];
    for (let x = 0; x < (line?.length ?? 0); x++) {
      const cell = line?.getCell(x);
      // The second half of a wide character is a cell of its own, without a width.
      if (cell && cell.getWidth() > 0) cells.push(readCell(cell));
    }
    while (isBlank(cells.at(-1))) cells.pop();
    lines.push(cells);
  }
  while (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** The text of a screen. */
export function textOf(screen: Screen): string {
  return screen.map((line) => line.map((cell) => cell.text).join("")).join("\n");
}
