import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listWindow } from "../../../src/core/terminal/list-window.ts";

/** Groups as a list has them: each of some length, one after the other; `undefined` where nothing is grouped. */
const groups = fc.oneof(
  fc
    .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 30 })
    .map((sizes) => sizes.flatMap((size, at) => Array.from({ length: size }, () => `group ${at}`))),
  fc.integer({ min: 1, max: 60 }).map((count) => Array.from({ length: count }, () => undefined)),
);

/** Lines that items take: headings are drawn above the first item of a group and of the window. */
function linesOf(list: readonly (string | undefined)[], top: number, end: number): number {
  return list
    .slice(top, end)
    .reduce(
      (sum, group, at) => sum + (group !== undefined && (at === 0 || list[top + at - 1] !== group) ? 2 : 1),
      0,
    );
}

describe("the part of a long list that is shown", () => {
  it("contains the active item, and uses exactly the available lines", () => {
    fc.assert(
      fc.property(groups, fc.nat(), fc.nat(), fc.integer({ min: 2, max: 15 }), (list, one, before, lines) => {
        const active = one % list.length;
        const window = listWindow({ count: list.length, groupOf: (at) => list[at] }, active, before, lines);
        expect(window.top).toBeLessThanOrEqual(active);
        expect(window.end).toBeGreaterThan(active);
        expect(window.end).toBeLessThanOrEqual(list.length);
        expect(linesOf(list, window.top, window.end)).toBeLessThanOrEqual(lines);
        if (window.end < list.length)
          expect(linesOf(list, window.top, window.end + 1)).toBeGreaterThan(lines);
        else if (window.top > 0) expect(linesOf(list, window.top - 1, window.end)).toBeGreaterThan(lines);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays where it was while the active item is in it", () => {
    const list = { count: 100, groupOf: () => undefined };
    expect(listWindow(list, 12, 10, 5)).toEqual({ top: 10, end: 15 });
    expect(listWindow(list, 15, 10, 5)).toEqual({ top: 11, end: 16 });
    expect(listWindow(list, 9, 10, 5)).toEqual({ top: 9, end: 14 });
  });

  it("looks at the items around it alone, however long the list is", () => {
    let looks = 0;
    const count = 10_000;
    const groupOf = (at: number) => {
      looks += 1;
      return `group ${Math.floor(at / 3)}`;
    };
    listWindow({ count, groupOf }, count - 1, 0, 14);
    expect(looks).toBeLessThan(2_000);
  });

  it("of nothing is nothing", () => {
    expect(listWindow({ count: 0, groupOf: () => undefined }, 0, 3, 14)).toEqual({ top: 0, end: 0 });
  });
});
