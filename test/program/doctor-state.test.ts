import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { checkOf, goodEntry, prepareDoctor } from "../helpers/doctor.ts";
import { placeOpenClaw } from "../helpers/fake-openclaw.ts";
import { valueIn } from "../helpers/onboard.ts";

const later = Date.now() + 5 * 60 * 60 * 1000;
const end = new Date(later).toISOString();
type Doctor = Awaited<ReturnType<typeof prepareDoctor>>;

function placeBeside(
  doctor: Doctor,
  version: string,
  says: NonNullable<Parameters<typeof placeOpenClaw>[1]["says"]>,
) {
  const openclaw = placeOpenClaw(doctor.home, { version, says });
  Object.assign(doctor.env, { PATH: openclaw.path });
  return openclaw;
}
const withCode = (look: Awaited<ReturnType<Doctor["look"]>>, code: string) =>
  look.problems.filter((one) => one.code === code);

describe("a credential that OpenClaw put to rest", () => {
  const resting = (id: string) => ({
    auth: {
      unusableProfiles: [
        { profileId: id, provider: "aisa", kind: "disabled", reason: "billing", until: later },
      ],
    },
  });

  it.each([
    ["2026.9.6", "inline-api-key:aisa", "error", ["openclaw models auth paste-api-key --provider aisa"]],
    [
      "2026.9.6",
      "aisa:manual",
      "error",
      ["openclaw models auth logout aisa:manual", "openclaw models auth paste-api-key --provider aisa"],
    ],
    ["2026.4.15", "aisa:manual", "warning", ["openclaw agent --local --session-id wake -m hello"]],
  ])("of %s, %s, is named with its end, and how to wake it", async (version, id, severity, commands) => {
    const doctor = await prepareDoctor();
    placeBeside(doctor, version, { status: resting(id) });
    expect(withCode(await doctor.look(), "resting-profile")).toMatchObject([
      {
        severity,
        detail: expect.stringContaining("Reason: billing."),
        evidence: [`${id}: disabled (billing) until ${end}`],
        remedy: { commands },
      },
    ]);
  });

  it("is told with what the gateway says of the key now", async () => {
    const doctor = await prepareDoctor();
    placeBeside(doctor, "2026.9.6", { status: resting("aisa:manual") });
    const detail = async (...args: string[]) =>
      withCode(await doctor.look(...args), "resting-profile")[0]?.detail ?? "";
    expect(await detail()).toContain("The gateway accepts the key now.");
    expect(await detail("--offline")).not.toContain("The gateway");
    doctor.gateway.script = { faults: [{ when: {}, what: { kind: "error", error: "invalid-key" } }] };
    expect(await detail()).toContain("The gateway still rejects it.");
  });

  it("is found in OpenClaw's own file where no OpenClaw runs", async () => {
    const doctor = await prepareDoctor();
    const stats = { "aisa:manual": { disabledUntil: later, disabledReason: "billing" } };
    doctor.home.write(".openclaw/agents/main/agent/auth-state.json", JSON.stringify({ usageStats: stats }));
    expect(withCode(await doctor.look("--offline"), "resting-profile")).toHaveLength(1);
  });
});

describe("OpenClaw's own commands", () => {
  it("run side by side, and once, also with --fix", async () => {
    const doctor = await prepareDoctor({ models: [goodEntry("aisa/qwen3-max")], primary: "qwen3-max" });
    const status = { auth: { unusableProfiles: [] } };
    const says = { status, sessions: { sessions: [] } };
    const openclaw = placeOpenClaw(doctor.home, { version: "2026.9.6", together: true, says });
    Object.assign(doctor.env, { PATH: openclaw.path });
    doctor.home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "");
    const done = await doctor.look("--offline", "--fix", "--yes");
    expect(done.changed).toBe(true);
    for (const id of ["accepted", "resting", "pinned-sessions"]) expect(checkOf(done, id).status).toBe("ok");
    const calls = openclaw.calls().filter((call) => /^(?:sessions|models status)/.test(call));
    expect(calls.toSorted()).toEqual(["models status --json", "sessions --json --all-agents --limit all"]);
  });
});

