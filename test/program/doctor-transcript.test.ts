import { describe, it } from "vitest";
import { prepareDoctor } from "../helpers/doctor.ts";
import { expectTranscript } from "../helpers/transcript.ts";

/** What differs from run to run: times, request ids, and how often what was piped through is counted. */
const mask = (text: string) =>
  text
    .replace(/\d+ ms/g, "N ms")
    .replace(/\d+ 毫秒/g, "N 毫秒")
    .replace(/ +N ms/g, " N ms")
    .replace(/\d+\.\d (s|秒)\b/g, "N.N $1")
    .replace(/\d+\.\d 秒/g, "N.N 秒")
    .replace(/\d{22}demo/g, "REQUEST");

describe("what doctor prints", () => {
  it.each([
    ["doctor", 80],
    ["doctor-narrow", 60],
  ])("for two faults of the config and one of the gateway: %s", async (name, columns) => {
    const agents = "params: { temperature: 0.7 }";
    const doctor = await prepareDoctor({
      models: ["qwen3-max", "kimi-k2.5", "qwen-plus"],
      agents,
      script: {
        faults: [
          {
            when: { route: "chat", model: "qwen3-max" },
            what: { kind: "error", error: "upstream-unavailable" },
          },
        ],
      },
    });
    await expectTranscript(name, [["doctor"], ["doctor", "--offline", "--verbose"]], {
      home: doctor.home,
      columns,
      mask,
    });
  });
});
