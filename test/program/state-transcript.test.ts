import { describe, it } from "vitest";
import { goodEntry, prepareDoctor } from "../helpers/doctor.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { expectTranscript } from "../helpers/transcript.ts";

/** Times, and how many checks there are. */
const mask = (text: string) =>
  text
    .replace(/\d+\.\d ?(s|秒)/g, "N.N $1")
    .replace(/\d+ (checks fine · )\d+/g, "N $1N")
    .replace(/\d+ (项检查正常 · )\d+/g, "N $1N");
const end = Date.UTC(2099, 0, 1);

describe.skipIf(process.platform !== "linux")(
  "what is printed about OpenClaw's state beside the config",
  () => {
    it("by doctor and models set", async () => {
      const large = goodEntry("qwen3-max", "maxTokens: 999999, contextWindow: 131072");
      const doctor = await prepareDoctor({ models: [large, "kimi-k2.5"], primary: "qwen3-max" });
      const { home } = doctor;
      const pinned = (modelOverride: string) => ({ providerOverride: "aisa", modelOverride });
      const agent = ".openclaw/agents/main";
      home.write(
        `${agent}/sessions/sessions.json`,
        JSON.stringify({
          "agent:main:main": pinned("qwen-plus"),
          "agent:main:telegram:1": pinned("kimi-k2.5"),
          "agent:main:telegram:2": pinned("deepseek-v3.1"),
        }),
      );
      const jobs = [
        { id: "0b1c", name: "daily", payload: { model: "aisa/qwen-plus" } },
        { id: "7f3a", name: "weekly", payload: { model: "aisa/deepseek-v3.1" } },
      ];
      home.write(".openclaw/cron/jobs.json", JSON.stringify({ version: 1, jobs }));
      home.write(
        ".config/systemd/user/openclaw-gateway.service",
        '[Service]\nEnvironment="OPENCLAW_SERVICE_MANAGED_ENV_KEYS=AISA_API_KEY"\n',
      );
      const resting = { profileId: "aisa:manual", provider: "aisa", kind: "disabled", reason: "billing" };
      const says = { status: { auth: { unusableProfiles: [{ ...resting, until: end }] } } };
      const { path } = placeOpenClaw(home, { version: "2026.4.15", says });
      await expectTranscript(
        "state",
        [
          ["doctor", "--offline"],
          ["models", "set", "qwen3-max", "--offline"],
          ["models", "set", "qwen3-max", "--offline", "--sessions"],
        ],
        { home, env: { PATH: path }, mask },
      );
    });

    it("by doctor about AIsa's provider under another name", async () => {
      const { home, gateway } = await prepareDoctor();
      const block = `{ baseUrl: "${gateway.url}", apiKey: "\${AISA_API_KEY}", api: "openai-completions", models: [ ${goodEntry("qwen3-max")} ] }`;
      home.write(
        ".openclaw/openclaw.json",
        `{
  models: { providers: { "custom-api-aisa-one": ${block} } },
  agents: { defaults: { model: { primary: "custom-api-aisa-one/qwen3-max" } } },
}
`,
      );
      const env = { AISA_BASE_URL: gateway.url };
      await expectTranscript("provider-misnamed", [["doctor", "--offline"]], { home, env, mask });
    });
  },
);
