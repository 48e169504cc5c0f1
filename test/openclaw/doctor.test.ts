import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { faults, faultsAtOnce, faultyText } from "../helpers/config-faults.ts";
import { chats, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

/** The block that the skill document prints: refused by every OpenClaw. */
const documented = (baseUrl: string) => ({
  models: {
    mode: "merge",
    providers: {
      aisa: {
        baseUrl,
        apiKey: "${AISA_API_KEY}",
        api: "openai-completions",
        models: [
          {
            id: "aisa/qwen3-max",
            name: "Qwen3 Max",
            reasoning: true,
            input: ["text", "image"],
            contextWindow: 256000,
            maxTokens: 16384,
            supportsDeveloperRole: false,
            cost: { input: 1.2, output: 4.8, cacheRead: 0, cacheWrite: 0 },
          },
        ],
      },
    },
  },
  agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
});

describe.each(versions)("doctor beside OpenClaw %s", (version) => {
  it("mends the documented block, which OpenClaw refuses; then a turn answers", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version, documented(gateway.url));
    const env = bench.env({ AISA_API_KEY: gateway.key });
    const refused = await bench.openclaw(["config", "validate", "--json"], { env });
    expect(refused.output).toContain("supportsDeveloperRole");

    const found = await run(["doctor", "--json"], { home: bench.home, env, timeoutMs: 90_000 });
    const codes = found.json().problems.map((one) => one.code);
    expect(codes).toEqual(
      expect.arrayContaining(["misplaced-compat", "double-prefixed-id", "config-schema"]),
    );
    expect(found.code).toBe(1);

    const mended = await run(["doctor", "--fix", "--yes", "--json"], {
      home: bench.home,
      env,
      timeoutMs: 90_000,
    });
    expect([mended.code, mended.json().changed]).toEqual([0, true]);
    const turn = await bench.turn({ env });
    expect(turn.code).toBe(0);
    expect(chats(gateway).at(-1)?.model).toBe("qwen3-max");
  });

  it("mends everything that it knows at once, and OpenClaw accepts what it refused", async () => {
    // A temperature in an entry is known from 2026.6.11 on.
    const possible = faults.filter((one) => one.what !== "a temperature in the entry");
    const bench = makeBench(version, {});
    writeFileSync(bench.home.config, faultyText(faultsAtOnce(possible)));
    const env = bench.env({ AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" });
    const validate = () => bench.openclaw(["config", "validate", "--json"], { env });
    expect((await validate()).code).not.toBe(0);
    const options = { home: bench.home, env, timeoutMs: 90_000 };
    const mended = await run(["doctor", "--offline", "--fix", "--yes", "--json"], options);
    expect([mended.code, mended.json().changed]).toEqual([0, true]);
    expect((await validate()).code).toBe(0);
    const again = await run(["doctor", "--offline", "--fix", "--yes", "--json"], options);
    expect([again.code, again.json().changed]).toEqual([0, false]);
  });
});
