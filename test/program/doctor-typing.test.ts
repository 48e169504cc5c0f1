import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const broken = `{
  // my config
  gateway: { mode: 'local' }
  models: { providers: { aisa: {
    baseUrl: 'https://api.aisa.one/v1',
    apiKey: '\${AISA_API_KEY}'，
    models: [{ id: 'qwen-plus', name: 'Qwen Plus' }],
  } } },
}
`;
const env = { AISA_API_KEY: "sk-demo-typing-0123456789abcdef" };

describe("a config with typing errors", () => {
  it("is corrected together with its other faults in one change, and undo restores every byte", async () => {
    const home = makeHome(broken);
    const fixed = await run(["doctor", "--fix", "--yes", "--offline", "--json"], { home, env });
    expect(fixed.json().changed).toBe(true);
    const text = home.read(home.config);
    expect(text).toContain("// my config\n  gateway: { mode: 'local' },\n  models");
    expect(text).toContain("'${AISA_API_KEY}',\n    models: [{ id: 'qwen-plus-2025-12-01'");
    await run(["undo"], { home, env });
    expect(home.read(home.config)).toBe(broken);
  });

  it("is shown with the place of the first error, and changed by no other command", async () => {
    const home = makeHome(broken);
    const set = await run(["models", "set", "kimi-k2.5", "--offline", "--json"], { home, env });
    const [problem] = set.json().problems;
    expect([set.code, problem?.code, problem?.path]).toEqual([5, "config-syntax", `${home.config}:3:29`]);
    expect(problem?.remedy.commands).toEqual(["openclaw-aisa doctor --fix"]);
    const checked = await run(["doctor", "--fix", "--check", "--offline", "--json"], { home, env });
    expect([checked.code, checked.json().changed]).toEqual([10, false]);
    expect(home.read(home.config)).toBe(broken);
  });

  it("is corrected in an included file", async () => {
    const home = makeHome(`{ models: { $include: './models.json' } }`);
    const included = home.write(".openclaw/models.json", `{ providers: { other: { models: [] }, } "x": 1 }`);
    await run(["doctor", "--fix", "--yes", "--offline"], { home, env });
    expect(home.read(included)).toBe(`{ providers: { other: { models: [] }, }, "x": 1 }`);
  });
});
