import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeBench } from "../helpers/demo.ts";
import { modeOf, type OnboardData, onboard, valueIn } from "../helpers/onboard.ts";
import { keys } from "../helpers/screen.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const block = (url: string) =>
  `{ models: { providers: { aisa: { baseUrl: "${url}", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [{ id: "qwen3-max", name: "Qwen3 Max" }] } } } }\n`;

/** A bench without a key in its environment; the working directory is `work it` with a `.env` that holds one. */
async function inWorkspace(text = (key: string) => `OTHER=1\nAISA_API_KEY="${key}"\n`) {
  const bench = await makeBench();
  const { home, gateway } = bench;
  const file = home.write("work it/.env", text(gateway.key));
  return { ...bench, env: { AISA_BASE_URL: gateway.url }, file, cwd: `${home.path}/work it` };
}

describe("a key in the .env of the working directory", () => {
  it.each([[[]], [["-y"]], [["-y", "--key-storage", "config"]], [["--dry-run"]]])(
    "is neither stored nor sent unasked: onboard %j",
    async (args) => {
      const bench = await inWorkspace();
      const { home, file, cwd, gateway } = bench;
      const done = await onboard(bench, args, { cwd });
      expect([done.code, home.exists(home.config), home.exists(home.dotenv)]).toEqual([2, false, false]);
      expect(gateway.requests).toEqual([]);
      expect(done.stderr).toContain(`onboard --aisa-api-key-file '${file}'`);
    },
  );

  it("does not replace the key of a config that OpenClaw uses", async () => {
    const bench = await inWorkspace();
    const { home, cwd, gateway } = bench;
    home.write(".openclaw/openclaw.json", block(gateway.url));
    const text = `AISA_API_KEY='sk-older-0123456789abcdef'\n`;
    home.write(".openclaw/.env", text);
    const done = await onboard(bench, ["-y", "--no-validate", "--no-verify", "--json"], { cwd });
    expect([done.code, home.read(home.dotenv)]).toEqual([0, text]);
    expect(done.json<OnboardData>().data.key).toMatchObject({ source: "dotenv", masked: "sk-…cdef" });
  });

  it("is used when its file is named, whatever else is in it", async () => {
    const bench = await inWorkspace();
    const { home, file, cwd, gateway } = bench;
    const done = await onboard(bench, ["-y", "--aisa-api-key-file", file], { cwd });
    expect([done.code, modeOf(home.dotenv)]).toEqual([0, 0o600]);
    expect(home.read(home.dotenv)).toBe(`AISA_API_KEY='${gateway.key}'\n`);
    expect(valueIn(home, ["models", "providers", "aisa", "apiKey"])).toBe("${AISA_API_KEY}");
  });

  it("is offered on a terminal with its full path, and Enter declines it", async () => {
    const bench = await inWorkspace();
    const started = startOnTerminal(["onboard"], { ...bench, columns: 160 });
    await started.shows(`from ${bench.file}`);
    await started.shows("❯ Enter another key");
    started.type(keys.enter);
    await started.shows("✔ AIsa API key Enter another key");
    await started.shows("Get one:");
    expect(bench.gateway.requests).toEqual([]);
    started.type(keys.interrupt);
    expect(await started.ended()).toBe(130);
  });

  it.each([[["models", "test", "-y"]], [["models", "list", "--all"]], [["doctor"]]])(
    "is named with its full path where %j sends it, as OpenClaw would",
    async (args) => {
      const bench = await inWorkspace();
      const { home, env, file, cwd, gateway } = bench;
      home.write(".openclaw/openclaw.json", block(gateway.url));
      const done = await run([...args, "--json"], { home, env, cwd });
      const found = done.json().problems.filter((one) => one.code === "workspace-key");
      expect(found).toMatchObject([{ severity: "warning", title: expect.stringContaining(file) }]);
      expect(gateway.requests.length).toBeGreaterThan(0);
      expect(done.stdout + done.stderr).not.toContain(gateway.key);
    },
  );

  it("counts as the state directory's own if OpenClaw runs from there", async () => {
    const bench = await inWorkspace();
    bench.home.write(".openclaw/.env", `AISA_API_KEY=${bench.gateway.key}\n`);
    const done = await onboard(bench, ["--json"], { cwd: `${bench.home.path}/.openclaw` });
    expect([done.code, done.json<OnboardData>().data.key.source]).toEqual([0, "dotenv"]);
  });
});
