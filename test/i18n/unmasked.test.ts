import { describe, expect, it } from "vitest";
import { redact } from "../../src/core/text/index.ts";
import { wordsOf } from "../helpers/wizard.ts";

/** Stands for whatever a text is given: it can be read as a text, a number, a list or a record. */
const anything: unknown = new Proxy(
  Object.assign(() => anything, {}),
  {
    get: (_, name) => {
      if (name === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? 2 : "x");
      if (name === Symbol.iterator) return [][Symbol.iterator];
      if (name === "length") return 2;
      if (name === "toString" || name === "join") return () => "x";
      if (name === "map" || name === "flatMap" || name === "filter" || name === "slice") return () => [];
      return anything;
    },
  },
);

/** What a text with parameters says; undefined where it needs ones of a certain shape. */
function say(text: (...params: unknown[]) => unknown): unknown {
  try {
    return text(...Array.from({ length: 6 }, () => anything));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Every text of a language, by its name. */
function* textsOf(value: unknown, name: string): Generator<[string, string]> {
  if (typeof value === "string") yield [name, value];
  else if (typeof value === "function" && value !== anything)
    yield* textsOf(say(value as (...params: unknown[]) => unknown), name);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, `${name}.${key}`);
}

describe("our own texts", () => {
  it.each(["en", "zh-CN"] as const)("pass what hides keys unchanged in %s", (locale) => {
    const { problems: _, ...words } = wordsOf(locale);
    const texts = [...textsOf(words, locale)];
    expect(texts.length).toBeGreaterThan(600);
    expect(texts.filter(([, text]) => redact(text, []) !== text)).toEqual([]);
  });
});
