import type { Change, FileChange } from "../core/change/index.ts";
import {
  type Document,
  lineOf,
  parseDocument,
  positionOf,
  type ReadInclude,
  readWholeConfig,
  type TwiceKey,
  twiceKeys,
  type WholeConfig,
} from "../core/edit/index.ts";
import { type DocumentPath, formatPath, get } from "../core/json/index.ts";
import { Failure, type Location, type Problem } from "../core/problem/index.ts";
import { redact } from "../core/text/index.ts";
import type { FileState } from "../ports.ts";

/** The config with what it includes, or why it cannot be read. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: WholeConfig }
  | { readonly ok: false; readonly problem: Problem };

/** The config for judging: its value as OpenClaw sees it, and where things are in its text. */
export interface ConfigView {
  readonly file: string;
  readonly value: unknown;
  /** Where a path is; only the file for a value from an included file. */
  at(path: DocumentPath): Location;
  /** Keys that stand several times in one object of the config's own text. */
  twice(): readonly TwiceKey[];
}

const longestExcerpt = 120;
/** Of a line; a key that begins in the excerpt is redacted whole. */
const longestRead = 4096;

/** The line of a text, redacted and cut. Lines count from 1. */
function excerpt(text: string, line: number): string {
  return redact(lineOf(text, line, longestRead).trim(), []).slice(0, longestExcerpt);
}

/**
 * Converts a path in the whole config to the path in one file, which provides the member at `depth`: elements of
 * arrays that are joined from several files have another index there. Undefined for an element of another file.
 */
function pathIn(document: Document, value: unknown, path: DocumentPath, depth: number) {
  const part = path.slice(depth);
  for (const [index, name] of part.entries()) {
    if (typeof name !== "number") continue;
    const own = get(document.value, part.slice(0, index));
    const joined = get(value, path.slice(0, depth + index));
    if (!Array.isArray(own) || !Array.isArray(joined)) return undefined;
    if (own.length === joined.length) continue;
    const place = own.indexOf(joined[name]);
    if (place < 0) return undefined;
    part[index] = place;
  }
  return part;
}

/** Where a path is: in the config itself, else in the included file that provides it. */
function locationIn({ document: root, value, included }: WholeConfig, path: DocumentPath): Location {
  const found = (document: Document, depth: number): Location | undefined => {
    const part = pathIn(document, value, path, depth);
    const position = part && positionOf(document, part);
    if (position === undefined) return undefined;
    return { file: document.file, ...position, excerpt: excerpt(document.text, position.line) };
  };
  const own = found(root, 0);
  if (own !== undefined) return own;
  // An included file provides one member on the way: the rest of the path is inside that file.
  for (const document of included) {
    for (let depth = 0; depth < path.length; depth += 1) {
      const there = found(document, depth);
      if (there !== undefined) return there;
    }
  }
  return { file: root.file };
}

/** The config's value with its includes resolved, and the positions in it. */
export function viewConfig(config: WholeConfig): ConfigView {
  const { document, value } = config;
  return {
    file: document.file,
    value,
    at: (path) => locationIn(config, path),
    twice: () => twiceKeys(document),
  };
}

/** Parses the config and the files that it includes. */
export async function parseConfig(state: FileState, read: ReadInclude): Promise<ParsedConfig> {
  try {
    return { ok: true, config: await readWholeConfig(parseDocument(state.text, state.path), read) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, problem: error.problem };
  }
}

const longestReplacement = 60;

/** A text that a sentence can take in: of a long one the beginning. */
export const shortened = (text: string): string =>
  text.length > longestReplacement ? `${text.slice(0, longestReplacement - 1)}…` : text;

/** `agents.defaults.params.temperature = 0.7`: a place in the config and what is there, redacted. */
export function shown(path: DocumentPath, value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return `${formatPath(path)} = ${redact(text, []).slice(0, longestExcerpt)}`;
}

/** A place without its line, which may contain a key or repeats the evidence. */
export function withoutExcerpt({ file, line, column }: Location): Location {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** Changes to the config as the fix of a problem. */
export function configFix(config: ConfigView, changes: readonly Change[]): FileChange[] {
  return [{ file: config.file, format: "json5", changes }];
}