describe.skipIf(process.platform !== "linux")("the environment of the background service", () => {
  const unit = ".config/systemd/user/openclaw-gateway.service";
  const service = "service-key-missing";
  const inService = (doctor: Doctor, text: string) => doctor.home.write(unit, `[Service]\n${text}\n`);

  it("lists the key's variable without a value", async () => {
    const doctor = await prepareDoctor();
    inService(doctor, 'Environment="OPENCLAW_SERVICE_MANAGED_ENV_KEYS=AISA_API_KEY,OTHER"');
    const look = await doctor.look("--offline");
    expect(withCode(look, service)).toMatchObject([
      {
        title: "The background service lists AISA_API_KEY without a value",
        remedy: { commands: ["openclaw gateway install --force"] },
      },
    ]);
  });

  it("has another key than .env, in its file of variables", async () => {
    const doctor = await prepareDoctor();
    const file = doctor.home.write(".openclaw/gateway.systemd.env", "AISA_API_KEY=sk-old-0123456789abcdef\n");
    inService(doctor, `EnvironmentFile=-${file}`);
    const [found] = withCode(await doctor.look("--offline"), service);
    expect(found?.evidence[0]).toMatch(/gateway\.systemd\.env: AISA_API_KEY=sk-…cdef$/);
    expect(found?.path).toContain("gateway.systemd.env");
  });

  it("has an older key in a drop-in, which installing again does not change", async () => {
    const doctor = await prepareDoctor();
    inService(doctor, `Environment=AISA_API_KEY=${doctor.gateway.key}`);
    doctor.home.write(
      `${unit}.d/key.conf`,
      '[Service]\nEnvironment="AISA_API_KEY=sk-old-0123456789abcdef"\n',
    );
    const [found] = withCode(await doctor.look("--offline"), service);
    expect(found?.remedy.commands).toEqual(["openclaw gateway restart"]);
  });

  it("does not matter for a key that is written out in the config", async () => {
    const doctor = await prepareDoctor();
    inService(doctor, "Environment=AISA_API_KEY=sk-old-0123456789abcdef");
    const config = doctor.home.read(doctor.home.config);
    doctor.home.write(".openclaw/openclaw.json", config.replace("${AISA_API_KEY}", doctor.gateway.key));
    expect(checkOf(await doctor.look("--offline"), "service-key").status).toBe("skipped");
  });

  it("is fine with the same key, and without one", async () => {
    const doctor = await prepareDoctor();
    inService(doctor, `Environment=AISA_API_KEY=${doctor.gateway.key}`);
    expect(withCode(await doctor.look("--offline"), service)).toEqual([]);
    inService(doctor, "Environment=HOME=/root");
    expect(withCode(await doctor.look("--offline"), service)).toEqual([]);
  });
});

describe("cron jobs", () => {
  const jobs = [
    { id: "j1", name: "daily", payload: { model: "aisa/qwen-plus" } },
    { id: "j2", name: "weekly", payload: { model: "aisa/qwen3-max" } },
    { id: "j3", name: "other", payload: { model: "aisa/deepseek-v3.1" } },
  ];

  it("are named where their model is out of use or not configured, and the file is left alone", async () => {
    const doctor = await prepareDoctor();
    const text = JSON.stringify({ version: 1, jobs });
    const file = doctor.home.write(".openclaw/cron/jobs.json", text);
    const look = await doctor.look("--offline", "--fix", "--yes");
    expect(withCode(look, "stale-cron-model").map((one) => one.remedy.commands)).toEqual([
      ["openclaw cron edit j1 --model aisa/qwen-plus-2025-12-01"],
      ["openclaw cron edit j3 --model aisa/qwen3-max"],
    ]);
    expect(doctor.home.read(file)).toBe(text);
  });

  it("are asked of the gateway of a newer OpenClaw only while it runs", async () => {
    const port = (url: string) => new URL(url).port;
    const doctor = await prepareDoctor();
    const openclaw = placeBeside(doctor, "2026.9.6", { cron: { jobs } });
    expect(checkOf(await doctor.look("--offline"), "cron").status).toBe("skipped");
    // Anything that listens will do for a gateway here.
    Object.assign(doctor.env, { OPENCLAW_GATEWAY_PORT: port(doctor.gateway.url) });
    expect(withCode(await doctor.look("--offline"), "stale-cron-model")).toHaveLength(2);
    expect(openclaw.calls().filter((call) => call.includes("cron list"))).toHaveLength(1);
  });
});

