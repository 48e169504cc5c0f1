import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { soundConfig } from "../helpers/config-faults.ts";
import { makeBench } from "../helpers/demo.ts";
import { makeHome } from "../helpers/home.ts";

const key = "sk-mac000000000000000000000000000abcd";
const agent = (variables: string) => `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
  <key>Label</key><string>ai.openclaw.gateway</string>
  <key>EnvironmentVariables</key><dict>${variables}</dict>
</dict></plist>
`;
const places = "Library/LaunchAgents/ai.openclaw.gateway.plist";
const platform = "darwin";

describe("on macOS", () => {
  it.each([
    ["without the key", "<key>HOME</key><string>/Users/ann</string>", true],
    ["with the key", `<key>AISA_API_KEY</key><string>${key}</string>`, false],
  ])("doctor reads the launch agent %s", async (_name, variables, isMissing) => {
    const home = makeHome(JSON.stringify(soundConfig));
    home.write(places, agent(variables));
    const env = { AISA_API_KEY: key };
    const done = await run(["doctor", "--offline", "--json"], { home, env, platform });
    const codes = done.json().problems.map((one) => one.code);
    expect(codes.includes("key-not-visible-to-gateway")).toBe(isMissing);
    expect(done.stdout).not.toContain(key);
    expect(done.json().data["service"]).toContain("ai.openclaw.gateway.plist");
  });

  it("the aisa tool's key is found in ~/Library, and the model list is kept there, whatever XDG says", async () => {
    const { gateway, home } = await makeBench();
    home.write("Library/Preferences/aisa-cli-nodejs/config.json", JSON.stringify({ apiKey: gateway.key }));
    const env = { AISA_BASE_URL: gateway.url, XDG_CONFIG_HOME: join(home.path, "elsewhere") };
    const args = ["onboard", "--yes", "--no-verify", "--json"];
    const done = await run(args, { home, env, platform });
    expect(done.json()).toMatchObject({ ok: true, data: { key: { masked: "sk-…cdef", source: "other" } } });
    expect(home.exists(join(home.path, "Library", "Preferences", "openclaw-aisa", "settings.json"))).toBe(
      true,
    );
    expect(home.exists(join(home.path, "elsewhere"))).toBe(false);
  });
});
