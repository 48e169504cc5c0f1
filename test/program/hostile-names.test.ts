import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";

const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ours = /\u001b\[(?:1|2|22|31|32|33|36|39)m/g;

/** A sequence that a terminal obeys, or part of one. */
const weapon = fc.constantFrom(
  "\u001b[4m",
  "\u001b[2J",
  "\u001b]0;owned\u0007",
  "\u001b]8;;http://evil.example\u001b\\",
  "\u001b[",
  "\u001b",
  "\u009b5m",
  "\u009d0;x\u009c",
  "\r",
  "\b\b",
  "\u0000",
  "\u007f",
  "\u202e",
  "\u2066",
  "\u200f",
  "\u061c",
);

const configWith = (evil: string) =>
  JSON.stringify({
    models: {
      providers: {
        aisa: {
          baseUrl: "https://api.aisa.one/v1",
          apiKey: "${AISA_API_KEY}",
          api: "openai-completions",
          models: [
            { id: `qwen3${evil}max`, name: `Qwen${evil}`, compat: { [`odd${evil}`]: true } },
            { id: "kimi-k2.5", name: `${evil}Kimi`, reasoning: `${evil}` },
          ],
        },
        [`other${evil}`]: { baseUrl: `http://x${evil}`, models: [{ id: evil, name: evil }] },
      },
    },
    agents: {
      defaults: {
        model: { primary: `aisa/qwen3${evil}max`, fallbacks: [`aisa/no${evil}`, evil] },
        models: { [`aisa/kimi${evil}`]: { alias: evil, params: { temperature: evil } } },
      },
    },
  });

const commands = [
  ["onboard", "--dry-run"],
  ["models", "list", "--all"],
  ["models", "set", "kimi-k2.5", "--dry-run"],
  ["models", "add", "qwen3-max", "--dry-run"],
  ["models", "remove", "kimi-k2.5", "--dry-run"],
  ["models", "info", "kimi-k2.5"],
  ["models", "test", "kimi-k2.5"],
  ["models", "cost"],
  ["models", "sync", "--dry-run"],
  ["doctor"],
  ["doctor", "--report", "-"],
  ["undo", "--dry-run"],
  ["plugin", "install", "--dry-run"],
  ["plugin", "status"],
  ["skill", "install", "--dry-run"],
];

async function expectClean(args: readonly string[], evil: string, config: string): Promise<void> {
  const says = `Error: bad ${evil} thing`;
  const faults = [{ when: { route: "chat" }, what: { kind: "raw", status: 503, body: says } }] as const;
  const bench = await makeBench({ models: ["kimi-k2.5", `m${evil}x`, evil], faults }, config);
  const openclaw = placeOpenClaw(bench.home, {
    version: "2026.9.6",
    refuses: "no",
    judges: { kind: "refuses", says: says.replaceAll("\u0000", "") },
  });
  const where = `${args.join(" ")} with ${JSON.stringify(evil)}`;
  for (const color of ["0", "1"]) {
    const env = { ...bench.env, PATH: openclaw.path, FORCE_COLOR: color };
    const done = await run(args, {
      home: bench.home,
      env,
    });
    const shown = done.stdout + done.stderr;
    expect(color === "1" ? shown.replace(ours, "") : shown, where).not.toMatch(forbidden);
  }
  const json = await run([...args, "--json"], {
    home: bench.home,
    env: { ...bench.env, PATH: openclaw.path },
  });
  expect(json.stdout, where).not.toMatch(forbidden);
  json.json();
}

describe("control characters from a config, a gateway and OpenClaw never reach the terminal", () => {
  it.each(commands.map((args) => ({ name: args.join(" "), args })))("in $name", async ({ args }) => {
    for (const evil of fc.sample(fc.array(weapon, { minLength: 1, maxLength: 3 }), 3))
      await expectClean(args, `${evil.join("z")}!`, configWith(`${evil.join("z")}!`));
  });

  it("in an excerpt of a syntax error", async () => {
    for (const evil of fc.sample(weapon, 5))
      for (const args of [["doctor"], ["models", "list"], ["onboard", "--dry-run"]])
        await expectClean(args, evil, `{ "a": "x${evil}y" "b${evil}": oops${evil} }`);
  });

  it("in the words of the command line itself", async () => {
    for (const evil of fc.sample(weapon, 5))
      for (const args of [
        [`--no${evil}`],
        [`no${evil}`],
        ["models", "set", evil],
        ["explain", `503 ${evil}`],
      ])
        await expectClean(args, evil, "{}");
  });
});
