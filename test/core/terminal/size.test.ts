import { expect, it } from "vitest";
import { usableSize } from "../../../src/core/terminal/index.ts";

it.each([
  [[0], 80],
  [[undefined], 80],
  [[Number.NaN], 80],
  [[Number("")], 80],
  [[-5], 80],
  [[Number.POSITIVE_INFINITY], 80],
  [[], 80],
  [[1], 1],
  [[0, 100], 100],
  [[undefined, 0, 132], 132],
  [[60, 100], 60],
])("takes %j columns as %i", (sizes, width) => {
  expect(usableSize(sizes, 80)).toBe(width);
});
