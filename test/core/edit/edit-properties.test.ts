import fc from "fast-check";
import JSON5 from "json5";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Edit } from "../../../src/core/change/change.ts";
import { applyToValue, sameValue } from "../../../src/core/edit/apply-value.ts";
import { parseDocument, valueAt } from "../../../src/core/edit/document.ts";
import { edit } from "../../../src/core/edit/edit.ts";
import type { DocumentPath } from "../../../src/core/json/path.ts";
import { Failure, paramOf } from "../../../src/core/problem/problem.ts";
import {
  type Generated,
  generateText,
  generateValue,
  type Part,
  Tape,
  tapes,
} from "../../helpers/json5-text.ts";

const runs = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 1_000) };
const file = "/home/ann/.openclaw/openclaw.json";

// json5 itself warns of every raw U+2028; ours must not, which another test holds.
beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterAll(() => {
  vi.restoreAllMocks();
});

const within = (path: DocumentPath, outer: DocumentPath) =>
  outer.every((part, index) => path[index] === part);

/** `part` is `whole` with some units left out. */
function isPartOf(part: string, whole: string): boolean {
  let at = 0;
  for (let index = 0; index < whole.length && at < part.length; index += 1)
    if (whole[index] === part[at]) at += 1;
  return at === part.length;
}

/** Edits, or answers undefined for an edit that is refused, which only a key written twice may be. */
function attempt({ text }: Generated, changes: readonly Edit[]): string | undefined {
  try {
    return edit(parseDocument(text, file), changes);
  } catch (error) {
    if (error instanceof Failure && paramOf(error.problem, "variant") === "key-twice") return undefined;
    throw error;
  }
}

/** A text and one of its parts, which is not reached through a key that is written twice. */
function pickPart(tape: Tape, generated: Generated, ...kinds: Part["kind"][]): Part | undefined {
  const fit = generated.parts.filter(
    (part) => !part.twice && part.path.length > 0 && (kinds.length === 0 || kinds.includes(part.kind)),
  );
  return fit[tape.below(Math.max(1, fit.length))];
}

function randomChange(tape: Tape, { parts }: Generated): Edit {
  const part = parts[tape.below(parts.length)] as Part;
  const { path, kind } = part;
  const fresh = `added${tape.below(3)}`;
  const choice = tape.below(6);
  if (choice === 0 && kind === "object")
    return { op: "set", path: [...path, fresh], value: generateValue(tape) };
  if (choice === 1 && kind === "array") return { op: "append", path, value: generateValue(tape) };
  if (choice === 2 && path.length > 0) return { op: "remove", path };
  if (choice === 3 && typeof path.at(-1) === "string")
    return { op: "rename", path, value: `renamed${tape.below(9)}` };
  if (choice === 4 && kind === "object") return { op: "set", path: [...path, fresh, "deep", "er"], value: 1 };
  if (path.length === 0) return { op: "set", path: ["first"], value: generateValue(tape) };
  return { op: "set", path, value: generateValue(tape) };
}

/** A few changes, renames first, as the edit makes them. */
function randomChanges(tape: Tape, generated: Generated): Edit[] {
  const changes = Array.from({ length: 1 + tape.below(4) }, () => randomChange(tape, generated));
  return changes.sort((one, other) => Number(other.op === "rename") - Number(one.op === "rename"));
}

/**
 * The comments that a text must still have after changes: those that do not stand in what was replaced or removed.
 * Removing an element moves those behind it, so that paths of later changes mean others: its whole list is left out.
 */
function mustSurvive({ marks }: Generated, changes: readonly Edit[]): string[] {
  const gone = changes
    .filter((one) => one.op === "set" || one.op === "remove")
    .map(({ op, path }) => (op === "remove" && typeof path.at(-1) === "number" ? path.slice(0, -1) : path));
  const removed = changes.filter((one) => one.op === "remove").map((one) => one.path);
  return marks
    .filter(({ inside }) => !gone.some((path) => within(inside, path)))
    .filter(({ member }) => !removed.some((path) => member && within(member, path)))
    .map((mark) => mark.text);
}

const property = (check: (tape: Tape, generated: Generated) => void) =>
  fc.assert(
    fc.property(tapes(400), tapes(40), (text, numbers) => {
      const generated = generateText(new Tape(text));
      try {
        check(new Tape(numbers), generated);
      } catch (cause) {
        throw new Error(`with the text ${JSON.stringify(generated.text)}`, { cause });
      }
    }),
    runs,
  );

