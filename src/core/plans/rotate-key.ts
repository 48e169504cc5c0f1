import type { Change } from "../change/index.ts";
import { parseDotenv } from "../edit/index.ts";
import type { DocumentPath } from "../json/index.ts";

/** The keys that go, and the one that takes their place. */
export interface Rotation {
  readonly old: readonly string[];
  readonly next: string;
}

/** The text with the new key in place of every old one. A key that is the beginning of another is not taken for it. */
function rotated(text: string, { old, next }: Rotation): string {
  const longestFirst = [...old].sort((left, right) => right.length - left.length);
  return longestFirst.reduce((out, key) => {
    const parts = out.split(key);
    return parts.reduce((joined, part, index) => {
      if (index === 0) return part;
      const touches = /[A-Za-z0-9_-]$/.test(joined) || /^[A-Za-z0-9_-]/.test(part);
      return joined + (touches ? key : next) + part;
    });
  }, text);
}

/** Changes that put the new key wherever a value holds an old one, alone or within a text such as a header. */
export function rotateInValue(value: unknown, rotation: Rotation): Change[] {
  const changes: Change[] = [];
  const stack: { readonly path: DocumentPath; readonly value: unknown }[] = [{ path: [], value }];
  for (let one = stack.pop(); one; one = stack.pop()) {
    const { path, value: found } = one;
    if (typeof found === "string") {
      const next = rotated(found, rotation);
      if (next !== found) changes.push({ op: "set", path, value: next, secret: true });
    } else if (Array.isArray(found)) {
      found.forEach((item, index) => {
        stack.push({ path: [...path, index], value: item });
      });
    } else if (typeof found === "object" && found !== null)
      for (const [name, member] of Object.entries(found))
        stack.push({ path: [...path, name], value: member });
  }
  return changes.reverse();
}

/** Changes that put the new key into the variables of a `.env` text that hold an old one. */
export function rotateInDotenv(text: string, rotation: Rotation): Change[] {
  return [...parseDotenv(text)].flatMap(([name, value]) => {
    const next = rotated(value, rotation);
    return next === value ? [] : [{ op: "set", path: [name], value: next, secret: true }];
  });
}

/** Whether a text holds one of the keys as a whole. */
export function holdsOld(text: string, rotation: Rotation): boolean {
  return rotated(text, rotation) !== text;
}
