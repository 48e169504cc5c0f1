import { type Change, type FileChange, isEdit } from "../change/index.ts";
import { type DocumentPath, formatPath, get, isObject } from "../json/index.ts";
import { folderOf, pathsLike } from "../paths/index.ts";
import { Failure, fail } from "../problem/index.ts";
import { applyToValue, sameValue } from "./apply-value.ts";
import { type Document, parseAny, parseDocument } from "./document.ts";
import {
  hasIncludes,
  key,
  mayInclude,
  type ReadInclude,
  readWholeConfig,
  resolveInclude,
} from "./includes.ts";

/** Text of an included file, undefined when it does not exist. */
export type ReadText = (file: string) => string | undefined;

interface Owner {
  readonly file: string;
  readonly path: DocumentPath;
}

/** Follows a path down to the file that owns it. Throws Failure `config-include` where that is not one plain file. */
function ownerOf(document: Document, file: string, path: DocumentPath, read: ReadText): Owner {
  for (let depth = 0; depth <= path.length; depth += 1) {
    const at = get(document.value, path.slice(0, depth));
    if (!isObject(at) || !Object.hasOwn(at, key)) continue;
    const next = path[depth];
    // A member next to the include belongs to the root file: it overrides the included one.
    if (next !== undefined && Object.hasOwn(at, next)) continue;
    const target = at[key];
    const where = formatPath(path.slice(0, depth));
    const refuse = (named: string) =>
      fail("config-include", { path: where || "$include", file: named, variant: "not-editable" });
    if (typeof target !== "string" || depth === 0) throw refuse([target].flat().join(", "));
    const included = resolveInclude(file, target);
    if (!pathsLike(file).isInside(folderOf(file), included)) throw refuse(included);
    const text = read(included);
    if (text === undefined) throw refuse(included);
    const inner = parseAny(text, included);
    if (!isObject(inner.value) || hasIncludes(inner.value)) throw refuse(included);
    return { file: included, path: path.slice(depth) };
  }
  return { file, path };
}

/**
 * Assigns each change to the file that contains its place, so that nothing is written twice: a part that one file of
 * the config's own folder provides is changed there. Lists of includes, nested includes, an include at the root and
 * files elsewhere are not supported: Failure `config-include`.
 */
export function routeChanges(change: FileChange, document: Document, read: ReadText): FileChange[] {
  if (!mayInclude(document.text)) return [change];
  const files = new Map<string, Change[]>();
  for (const one of change.changes) {
    if (!isEdit(one)) {
      files.set(change.file, [...(files.get(change.file) ?? []), one]);
      continue;
    }
    const owner = ownerOf(document, change.file, one.path, read);
    files.set(owner.file, [...(files.get(owner.file) ?? []), { ...one, path: owner.path }]);
  }
  return [...files].map(([file, changes]) => ({ file, format: change.format, changes }));
}

/** Returns the value of a config after changes; renames are first in each stage, as in an edit. */
function changed(value: unknown, stages: readonly FileChange[]): unknown {
  const edits = stages.map(({ changes }) => changes.filter(isEdit));
  return edits.reduce<unknown>((before, stage) => {
    const [first, rest] = [true, false].map((wanted) =>
      stage.filter((one) => (one.op === "rename") === wanted),
    );
    return applyToValue(applyToValue(before, first ?? []), rest ?? []);
  }, value);
}

async function readChanged(document: Document, read: ReadInclude): Promise<unknown> {
  try {
    return (await readWholeConfig(document, read)).value;
  } catch (error) {
    const problem = error instanceof Failure ? error.problem : undefined;
    if (problem?.code !== "config-include" || problem.params.variant !== "file-too-large") throw error;
    throw fail("config-include", { ...problem.params, variant: "grows-too-large" });
  }
}

/** The place of the first change that a config does not have as it was asked for. */
function missedBy(after: unknown, expected: unknown, stages: readonly FileChange[]): DocumentPath {
  const paths = stages.flatMap(({ changes }) => changes.map((one) => one.path as DocumentPath));
  return paths.find((path) => !sameValue(get(after, path), get(expected, path))) ?? paths[0] ?? [];
}

/**
 * Proves changes that were spread over a config and the files it includes: the new files together must have the value
 * that the changes produce. They do not if an array is joined from two files, or if something removed from one file
 * is in another too. In: the config before, all changes to it, its new text, and the included files after the change.
 * Throws Failure `config-include`.
 */
export async function proveRouted(
  config: { readonly document: Document; readonly value: unknown },
  stages: readonly FileChange[],
  text: string,
  read: ReadText,
): Promise<void> {
  const { file } = config.document;
  if (!hasIncludes(config.document.value)) return;
  const after = await readChanged(parseDocument(text, file), async (one) => read(one));
  const expected = changed(config.value, stages);
  if (sameValue(after, expected)) return;
  const path = formatPath(missedBy(after, expected, stages));
  throw fail("config-include", { path, file, variant: "not-editable" });
}
