import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import JSON5 from "json5";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run } from "../../src/commands/onboard/index.ts";
import { run as undo } from "../../src/commands/undo.ts";
import { applyToValue, sameValue } from "../../src/core/edit/apply-value.ts";
import { parseDocument } from "../../src/core/edit/document.ts";
import { get } from "../../src/core/json/value.ts";
import { Failure } from "../../src/core/problem/problem.ts";
import type { Context } from "../../src/ports.ts";
import { corpus, corpusFiles } from "../helpers/corpus.ts";
import { makeDoctorContext } from "../helpers/doctor-context.ts";
import { makeHome, quickFolder } from "../helpers/home.ts";

const options = { offline: true, validate: false, verify: false, plugin: false } as const;

/** What onboarding may change, beside its own provider; everything else belongs to the user. */
const shared = [
  ["models", "mode"],
  ["agents", "defaults", "model"],
  ["agents", "defaults", "models"],
  ["agents", "defaults", "modelPolicy", "allow"],
] as const;

/** The value without what onboarding may change, and without the containers that it made for that. */
function theirs(text: string): unknown {
  let value: unknown = JSON5.parse(text);
  for (const path of [["models", "providers", "aisa"], ...shared])
    for (let length = path.length; length > 0; length -= 1) {
      const part = path.slice(0, length);
      if (length === path.length || sameValue(get(value, part), {}))
        value = applyToValue(value, [{ op: "remove", path: part }]);
    }
  return value;
}

/** Models that the user allows and gave settings to. */
function allowed(text: string): string[] {
  const value: unknown = JSON5.parse(text);
  const list = get(value, ["agents", "defaults", "modelPolicy", "allow"]);
  const entries = Object(get(value, ["agents", "defaults", "models"]));
  return [
    JSON.stringify(list ?? []).slice(1, -1),
    ...Object.entries(entries).map((one) => JSON.stringify(one)),
  ];
}

const comments = (text: string) => {
  const document = parseDocument(text, "x");
  return document.scan().comments.map(({ start, end }) => text.slice(start, end));
};

/** Onboards. Out: the code of a refusal, undefined when the config was changed. */
async function refusal(context: Context): Promise<string | undefined> {
  try {
    expect((await run(context, options)).changed).toBe(true);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problem.code;
  }
}

describe("onboard on other people's configs", () => {
  // json5 warns of every raw U+2028.
  beforeAll(() => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it.skipIf(corpusFiles.length === 0)(
    "keeps everything that is the user's, or refuses and touches nothing; undo gives every byte back",
    { timeout: 300_000 },
    async () => {
      const home = makeHome("{}", quickFolder);
      const context = makeDoctorContext(home, { AISA_API_KEY: "sk-corpus-0123456789abcdef" });
      const refused: string[] = [];
      for (const name of corpusFiles) {
        const bytes = readFileSync(join(corpus, name));
        const text = bytes.toString("utf8");
        writeFileSync(home.config, bytes);
        const code = await refusal(context);
        if (code === undefined) {
          const after = home.read(home.config);
          expect(get(JSON5.parse(after), ["models", "providers", "aisa", "models"]), name).not.toEqual([]);
          expect(theirs(after), name).toEqual(theirs(text));
          expect(
            allowed(text).filter((one) => !allowed(after).join().includes(one)),
            name,
          ).toEqual([]);
          expect(comments(after), name).toEqual(comments(text));
          expect((await run(context, options)).changed, name).toBe(false);
          expect((await undo(context, {})).changed, name).toBe(true);
        } else refused.push(`${code}: ${name}`);
        expect(readFileSync(home.config).equals(bytes), name).toBe(true);
      }
      // Broken on purpose, most of them.
      expect(refused.length, refused.join("\n")).toBeLessThan(corpusFiles.length / 10);
    },
  );
});
