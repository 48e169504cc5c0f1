import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { spawnProgram } from "../helpers/cli.ts";
import { faults, faultsAtOnce, faultyText } from "../helpers/config-faults.ts";
import { chats, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

type Figures = [id: string, name: string, context: number, output: number, prices: number[], image?: boolean];

const five: Figures[] = [
  ["qwen3-max", "Qwen3 Max", 256_000, 16_384, [1.2, 4.8, 0], true],
  ["qwen-plus-2025-12-01", "Qwen Plus", 256_000, 16_384, [0.3, 0.9, 0], true],
  ["qwen-mt-flash", "Qwen MT Flash", 256_000, 8192, [0.05, 0.3, 0]],
  ["deepseek-v3.1", "DeepSeek V3.1", 131_072, 8192, [0.27, 1.1, 0.07]],
  ["kimi-k2.5", "Kimi K2.5", 131_072, 8192, [0.6, 2.4, 0]],
];

/** The config that the skill document prints, refused by every OpenClaw: prefixed ids, `supportsDeveloperRole` on top. */
const documented = (baseUrl: string) => ({
  models: {
    providers: {
      aisa: {
        baseUrl,
        apiKey: "${AISA_API_KEY}",
        api: "openai-completions",
        models: five.map(([id, name, contextWindow, maxTokens, [input, output, cacheRead], image]) => ({
          id: `aisa/${id}`,
          name,
          reasoning: true,
          input: image ? ["text", "image"] : ["text"],
          contextWindow,
          maxTokens,
          supportsDeveloperRole: false,
          cost: { input, output, cacheRead, cacheWrite: 0 },
        })),
      },
    },
  },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
});

describe.each(versions)("doctor with OpenClaw %s", (version) => {
  it("fixes the documented block, which OpenClaw rejects; then a turn answers", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version, documented(gateway.url));
    const env = bench.env({ AISA_API_KEY: gateway.key });
    const refused = await bench.openclaw(["config", "validate", "--json"], { env });
    expect(refused.code).not.toBe(0);
    expect(refused.output).toContain("supportsDeveloperRole");

    const found = await spawnProgram(["doctor", "--json"], { home: bench.home, env, timeoutMs: 90_000 });
    const codes = found.json().problems.map((one) => one.code);
    expect(codes).toEqual(
      expect.arrayContaining(["misplaced-compat", "double-prefixed-id", "config-schema"]),
    );
    expect(found.code).toBe(1);

    const fixed = await spawnProgram(["doctor", "--fix", "--yes", "--json"], {
      home: bench.home,
      env,
      timeoutMs: 90_000,
    });
    expect([fixed.code, fixed.json().changed]).toEqual([0, true]);
    const accepted = await bench.openclaw(["config", "validate", "--json"], { env });
    expect([accepted.code, JSON.parse(accepted.stdout)]).toMatchObject([0, { valid: true }]);
    const entries = JSON.parse(bench.home.read(bench.home.config)).models.providers.aisa.models;
    expect(entries).toEqual(
      documented(gateway.url).models.providers.aisa.models.map(({ supportsDeveloperRole, ...entry }) => ({
        ...entry,
        id: entry.id.replace("aisa/", ""),
        compat: { supportsDeveloperRole },
      })),
    );
    const turn = await bench.turn({ env });
    expect(turn.code, turn.output).toBe(0);
    expect(chats(gateway).at(-1)).toMatchObject({ model: "qwen3-max", max_completion_tokens: 16_384 });
    expect(chats(gateway).at(-1)?.messages[0]?.role).toBe("system");
  });

  it("fixes every known fault at once, and OpenClaw accepts the config that it rejected", async () => {
    // A temperature in an entry is known from 2026.6.11 on.
    const possible = faults.filter((one) => one.what !== "a temperature in the entry");
    const bench = makeBench(version, {});
    writeFileSync(bench.home.config, faultyText(faultsAtOnce(possible)));
    const env = bench.env({ AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" });
    const validate = () => bench.openclaw(["config", "validate", "--json"], { env });
    expect((await validate()).code).not.toBe(0);
    const options = { home: bench.home, env, timeoutMs: 90_000 };
    const fixed = await spawnProgram(["doctor", "--offline", "--fix", "--yes", "--json"], options);
    expect([fixed.code, fixed.json().changed]).toEqual([0, true]);
    expect((await validate()).code).toBe(0);
    const again = await spawnProgram(["doctor", "--offline", "--fix", "--yes", "--json"], options);
    expect([again.code, again.json().changed]).toEqual([0, false]);
  });
});
