import type { FigureChange, Pair } from "../core/models/index.ts";
import type { SyncPlan } from "../core/plans/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { formatCount, formatPrice } from "./format.ts";
import { symbols } from "./problem.ts";
import { type Column, layTable } from "./table.ts";
import { marked, wrap } from "./text.ts";

interface SyncContext {
  readonly t: Messages;
  readonly style: Style;
}

function shown(value: number | Pair | undefined): string {
  if (value === undefined) return "-";
  if (typeof value === "number") return formatCount(value);
  return `$${formatPrice(value.input)} / $${formatPrice(value.output)}`;
}

function figureTable(rows: readonly FigureChange[], { t, style }: SyncContext, after: string): string[] {
  const { sync } = t.modelsChange;
  const columns: Column<FigureChange>[] = [
    { title: sync.model, cell: (one) => one.id, least: 12 },
    { title: sync.figure, cell: (one) => sync.figures[one.figure] },
    { title: sync.before, right: true, cell: (one) => shown(one.before) },
    { title: after, right: true, cell: (one) => shown(one.after), paint: (text) => style.bold(text) },
    {
      title: sync.source,
      cell: (one) => (one.source ? t.models.date(one.source.date) : sync.gateway),
      drop: 1,
    },
  ];
  const table = layTable(columns, rows, style, style.columns - 2);
  return [`  ${table.head}`, ...rows.map((row) => `  ${table.line(row)}`)];
}

/** What a sync changes, in words: ids that moved, figures before and after, and those that the user set. */
export function syncLines(plan: SyncPlan, context: SyncContext): string[] {
  const { t, style } = context;
  const { sync } = t.modelsChange;
  const moved = plan.moved.flatMap(({ from, to }) =>
    marked(style.yellow(symbols.change), sync.moved(from, to), style),
  );
  return [
    ...moved,
    ...(plan.updated.length > 0 ? figureTable(plan.updated, context, sync.after) : []),
    ...(plan.kept.length > 0
      ? [...wrap(sync.ownKept, style.columns, style), ...figureTable(plan.kept, context, sync.known)]
      : []),
  ];
}
