import { type EditObstacle, fail } from "../problem/index.ts";
import { copyObject, define, sameValue } from "./apply-value.ts";
import { type Document, parseValue } from "./document.ts";
import type { Child, Node } from "./nodes.ts";
import { type Scan, scan } from "./scan.ts";
import { type Splice, splice } from "./splice.ts";

/** Returns the comments in order, without those inside a removed stretch. In: the stretches, sorted. */
function commentTexts(text: string, found: Scan, gone: readonly Splice[]): string[] {
  let at = 0;
  return found.comments
    .filter(({ start, end }) => {
      while (at < gone.length && (gone[at] as Splice).end <= start) at += 1;
      const one = gone[at];
      return one === undefined || start < one.start || end > one.end;
    })
    .map((comment) => text.slice(comment.start, comment.end));
}

/** A text to parse, and the value it must have. */
interface Proof {
  readonly text: string;
  readonly value: unknown;
  /** What of the old text is not in it besides the splices. */
  readonly cuts: readonly Splice[];
}

/** Texts up to this length are parsed whole again; of larger ones only what is near the splices. */
const largeText = 200_000;
/** In a large text a value that is longer is left out of the proof when no splice touches it. */
const longValue = 64;
/** With more splices than this there is little to leave out. */
const manySplices = 200;

const byStart = (one: Splice, other: Splice) => one.start - other.start || one.end - other.end;

/** A container that splices lie in. */
interface Place {
  readonly node: Node;
  readonly before: Readonly<Record<string | number, unknown>>;
  readonly after: Readonly<Record<string | number, unknown>>;
  readonly splices: readonly Splice[];
  /** Puts the value that is to be proved into the value around it. */
  readonly put: (value: unknown) => void;
}

/** The children at both ends that are out of every splice's reach; one neighbour is left to each side. */
function idleEnds({ node, splices }: Place): { readonly head: number; readonly tail: number } {
  const { children } = node;
  const first = splices[0]?.start ?? 0;
  const last = Math.max(...splices.map((one) => one.end));
  let head = 0;
  while (head + 1 < children.length && (children[head + 1] as Child).value.end < first) head += 1;
  let tail = children.length;
  while (tail - 2 >= head && (children[tail - 2] as Child).start > last) tail -= 1;
  return { head, tail };
}

/** The members or elements between the ends; undefined where the ends are not what they were. */
function keptOf(place: Place, head: number, tail: number): object | undefined {
  const { node, before, after } = place;
  const { children } = node;
  const shift = Array.isArray(after) ? after.length - children.length : 0;
  const isSame = (index: number) => {
    const key = children[index]?.key;
    return sameValue(before[key ?? index], after[key ?? (index < head ? index : index + shift)]);
  };
  for (let index = 0; index < children.length; index += 1)
    if ((index < head || index >= tail) && !isSame(index)) return undefined;
  if (Array.isArray(after)) return after.slice(head, tail + shift);
  const kept = copyObject(after);
  for (const child of [...children.slice(0, head), ...children.slice(tail)]) delete kept[child.key ?? ""];
  return kept;
}

const hasTwins = ({ children }: Node) =>
  new Set(children.map((child, index) => child.key ?? index)).size < children.length;

/**
 * Leaves out of one container what no splice touches: whole members at both ends, long values between. Answers the
 * containers inside that are left, or undefined where a key that is written twice forbids it.
 */
function reduce(place: Place, cuts: Splice[]): Place[] | undefined {
  const { node, before, after } = place;
  const { children } = node;
  if (hasTwins(node)) return undefined;
  const { head, tail } = idleEnds(place);
  const kept = keptOf(place, head, tail);
  if (kept === undefined) return undefined;
  place.put(kept);
  const [first, last] = [children[0], children.at(-1)] as [Child, Child];
  if (head > 0) cuts.push({ start: first.start, end: (children[head] as Child).start, text: "" });
  if (tail < children.length)
    cuts.push({ start: (children[tail - 1] as Child).value.end, end: last.value.end, text: "" });
  const inner: Place[] = [];
  if (Array.isArray(kept)) return inner;
  for (const { key = "", value } of children.slice(head, tail)) {
    const { start, end, kind } = value;
    const splices = place.splices.filter((one) => one.start <= end && one.end >= start);
    const put = (reduced: unknown) => define(kept, key, reduced);
    if (splices.length === 0 && end - start > longValue && sameValue(before[key], after[key])) {
      cuts.push({ start, end, text: "0" });
      put(0);
    } else if (
      splices.length > 0 &&
      kind !== "scalar" &&
      splices.every((one) => one.start > start && one.end < end)
    )
      inner.push({ node: value, before: Object(before[key]), after: Object(after[key]), splices, put });
  }
  return inner;
}

/**
 * The proof of a large text: the same splices in a text without the members and values that none of them touches.
 * Those have been parsed already, and are there byte for byte. Undefined where it must be the whole text.
 */
function shortProof(document: Document, expected: unknown, splices: readonly Splice[]): Proof | undefined {
  if (document.text.length < largeText || splices.length > manySplices) return undefined;
  const proof = { value: expected };
  const cuts: Splice[] = [];
  const { root } = document.scan();
  if (splices.some((one) => one.start <= root.start || one.end >= root.end)) return undefined;
  const put = (value: unknown) => {
    proof.value = value;
  };
  const stack: Place[] = [
    { node: root, before: Object(document.value), after: Object(expected), splices, put },
  ];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const inner = reduce(place, cuts);
    if (inner === undefined) return undefined;
    stack.push(...inner);
  }
  const text = splice(document.text, [...splices, ...cuts].sort(byStart));
  return { text, value: proof.value, cuts };
}

/**
 * Proves an edit: the result parses to the expected value and has all comments of the old text outside the replaced
 * parts. In: the splices, sorted by their start, that made `text`. Throws Failure `edit-refused`.
 */
export function verify(
  document: Document,
  expected: unknown,
  splices: readonly Splice[],
  text: string,
): void {
  const refuse = (variant: EditObstacle) => fail("edit-refused", { file: document.file, variant });
  const proof = shortProof(document, expected, splices) ?? { text, value: expected, cuts: [] };
  let value: unknown;
  try {
    value = parseValue(proof.text);
  } catch {
    throw refuse("not-readable");
  }
  if (!sameValue(value, proof.value)) throw refuse("not-as-asked");
  const gone = [...splices.filter((one) => one.replaced), ...proof.cuts].sort(byStart);
  const before = commentTexts(document.text, document.scan(), gone);
  if (before.length === 0) return;
  const found = scan(proof.text, (token) => token);
  const after = commentTexts(proof.text, found, []);
  if (before.length !== after.length || before.some((comment, index) => comment !== after[index]))
    throw refuse("loses-comment");
}
