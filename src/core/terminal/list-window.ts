/** The part of a long list that is on screen. */
export interface ListWindow {
  /** Index of the first item shown. */
  readonly top: number;
  /** Index behind the last item shown. */
  readonly end: number;
}

/** Lines that the items from `top` to `end` take: one each, and one for every group's heading. */
function linesOf(groupOf: (index: number) => string | undefined, top: number, end: number): number {
  let lines = 0;
  for (let index = top; index < end; index += 1) {
    const group = groupOf(index);
    if (group !== undefined && (index === top || groupOf(index - 1) !== group)) lines += 1;
    lines += 1;
  }
  return lines;
}

/**
 * Returns which items of a list to show in `lines` lines so that the active one is visible, moving the window as
 * little as possible. The first visible item always has its group's heading above it. Looks only at the items near
 * the window, however long the list is.
 */
export function listWindow(
  list: { readonly count: number; readonly groupOf: (index: number) => string | undefined },
  active: number,
  previousTop: number,
  lines: number,
): ListWindow {
  const { count, groupOf } = list;
  if (count === 0) return { top: 0, end: 0 };
  let top = Math.max(0, Math.min(previousTop, active, count - 1), active - lines);
  while (top < active && linesOf(groupOf, top, active + 1) > lines) top += 1;
  let end = active + 1;
  while (end < count && linesOf(groupOf, top, end + 1) <= lines) end += 1;
  // At the list's end no line stays empty while there is something above.
  while (top > 0 && linesOf(groupOf, top - 1, end) <= lines) top -= 1;
  return { top, end };
}
