import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-demo-place-0123456789abcdef";
const own = `{ agents: { defaults: { model: { primary: 'openai/gpt-5' } } } }\n`;
const onboard = ["onboard", "--offline", "--aisa-api-key", key, "--key-storage", "dotenv", "-y"];

/** The beginning of every command of ours that a text names; long lines were broken. */
const commandsIn = (text: string) =>
  [...text.replace(/\s+/g, " ").matchAll(/(?<![\w./-])openclaw-aisa (?=[a-z-])[^"]{0,50}/g)].map(
    ([one]) => one,
  );

describe("printed commands", () => {
  it.each([["--profile", "work"], ["--profile=work"], ["--dev"], ["--config", "own place/openclaw.json"]])(
    "reach the config of the run: %s",
    async (...place) => {
      const home = makeHome(own);
      await run([...place, ...onboard], { home });
      const shown =
        place[0] === "--config" ? "--config 'own place/openclaw.json'" : place.join(" ").replace("=", " ");
      for (const args of [
        ["models", "set", "kimi-k2.5", "--offline"],
        ["undo"],
        ["undo", "--list"],
        ["status"],
        ["doctor", "--offline"],
        ["models", "set", "gpt-nothing", "--offline"],
        ["models", "set", "gpt-nothing", "--offline", "--json"],
        ["explain", "401 invalid api key"],
        ["uninstall", "-y"],
        ["models", "list", "--offline"],
      ]) {
        const done = await run([...place, ...args], { home });
        const said = commandsIn(done.stdout + done.stderr);
        expect(said.length, args.join(" ")).not.toBe(0);
        expect(said.filter((one) => !one.startsWith(`openclaw-aisa ${shown} `))).toEqual([]);
      }
    },
  );

  it("lead back to the profile that was changed, whatever the default one holds", async () => {
    const home = makeHome(own);
    await run(onboard, { home });
    await run(["--profile", "work", ...onboard], { home });
    const [config, dotenv] = [home.read(home.config), home.read(home.dotenv)];
    const work = join(home.path, ".openclaw-work", "openclaw.json");
    const before = home.read(work);
    const set = await run(["--profile", "work", "models", "set", "kimi-k2.5", "--offline"], { home });
    const [, undo = ""] = /openclaw-aisa (.*undo)\b/.exec(set.stdout) ?? [];
    await run(undo.split(" "), { home });
    expect([home.read(home.config), home.read(home.dotenv)]).toEqual([config, dotenv]);
    expect(home.read(work)).toBe(before);
  });

  it("carry each profile that apply and doctor go through, in text and in JSON", async () => {
    const home = makeHome(own);
    home.write("aisa.yaml", "primary: qwen3-max\nprofiles: { work: { primary: qwen3-max } }\n");
    const applied = await run(["apply", "aisa.yaml", "--offline"], { home });
    expect(applied.stdout.match(/openclaw-aisa (?:\S+ )*undo\b/g)).toEqual([
      "openclaw-aisa undo",
      "openclaw-aisa --profile work undo",
    ]);
    for (const form of [[], ["--json"]]) {
      const looked = await run(["doctor", "--all-profiles", "--probe", ...form], { home });
      const said = commandsIn(looked.stdout).join("\n");
      expect(said).toMatch(/openclaw-aisa (?!--profile)/);
      expect(said).toMatch(/openclaw-aisa --profile work /);
    }
  });
});
