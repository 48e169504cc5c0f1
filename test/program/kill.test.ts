import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanEnv, program, run } from "../helpers/cli.ts";
import { isLong } from "../helpers/corpus.ts";
import { makeFaults } from "../helpers/faults.ts";
import { type Home, makeHome } from "../helpers/home.ts";

const config = `// my agent
{
  models: { providers: { aisa: { baseUrl: 'https://api.aisa.one/v1', apiKey: '\${AISA_API_KEY}', models: [] } } },
  note: "${"x".repeat(100_000)}",
}
`;

/** The models that are set in turn: each changes the default one. */
const models = ["qwen3-max", "deepseek-v3.1"] as const;

/** Sets a model and kills the program after some ms, or lets it end. Out: true when it was killed. */
function setAndKill(
  home: Home,
  model: string,
  afterMs: number,
  env: Record<string, string> = {},
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, "models", "set", model, "--offline"], {
      env: cleanEnv(home, env),
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), afterMs);
    child.once("error", reject);
    child.once("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });
}

const dirOf = (home: Home) => dirname(home.config);
const strays = (home: Home) => readdirSync(dirOf(home)).filter((name) => /\.tmp$|\.lock/.test(name));

/** The texts that the config has with each model, made by runs that nobody disturbs. */
async function versionsOf(home: Home): Promise<string[]> {
  const texts: string[] = [];
  // Twice: the first round adds the entries, the second only changes the default model.
  for (const model of [...models, ...models]) {
    expect((await run(["models", "set", model, "--offline"], { home })).code).toBe(0);
    texts.push(home.read(home.config));
  }
  return texts.slice(-2);
}

describe("models set, killed", () => {
  // Every step of the write stands in the next test; this one asks whether there are steps that it does not know.
  it.runIf(isLong)(
    "at 100 random moments: the config is always one of the two, whole",
    async () => {
      const home = makeHome(config);
      const texts = await versionsOf(home);
      const started = performance.now();
      await setAndKill(home, models[0], 60_000);
      const whole = performance.now() - started;
      let killed = 0;
      for (let count = 0; killed < 100; count++) {
        // Most of a run is starting up: the kills are spread over the later half, where the files are written.
        const moment = whole * (0.5 + 0.55 * Math.random());
        if (await setAndKill(home, models[count % 2 === 0 ? 0 : 1], moment)) killed++;
        expect(texts).toContain(home.read(home.config));
        expect(count).toBeLessThan(1_000);
      }
      expect((await run(["models", "set", models[0], "--offline"], { home })).code).toBe(0);
      expect((await run(["models", "set", models[1], "--offline"], { home })).code).toBe(0);
      expect(home.read(home.config)).toBe(texts[1]);
      expect(strays(home)).toEqual([]);
    },
    240_000,
  );

  it("at each step of the write: the old or the new config, whole, and undo still works", async () => {
    const home = makeHome(config);
    const [first = "", second = ""] = await versionsOf(home);
    const faults = makeFaults(dirOf(home));
    let [old, next, model] = [second, first, models[0] as string];
    const seen = new Set<string>();
    for (let step = 1; ; step++) {
      const killed = await setAndKill(home, model, 60_000, faults(step, "kill"));
      const now = home.read(home.config);
      expect([old, next]).toContain(now);
      seen.add(now === old ? "old" : "new");
      if (!killed) break;
      if (now === next) {
        expect((await run(["undo"], { home })).code).toBe(0);
        expect(home.read(home.config)).toBe(old);
        [old, next] = [next, old];
        expect((await run(["undo"], { home })).code).toBe(0);
        model = model === models[0] ? models[1] : models[0];
      }
      expect(step).toBeLessThan(300);
    }
    expect([...seen].sort()).toEqual(["new", "old"]);
    expect(readdirSync(join(dirOf(home), "openclaw-aisa", "backups")).length).toBeGreaterThan(0);
  }, 240_000);
});
