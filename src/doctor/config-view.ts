import type { Change, FileChange } from "../core/change/index.ts";
import {
  type Document,
  lineOf,
  parseDocument,
  positionOf,
  readWholeConfig,
  type WholeConfig,
} from "../core/edit/index.ts";
import { type DocumentPath, formatPath } from "../core/json/index.ts";
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
  /** Where a path is; the file alone for what an included file provides. */
  at(path: DocumentPath): Location;
}

const longestExcerpt = 120;
/** Of a line; a key that begins in the excerpt is redacted whole. */
const longestRead = 4096;

/** The line of a text, redacted and cut. Lines count from 1. */
function excerpt(text: string, line: number): string {
  return redact(lineOf(text, line, longestRead).trim(), []).slice(0, longestExcerpt);
}

/** Where a path is: in the config itself, else in the included file that provides it. */
function locationIn(root: Document, included: readonly Document[], path: DocumentPath): Location {
  const found = (document: Document, part: DocumentPath): Location | undefined => {
    const position = positionOf(document, part);
    if (position === undefined) return undefined;
    return { file: document.file, ...position, excerpt: excerpt(document.text, position.line) };
  };
  const own = found(root, path);
  if (own !== undefined) return own;
  // An included file stands for some member on the way: what follows that member is the path inside it.
  for (const document of included) {
    for (let depth = 0; depth < path.length; depth += 1) {
      const there = found(document, path.slice(depth));
      if (there !== undefined) return there;
    }
  }
  return { file: root.file };
}

/** The config's value with its includes resolved, and the positions in it. */
export function viewConfig({ document, value, included }: WholeConfig): ConfigView {
  return { file: document.file, value, at: (path) => locationIn(document, included, path) };
}

/** Parses the config and the files that it includes. `read` gives a file's text, undefined where there is none. */
export async function parseConfig(
  state: FileState,
  read: (file: string) => Promise<string | undefined>,
): Promise<ParsedConfig> {
  try {
    return { ok: true, config: await readWholeConfig(parseDocument(state.text, state.path), read) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, problem: error.problem };
  }
}

/** `agents.defaults.params.temperature = 0.7`: a place in the config and what is there, redacted. */
export function shown(path: DocumentPath, value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return `${formatPath(path)} = ${redact(text, []).slice(0, longestExcerpt)}`;
}

/** A place without its line, which may hold a key, or says nothing that the evidence does not say. */
export function withoutExcerpt({ file, line, column }: Location): Location {
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}

/** Changes to the config as the fix of a problem. */
export function configFix(config: ConfigView, changes: readonly Change[]): FileChange[] {
  return [{ file: config.file, format: "json5", changes }];
}
