/** A path inside a document: object keys as strings, array positions as numbers. */
export type DocumentPath = readonly (string | number)[];

/** `models.providers.aisa` and `agents.defaults.models["aisa/x"]`: how a path is shown to people. */
export function formatPath(path: DocumentPath): string {
  let shown = "";
  for (const part of path) {
    if (typeof part === "number") shown += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(part)) shown += shown === "" ? part : `.${part}`;
    else shown += `[${JSON.stringify(part)}]`;
  }
  return shown;
}

const shownPart = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_$][\w$]*)/g;

/** The path that {@link formatPath} shows as this text. */
export function readPath(shown: string): DocumentPath {
  return [...shown.matchAll(shownPart)].map(([, index, quoted, name = ""]) =>
    index === undefined ? (quoted === undefined ? name : String(JSON.parse(quoted))) : Number(index),
  );
}