describe("AIsa's provider under another name", () => {
  const entry = goodEntry("qwen3-max");
  async function prepare(name: string, around = "") {
    const doctor = await prepareDoctor();
    const url = doctor.gateway.url;
    doctor.home.write(
      ".openclaw/openclaw.json",
      `{
  // mine
  models: { providers: { "${name}": { baseUrl: "${url}", apiKey: "${doctor.gateway.key}", api: "openai-completions",
    models: [ ${entry} ] } } },
  agents: { defaults: { model: { primary: "${name}/qwen3-max", fallbacks: ["openai/x"] },
    models: { "${name}/qwen3-max": { alias: "q" } } } },
  hooks: { mappings: [ { model: "${name}/qwen3-max" } ] }, ${around}
}
`,
    );
    doctor.home.write(".openclaw/.env", "");
    Object.assign(doctor.env, { AISA_BASE_URL: url });
    return doctor;
  }

  it.each(["AIsa", "aisa-api", "custom-api-aisa-one"])(
    "%s is named, asked with its own key, and renamed",
    async (name) => {
      const doctor = await prepare(name);
      const found = await doctor.look();
      expect(found.problems.map((one) => one.code)).not.toContain("provider-missing");
      expect(found.problems.map((one) => one.code)).not.toContain("missing-key");
      expect(withCode(found, "provider-misnamed")).toMatchObject([{ severity: "error", fixable: true }]);
      const sent = doctor.gateway.requests.filter((one) => one.headers["authorization"] !== undefined);
      expect(new Set(sent.map((one) => one.headers["authorization"]))).toEqual(
        new Set([`Bearer ${doctor.gateway.key}`]),
      );
      const fixed = await doctor.look("--fix", "--yes");
      expect(withCode(fixed, "provider-misnamed")).toEqual([]);
      const text = doctor.home.read(doctor.home.config);
      expect(text).toContain("// mine");
      expect(text).not.toContain(name);
      expect(valueIn(doctor.home, ["agents", "defaults", "model"])).toEqual({
        primary: "aisa/qwen3-max",
        fallbacks: ["openai/x"],
      });
      expect(valueIn(doctor.home, ["hooks", "mappings", 0, "model"])).toBe("aisa/qwen3-max");
      expect(valueIn(doctor.home, ["agents", "defaults", "models"])).toEqual({
        "aisa/qwen3-max": { alias: "q" },
      });
    },
  );

  it("stays where OpenClaw has a sign-in of that name", async () => {
    const around = 'auth: { profiles: { "aisa-api:manual": { provider: "aisa-api", mode: "api_key" } } }';
    const doctor = await prepare("aisa-api", around);
    expect(withCode(await doctor.look("--fix", "--yes"), "provider-misnamed")).toMatchObject([
      { fixable: false, remedy: { commands: ["openclaw-aisa onboard"] } },
    ]);
  });
});

describe("maxTokens larger than the context window", () => {
  it("is the cause that is named, before the money that it would reserve, and fixed", async () => {
    const large = goodEntry("qwen3-max", "maxTokens: 999999, contextWindow: 131072");
    const doctor = await prepareDoctor({ models: [large] });
    const found = await doctor.look();
    expect(found.problems[0]).toMatchObject({ code: "max-tokens-too-large", fixable: true });
    expect(found.problems.map((one) => one.code)).not.toContain("insufficient-quota");
    const text = "400 max_tokens is too large: 999999. This model supports at most 16384 completion tokens";
    const explained = await run(["explain", text], { home: doctor.home });
    expect(explained.stdout).toContain("models.providers.aisa.models[0].maxTokens = 999999");
    await doctor.look("--fix", "--yes");
    expect(valueIn(doctor.home, ["models", "providers", "aisa", "models", 0, "maxTokens"])).toBe(16_384);
  });
});
