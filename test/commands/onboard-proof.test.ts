import { expect, it } from "vitest";
import { run } from "../../src/commands/onboard/index.ts";
import type { ChatResult, Context, Gateway, OpenClaw } from "../../src/ports.ts";
import { forgetful } from "../helpers/context.ts";
import { makeDoctorContext } from "../helpers/doctor-context.ts";
import { makeHome } from "../helpers/home.ts";

const env = { AISA_API_KEY: "sk-aisa-3f9c1b7e5d2a4860" };
const options = { validate: true, verify: true, plugin: false };

/** A context with a gateway and an OpenClaw that note when they are asked. */
function makeProof() {
  const events: string[] = [];
  const chat = async (): Promise<ChatResult> => {
    events.push("chat");
    return { text: "OK", reasoning: "", toolCalls: [], firstTokenMs: 1, totalMs: 2, chunks: 1, pieces: 1 };
  };
  const gateway: Gateway = {
    models: async () => [{ id: "qwen3-max" }],
    balance: async () => undefined,
    chat,
  };
  const openclaw: OpenClaw = {
    state: async () => ({ kind: "ready", path: "/openclaw", version: "2026.9.6" }),
    run: async (args) => {
      if (args[0] !== "config") return { code: 0, stdout: "{}", stderr: "", timedOut: false };
      events.push("verdict");
      return { code: 0, stdout: '{"valid":true}', stderr: "", timedOut: false };
    },
  };
  const context: Context = {
    ...makeDoctorContext(makeHome("{}"), env),
    settings: async () => forgetful,
    gateway: async () => gateway,
    openclaw: async () => openclaw,
  };
  return { context, events };
}

it("asks the model after OpenClaw accepted what was written, or at once if nothing was written", async () => {
  const { context, events } = makeProof();
  expect(await run(context, options)).toMatchObject({ changed: true, problems: [] });
  expect(events).toEqual(["verdict", "chat"]);
  events.length = 0;
  const again = await run(context, options);
  expect(again).toMatchObject({ changed: false, problems: [] });
  expect(again.data).toMatchObject({ verified: { openclaw: "accepted", chat: "answered" } });
  expect(events).toEqual(["chat", "verdict"]);
});
