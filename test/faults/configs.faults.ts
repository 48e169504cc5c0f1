import fc from "fast-check";
import { it } from "vitest";
import { parseValue } from "../../src/core/edit/index.ts";
import { run } from "../helpers/cli.ts";
import { makeHome, quickFolder } from "../helpers/home.ts";
import { illsOfRun } from "./scenarios.ts";
import { isLong, newTally } from "./tally.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 3 }, fc.string(), fc.integer(), fc.boolean(), tie("list"), tie("map")),
  list: fc.array(tie("any"), { maxLength: 3 }),
  map: fc.dictionary(word, tie("any"), { maxKeys: 3 }),
})).any;
/** Configs that OpenClaw may have beside us, with parts that we change in every shape that it accepts, and in wrong ones. */
const config = fc.record(
  {
    note: value,
    models: fc.oneof(
      value,
      fc.record({
        providers: fc.record({
          aisa: fc.oneof(value, fc.record({ models: fc.array(fc.record({ id: word })), apiKey: word })),
          other: value,
        }),
      }),
    ),
    agents: fc.oneof(
      value,
      fc.record({
        defaults: fc.record({ model: fc.oneof(word, fc.record({ primary: word })), models: value }),
      }),
    ),
  },
  { requiredKeys: [] },
);
const indent = fc.constantFrom(0, 1, 2, 4, "\t");
const edit = fc.constantFrom(
  ["models", "set", "qwen3-max"],
  ["models", "set", "kimi"],
  ["models", "add", "deepseek-v3.1", "kimi-k2.5"],
  ["models", "remove", "qwen3-max", "-y"],
);

it("changes random configs or rejects them, and undo restores every byte", async (context) => {
  const tally = newTally("random configs and edits");
  const home = makeHome(undefined, quickFolder);
  const cases = fc.sample(fc.tuple(config, indent, edit), { numRuns: isLong ? 2_500 : 30, seed: 7 });
  for (const [made, spaces, args] of cases) {
    const text = `// mine\n${JSON.stringify(made, undefined, spaces)}\n`;
    home.write(".openclaw/openclaw.json", text);
    const done = await run([...args, "--offline"], { home, patience: 0 });
    const ills = illsOfRun(done);
    const written = home.read(home.config);
    if (done.code !== 0 && written !== text) ills.push("it failed and changed the file");
    if (written !== text) {
      if (!written.startsWith("// mine\n")) ills.push("a comment is lost");
      if (JSON.stringify(parseValue(written)).length === 0) ills.push("it does not parse");
      await run(["undo"], { home, patience: 0 });
      if (home.read(home.config) !== text) ills.push("undo restored something else");
    }
    tally.add(`${args.join(" ")} on ${text}`, ills);
  }
  tally.close(context);
});
