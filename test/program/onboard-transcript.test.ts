import { describe, it } from "vitest";
import { makeBench } from "../helpers/demo.ts";
import { expectTranscript } from "../helpers/transcript.ts";
import { strangersConfig } from "../helpers/wizard.ts";

/** Times differ from run to run, and so do the blanks in front of them. */
const maskTimes = (text: string) => text.replace(/ +<?\d+\.\d (s\b|秒)/g, "  TIME $1");

describe("what onboard prints without a terminal", () => {
  it.each([
    ["onboard", 80],
    ["onboard-narrow", 60],
  ])("%s.md: the demo, then a look at a config that has others in it", async (name, columns) => {
    const { home, env } = await makeBench({}, strangersConfig);
    const commands = [
      ["onboard", "--demo"],
      ["onboard", "--dry-run", "--preset", "kimi"],
    ];
    await expectTranscript(name, commands, { home, env, columns, mask: maskTimes });
  });
});
