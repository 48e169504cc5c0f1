import fc from "fast-check";
import { expect, it } from "vitest";
import { grouped } from "../../src/i18n/grouped.ts";

it.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [-1234567, "-1,234,567"],
  [1234.5, "1,234.5"],
  [0.12345, "0.123"],
  [-5_606_077_864_196_928, "-5,606,077,864,196,928"],
])("%d is %s", (value, text) => expect(grouped(value)).toBe(text));

it("groups any number as the locale does", () => {
  const decimals = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map((value) => value / 1000);
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger(), decimals), (value) => {
      expect(grouped(value)).toBe((value || 0).toLocaleString("en-US"));
    }),
  );
});
