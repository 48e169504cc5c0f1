import { describe, expect, it } from "vitest";
import { chats, makeBench, startGateway } from "./harness.ts";
import { versions } from "./install.ts";

describe.each(versions)("OpenClaw %s", (version) => {
  it("answers through the demo gateway with a minimal provider block", async () => {
    const gateway = await startGateway();
    const bench = makeBench(version, {
      models: {
        providers: {
          aisa: {
            baseUrl: gateway.url,
            apiKey: gateway.key,
            api: "openai-completions",
            models: [{ id: "qwen3-max", name: "Qwen3 Max" }],
          },
        },
      },
      agents: { defaults: { model: { primary: "aisa/qwen3-max" } } },
    });
    // As it is installed, with every plugin that it brings; the other tests do without most of them.
    const run = await bench.turn({ env: { OPENCLAW_BUNDLED_PLUGINS_DIR: undefined } });
    expect(run.code, run.output).toBe(0);
    expect(chats(gateway)[0]?.model).toBe("qwen3-max");
  });
});
