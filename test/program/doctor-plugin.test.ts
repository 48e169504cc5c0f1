import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type FakeOpenClaw, placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { makeHome } from "../helpers/home.ts";

const withPlugin = { plugins: { entries: { aisa: { enabled: true } } } };

/** Doctor's problems and the calls of OpenClaw, for a home whose OpenClaw has the plugin. */
async function examine(fake: Partial<FakeOpenClaw>, config: object = withPlugin) {
  const home = makeHome(JSON.stringify(config));
  const openclaw = placeOpenClaw(home, { version: "2026.9.6", ...fake });
  home.write("bin/there", "", 0o600);
  const done = await run(["doctor", "--offline", "--json"], { home, env: { PATH: openclaw.path } });
  const { problems } = done.json();
  return { codes: problems.map((one) => one.code), problems, calls: openclaw.calls() };
}

describe("doctor where the plugin is installed", () => {
  it("requires no provider block", async () => {
    const { codes } = await examine({});
    expect(codes).not.toContain("provider-missing");
    expect(codes).not.toContain("plugin-conflict");
  });

  it("names another plugin that claims the provider", async () => {
    const { problems } = await examine({ rivals: ["aisa-other"] });
    const conflict = problems.find((one) => one.code === "plugin-conflict");
    expect(conflict?.title).toContain("aisa-other");
  });

  it("prints the command that activates an inactive sign-in", async () => {
    const { problems } = await examine({ signIns: ["aisa:setup-7"] });
    const asleep = problems.find((one) => one.code === "sign-in-inactive");
    expect(asleep?.remedy.commands).toEqual(["openclaw models auth activate aisa:setup-7 --agent main"]);
  });

  it("does not ask OpenClaw about plugins where the config names none, or the version is too old", async () => {
    const asked = (calls: readonly string[]) => calls.filter((call) => call.startsWith("plugins "));
    expect(asked((await examine({}, {})).calls)).toEqual([]);
    expect(asked((await examine({ version: "2026.3.13" })).calls)).toEqual([]);
  });
});
