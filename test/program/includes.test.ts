import { linkSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { soundConfig } from "../helpers/config-faults.ts";
import { type Home, makeHome } from "../helpers/home.ts";

const key = "sk-aisa-3f9c1b7e5d2a4860";
const fan = Array.from({ length: 10 }, (_, index) => `f${index}.json`);
const everyOne = JSON.stringify({ $include: fan.map((file) => `./${file}`) });
const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

type Files = Readonly<Record<string, string>>;
const broken: readonly (readonly [string, Files, RegExp])[] = [
  ["a file that includes itself", { "openclaw.json": '{ "$include": "./openclaw.json" }' }, /cycle/],
  [
    "two files that include each other",
    {
      "openclaw.json": '{ "models": { "$include": "./a.json" } }',
      "a.json": '{ "$include": "./openclaw.json" }',
    },
    /a\.json:1:3[\s\S]*cycle|cycle[\s\S]*a\.json:1:3/,
  ],
  [
    "a fan",
    { "openclaw.json": everyOne, ...Object.fromEntries(fan.map((file) => [file, everyOne])) },
    /cycle/,
  ],
  [
    "a chain of eleven",
    {
      "openclaw.json": '{ "$include": "./c1.json" }',
      ...Object.fromEntries(
        Array.from({ length: 11 }, (_, index) => [
          `c${index + 1}.json`,
          index === 10 ? "{}" : `{ "$include": "./c${index + 2}.json" }`,
        ]),
      ),
    },
    /limit of 10 includes inside one another/,
  ],
  [
    "a NUL in a path",
    { "openclaw.json": '{ "models": { "$include": "./a\\u0000.json" } }' },
    /not a valid path/,
  ],
  [
    "a file outside the folder",
    { "openclaw.json": '{ "models": { "$include": "../outside.json" } }', "../outside.json": "{}" },
    /openclaw\.json:1:15[\s\S]*outside the config's folder|outside the config's folder[\s\S]*openclaw\.json:1:15/,
  ],
  ["a hundred thousand levels", { "openclaw.json": nested(100_000) }, /more than 1,000 levels deep/],
];

const commands = [
  ["doctor", "--offline"],
  ["doctor", "--offline", "--fix", "--yes"],
  ["models", "list", "--offline"],
  ["models", "set", "qwen3-max", "--offline", "--yes"],
  ["models", "add", "qwen3-max", "--offline", "--yes"],
  ["models", "remove", "qwen3-max", "--offline", "--yes"],
  ["models", "sync", "--yes"],
  ["onboard", "--offline", "--yes", "--aisa-api-key", key],
];

describe.each(broken)("with %s", (_name, files, message) => {
  const prepare = () => {
    const home = makeHome(files["openclaw.json"]);
    for (const [file, text] of Object.entries(files)) home.write(`.openclaw/${file}`, text);
    return home;
  };

  it.each(commands.map((command) => [command.join(" "), command] as const))(
    "%s ends with the cause and changes nothing",
    async (_command, command) => {
      const home = prepare();
      const done = await run([...command], { home, env: { AISA_API_KEY: key } });
      expect([1, 5], done.stderr).toContain(done.code);
      expect((done.stdout + done.stderr).replace(/\s+/g, " ")).toMatch(message);
      for (const [file, text] of Object.entries(files))
        expect(home.read(`${home.path}/.openclaw/${file}`)).toBe(text);
    },
  );

  it("undo and explain do their work", async () => {
    const home = prepare();
    const undone = await run(["undo", "--yes"], { home });
    expect([0, 1], undone.stderr).toContain(undone.code);
    const explained = await run(["explain", "no-available-channel"], { home });
    expect([0, 1], explained.stderr).toContain(explained.code);
    expect(explained.stdout + explained.stderr).toContain("no-available-channel");
  });
});

it("a valid include of 1.2 MB works in doctor as in models list", async () => {
  const home = makeHome(JSON.stringify({ ...soundConfig, models: { $include: "./models.json5" } }));
  const text = `// ${"x".repeat(1_200_000)}\n${JSON.stringify(soundConfig.models)}\n`;
  home.write(".openclaw/models.json5", text);
  home.write(".openclaw/.env", `AISA_API_KEY=${key}\n`);
  expect((await run(["models", "list", "--offline"], { home })).code).toBe(0);
  const done = await run(["doctor", "--offline", "--json"], { home });
  expect(done.json().problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
});

describe("an included file that OpenClaw", () => {
  const placed = () => {
    const home = makeHome(JSON.stringify({ ...soundConfig, models: { $include: "./models.json" } }));
    home.write(".openclaw/.env", `AISA_API_KEY=${key}\n`);
    const text = JSON.stringify(soundConfig.models);
    return { home, text, folder: join(home.path, ".openclaw") };
  };
  const codes = async (home: Home, env = {}) => {
    const done = await run(["doctor", "--offline", "--json"], { home, env });
    return done.json().problems.map((one) => one.code);
  };

  it.each<[string, (place: ReturnType<typeof placed>) => void]>([
    ["a link to a file outside the folder", outside],
    [
      "a file with another hard link",
      ({ home, text, folder }) =>
        linkSync(home.write(".openclaw/models.json", text), join(folder, "other.json")),
    ],
    [
      "a file of more than 2 MiB",
      ({ home, text }) => void home.write(".openclaw/models.json", text + " ".repeat(2 * 1024 * 1024)),
    ],
    [
      "a file of more than 16 MiB",
      ({ home, text }) => void home.write(".openclaw/models.json", text + " ".repeat(16 * 1024 * 1024)),
    ],
  ])("refuses is named with its line: %s", async (_name, prepare) => {
    const place = placed();
    prepare(place);
    expect(await codes(place.home)).toContain("config-include");
    const done = await run(["doctor", "--offline"], { home: place.home });
    expect(done.stdout).toMatch(/openclaw\.json:1:\d+/);
  });

  it("reads is read: a link within the folder, and a file in a folder that the variable names", async () => {
    const within = placed();
    within.home.write(".openclaw/real.json", within.text);
    symlinkSync("real.json", join(within.folder, "models.json"));
    expect(await codes(within.home)).toEqual(["openclaw-missing"]);
    const allowed = placed();
    outside(allowed);
    const env = { OPENCLAW_INCLUDE_ROOTS: "~/elsewhere" };
    expect(await codes(allowed.home, env)).toEqual(["openclaw-missing"]);
  });

  function outside({ home, text, folder }: ReturnType<typeof placed>) {
    symlinkSync(home.write("elsewhere/models.json", text), join(folder, "models.json"));
  }
});