describe("a random text", () => {
  it("is read as json5 reads it, with the position of every value", () => {
    property((_tape, generated) => {
      const document = parseDocument(generated.text, file);
      expect(sameValue(document.value, JSON5.parse(generated.text))).toBe(true);
      const { root, comments } = document.scan();
      const found = new Map<number, number>();
      const stack = [root];
      for (let node = stack.pop(); node; node = stack.pop()) {
        found.set(node.start, node.end);
        stack.push(...node.children.map((child) => child.value));
      }
      expect(generated.parts.map((part) => found.get(part.start))).toEqual(
        generated.parts.map((part) => part.end),
      );
      expect(comments.map((one) => generated.text.slice(one.start, one.end))).toEqual(
        generated.marks.map((mark) => mark.text),
      );
    });
  });

  it("stays the same, byte for byte, when a value is set to itself", () => {
    property((tape, generated) => {
      const document = parseDocument(generated.text, file);
      const part = pickPart(tape, generated);
      if (!part) return;
      const value = structuredClone(valueAt(document.value, part.path));
      expect(edit(document, [{ op: "set", path: part.path, value }])).toBe(generated.text);
    });
  });

  it("has the expected value after random changes, and keeps its comments", () => {
    property((tape, generated) => {
      const changes = randomChanges(tape, generated);
      let expected: unknown;
      try {
        expected = applyToValue(parseDocument(generated.text, file).value, changes);
      } catch (error) {
        // The path of a later change leads through something that an earlier one made no object any more.
        if (error instanceof Failure) return;
        throw error;
      }
      const text = attempt(generated, changes);
      if (text === undefined) return;
      expect(sameValue(JSON5.parse(text), expected)).toBe(true);
      expect(mustSurvive(generated, changes).filter((mark) => !text.includes(mark))).toEqual([]);
    });
  });

  it("changes in one scalar's place alone when that is set to another", () => {
    property((tape, generated) => {
      const part = pickPart(tape, generated, "scalar");
      if (!part) return;
      const text = edit(parseDocument(generated.text, file), [
        { op: "set", path: part.path, value: "new 'value'" },
      ]);
      const [before, after] = [generated.text.slice(0, part.start), generated.text.slice(part.end)];
      expect([text.slice(0, before.length), text.slice(text.length - after.length)]).toEqual([before, after]);
      expect(JSON5.parse(text.slice(before.length, text.length - after.length))).toBe("new 'value'");
    });
  });

  it("only loses text when something is removed, and only inside of what held it", () => {
    property((tape, generated) => {
      const part = pickPart(tape, generated);
      if (!part) return;
      const text = attempt(generated, [{ op: "remove", path: part.path }]);
      if (text === undefined) return;
      const holder = generated.parts.findLast(
        (one) => within(part.path, one.path) && one.path.length < part.path.length,
      );
      const { start, end } = holder as Part;
      expect(text.slice(0, start + 1)).toBe(generated.text.slice(0, start + 1));
      const tail = generated.text.length - end + 1;
      expect(text.slice(text.length - tail)).toBe(generated.text.slice(end - 1));
      expect(isPartOf(text, generated.text)).toBe(true);
    });
  });

  it("gains text only inside the container to which something is added", () => {
    property((tape, generated) => {
      const part = pickPart(tape, generated, "object", "array");
      if (!part) return;
      const value = generateValue(tape);
      const change: Edit =
        part.kind === "array"
          ? { op: "append", path: part.path, value }
          : { op: "set", path: [...part.path, "brand new"], value };
      const text = edit(parseDocument(generated.text, file), [change]);
      const { start, end } = part;
      expect(text.slice(0, start + 1)).toBe(generated.text.slice(0, start + 1));
      const tail = generated.text.length - end + 1;
      expect(text.slice(text.length - tail)).toBe(generated.text.slice(end - 1));
      const inner = generated.text.slice(start, end).replace(/\s+/g, "");
      expect(isPartOf(inner, text)).toBe(true);
    });
  });

  it("produces the same bytes when the same change is made again", () => {
    property((tape, generated) => {
      const part = pickPart(tape, generated);
      if (!part) return;
      const change: Edit = { op: "set", path: part.path, value: generateValue(tape) };
      const once = attempt(generated, [change]);
      if (once !== undefined) expect(edit(parseDocument(once, file), [change])).toBe(once);
    });
  });
});

describe("a random text of plain JSON", () => {
  it("stays plain JSON", () => {
    fc.assert(
      fc.property(tapes(60), fc.constantFrom(0, 1, 2, 4, "\t"), tapes(40), (shape, indent, numbers) => {
        const [textTape, tape] = [new Tape(shape), new Tape(numbers)];
        const value = { root: generateValue(textTape), list: [generateValue(textTape)], o: { k: 1 } };
        const text = JSON.stringify(value, null, indent);
        const changes: Edit[] = [
          { op: "append", path: ["list"], value: generateValue(tape) },
          { op: "set", path: ["o", tape.pick(["k", "new", "o'o"])], value: generateValue(tape) },
          ...(tape.once(2) ? [{ op: "remove" as const, path: [tape.pick(["root", "list", "o"])] }] : []),
        ];
        const edited = edit(parseDocument(text, file), changes);
        expect(sameValue(JSON.parse(edited), JSON.parse(JSON.stringify(applyToValue(value, changes))))).toBe(
          true,
        );
      }),
      runs,
    );
  });
});
