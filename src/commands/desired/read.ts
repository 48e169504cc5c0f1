import { checkDesired, type DesiredState, type StateFault } from "../../core/desired/index.ts";
import { parseDocument, plainCharacters, positionOf } from "../../core/edit/index.ts";
import { type DocumentPath, formatPath } from "../../core/json/index.ts";
import { standardInputs } from "../../core/keys/index.ts";
import { Failure, fail, type Location, type Problem, paramOf, problemOf } from "../../core/problem/index.ts";
import type { Context, DataText } from "../../ports.ts";

/** A desired state, and where its parts are in its file. */
export interface PlacedState {
  readonly state: DesiredState;
  readonly placeOf: DataText["at"];
}

const largestBytes = 1024 * 1024;

async function textOf(context: Context, file: string): Promise<string> {
  if (standardInputs.includes(file)) return context.readStdin();
  const read = await (await context.files()).readStream(file, largestBytes);
  if (read.kind !== "text")
    throw fail("usage", { variant: "text", text: context.t.desired.noFile(file, read.kind) });
  if (read.isCut) throw fail("config-unreadable", { variant: "too-large", file, limit: 1 });
  return read.text;
}

/** Reads JSON5, with the positions that the edit layer finds. Throws Failure `state-invalid`. */
function readJson5(text: string, file: string): DataText {
  try {
    const document = parseDocument(text, file);
    const placeOf = (path: DocumentPath): Location => {
      const found = positionOf(document, path);
      if (found !== undefined || path.length === 0) return { file, ...found };
      return placeOf(path.slice(0, -1));
    };
    return { value: document.value, at: placeOf };
  } catch (error) {
    if (!(error instanceof Failure) || error.problem.code !== "config-syntax") throw error;
    const { at, params } = error.problem;
    const detail = paramOf(error.problem, "detail") ?? params.variant ?? "";
    throw fail("state-invalid", { variant: "syntax", file, detail }, at ? { at } : {});
  }
}

/** Standard input has no name that tells: YAML includes JSON, but not JSON5's comments. */
const isJson5 = (file: string, text: string) => /\.json5?$/i.test(file) || /^\s*(?:\{|\/[/*])/.test(text);

function problemFor(fault: StateFault, file: string, at: DataText["at"]): Problem {
  const { path: place, ...params } = fault;
  const part = fault.variant === "unknown-key" ? "key" : "value";
  return problemOf("state-invalid", { ...params, file, path: formatPath(place) }, { at: at(place, part) });
}

/** A full-width character where a fault is: on its line, or anywhere, where the file as a whole cannot be read. */
function withWide(problem: Problem, text: string): Problem {
  if (problem.code !== "state-invalid") return problem;
  const { params, at } = problem;
  const isWhole = params.variant === "syntax" || paramOf(problem, "path") === "";
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(/(?:^|\s)#.*/, ""));
  const inLine = (line = "") => [...line].find((one) => one in plainCharacters);
  const found = inLine(lines[(at?.line ?? 0) - 1]) ?? (isWhole ? inLine(lines.join("\n")) : undefined);
  if (found === undefined) return problem;
  return { ...problem, params: { ...params, wide: { found, plain: plainCharacters[found] ?? "" } } };
}

/** Reads the text as what it is. Throws Failure `state-invalid`. */
async function parse(context: Context, text: string, file: string): Promise<DataText> {
  try {
    return isJson5(file, text) ? readJson5(text, file) : await context.readYaml(text, file);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(withWide(error.problem, text), { cause: error });
  }
}

/**
 * Reads a desired state from YAML or JSON5. Throws Failure `usage` where there is no such file, and `state-invalid`,
 * with line and column, for what cannot be parsed.
 */
export async function readDesired(
  context: Context,
  file: string,
): Promise<PlacedState | { readonly problems: readonly Problem[] }> {
  const text = await textOf(context, file);
  const data = await parse(context, text, file);
  const checked = checkDesired(data.value);
  if ("faults" in checked)
    return { problems: checked.faults.map((one) => withWide(problemFor(one, file, data.at), text)) };
  return { state: checked.state, placeOf: data.at };
}
