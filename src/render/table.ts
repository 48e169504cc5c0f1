import type { Style } from "../ports.ts";
import { padEnd, padStart, truncate } from "./text.ts";

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly right?: boolean;
  /** Colours the finished cell. */
  readonly paint?: (text: string, row: Row) => string;
  /** If there is no room, the column with the highest number is dropped first; a column without a number stays. */
  readonly drop?: number;
  /** It may be cut down to this many columns when dropping others did not suffice. */
  readonly least?: number;
}

/** A table whose columns are measured and chosen; its lines are produced one by one, so that groups can be inserted. */
export interface Table<Row> {
  readonly head: string;
  line(row: Row): string;
}

const gap = "  ";

interface Measured<Row> {
  readonly column: Column<Row>;
  width: number;
}

function fitColumns<Row>(columns: Measured<Row>[], room: number): Measured<Row>[] {
  let kept = columns;
  const total = () => kept.reduce((sum, one) => sum + one.width, gap.length * (kept.length - 1));
  const droppable = columns
    .filter((one) => one.column.drop !== undefined)
    .sort((a, b) => (b.column.drop ?? 0) - (a.column.drop ?? 0));
  for (const one of droppable) {
    if (total() <= room) break;
    kept = kept.filter((other) => other !== one);
  }
  for (const one of kept) {
    const { least } = one.column;
    const over = Math.max(0, total() - room);
    if (least !== undefined) one.width = Math.min(one.width, Math.max(least, one.width - over));
  }
  return kept;
}

/** Measures and chooses the columns for a width; wide characters count two. Columns that are empty everywhere go. */
export function layTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  style: Style,
  room = style.columns,
): Table<Row> {
  const measured = columns.flatMap((column) => {
    const widest = rows.reduce((widest, row) => Math.max(widest, style.measure(column.cell(row))), 0);
    return widest === 0 ? [] : [{ column, width: Math.max(widest, style.measure(column.title)) }];
  });
  const kept = fitColumns(measured, room);
  const pad = (text: string, { column, width }: Measured<Row>) =>
    (column.right ? padStart : padEnd)(truncate(text, width, style), width, style);
  return {
    head: style.dim(
      kept
        .map((one) => pad(one.column.title, one))
        .join(gap)
        .trimEnd(),
    ),
    line: (row) =>
      kept
        .map((one) => {
          const text = pad(one.column.cell(row), one);
          return one.column.paint?.(text, row) ?? text;
        })
        .join(gap)
        .trimEnd(),
  };
}
