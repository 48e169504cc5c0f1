import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { prepareDoctor } from "../helpers/doctor.ts";
import { type FakeOpenClaw, placeOpenClaw } from "../helpers/fake-openclaw.ts";

const store = ".openclaw/agents/main/sessions/sessions.json";
const pinnedTo = (model: string) => ({ providerOverride: "aisa", modelOverride: model, model: "x" });
const text = `${JSON.stringify({
  "agent:main:main": pinnedTo("qwen-plus"),
  "agent:main:whatsapp": pinnedTo("kimi-k2.5"),
  "agent:main:cli": { model: "qwen3-max" },
})}\n`;

async function prepare(fake?: FakeOpenClaw) {
  const doctor = await prepareDoctor({ models: ["qwen3-max", "kimi-k2.5"] });
  const { home } = doctor;
  home.write(store, text);
  const openclaw = fake && placeOpenClaw(home, fake);
  const env = openclaw ? { PATH: openclaw.path } : {};
  Object.assign(doctor.env, env);
  const set = (...args: string[]) =>
    run(["models", "set", "qwen3-max", "--offline", "--json", ...args], { home, env });
  return { ...doctor, openclaw, set };
}

/** A home whose sessions are in a database, which only OpenClaw itself reads. */
async function prepareDatabase(gateway: boolean) {
  const sessions = [{ key: "agent:main:main", agentId: "main", ...pinnedTo("kimi-k2.5") }];
  const all = await prepare({ version: "2026.9.6", gateway, says: { sessions: { sessions } } });
  all.home.write(".openclaw/agents/main/agent/openclaw-agent.sqlite", "");
  return all;
}

const pinnedIn = (done: { problems: { code: string }[] }) =>
  done.problems.filter((one) => one.code === "pinned-session");

describe("sessions with a model of their own", () => {
  it("are named by doctor with what they send, and their file is left alone", async () => {
    const { look, home } = await prepare();
    const done = await look("--fix", "--yes");
    expect(pinnedIn(done)).toMatchObject([
      {
        severity: "warning",
        title: "1 session uses a model id that the gateway does not have",
        evidence: ["agent:main:main → aisa/qwen-plus"],
        remedy: { commands: ["openclaw-aisa models set qwen3-max --sessions"] },
      },
      { severity: "info", evidence: ["agent:main:whatsapp → aisa/kimi-k2.5"] },
    ]);
    expect(home.read(`${home.path}/${store}`)).toBe(text);
  });

  it("are read from OpenClaw where they are in its database", async () => {
    const { look, openclaw } = await prepareDatabase(true);
    expect(pinnedIn(await look())).toMatchObject([{ evidence: ["agent:main:main → aisa/kimi-k2.5"] }]);
    // OpenClaw would else restore an older config while it is asked.
    expect(openclaw?.readOnly()).toEqual(
      expect.arrayContaining(["models status --json", "sessions --json --all-agents --limit all"]),
    );
  });

  it("are counted by models set, which switches them on demand through the gateway", async () => {
    const { set, openclaw } = await prepareDatabase(true);
    const noted = (await set()).json();
    expect(pinnedIn(noted)).toMatchObject([{ severity: "info" }]);
    expect(noted.data).toMatchObject({ sessions: { kept: [{ key: "agent:main:main" }], switched: [] } });
    const done = await set("--sessions");
    expect([done.code, done.json().changed, pinnedIn(done.json())]).toEqual([0, true, []]);
    expect(done.json().data).toMatchObject({
      sessions: { kept: [], switched: [{ model: "aisa/kimi-k2.5" }] },
    });
    expect(openclaw?.calls()).toContain(
      'gateway call sessions.patch --params {"key":"agent:main:main","model":null} --json',
    );
  });

  it("are left alone by a dry run", async () => {
    const { set, openclaw } = await prepareDatabase(true);
    const done = (await set("--sessions", "--dry-run")).json();
    expect(done).toMatchObject({ changed: false, data: { sessions: { switched: [{}] } } });
    expect(openclaw?.calls().join("\n")).not.toContain("sessions.patch");
  });

  it("stay, with an error, while the gateway does not run", async () => {
    const { set } = await prepareDatabase(false);
    const done = await set("--sessions");
    expect(done.code).toBe(1);
    const [problem] = pinnedIn(done.json());
    expect(problem).toMatchObject({
      severity: "error",
      title: "1 session could not be switched to the default model",
      remedy: { commands: ["openclaw gateway start", "openclaw-aisa models set qwen3-max --sessions"] },
    });
    expect(problem).toMatchObject({ detail: expect.stringContaining("gateway closed (1006)") });
  });
});
