import { describe, expect, it } from "vitest";
import { shellCommands } from "../../../src/core/terminal/index.ts";

const posix = shellCommands("posix", "linux");

describe("reaching the config that was chosen", () => {
  it.each([
    [
      { profile: "work" },
      "Written; openclaw-aisa undo restores it",
      "Written; openclaw-aisa --profile work undo restores it",
    ],
    [{ dev: true }, "openclaw-aisa models set a", "openclaw-aisa --dev models set a"],
    [
      { config: "/a b/c.json" },
      "openclaw-aisa doctor --fix",
      "openclaw-aisa --config '/a b/c.json' doctor --fix",
    ],
    [
      { config: "/a/c.json" },
      "Run openclaw gateway restart",
      "Run OPENCLAW_CONFIG_PATH=/a/c.json openclaw gateway restart",
    ],
    [{ profile: "work" }, "openclaw gateway restart", "openclaw --profile work gateway restart"],
    [{ dev: true }, "先运行 `openclaw models status`", "先运行 `openclaw --dev models status`"],
    [
      { profile: "work", dev: true },
      "npx openclaw-aisa onboard",
      "npx openclaw-aisa --profile work --dev onboard",
    ],
    [{ profile: "work" }, "openclaw-aisa models set --help", "openclaw-aisa models set --help"],
    [{ profile: "work" }, "openclaw-aisa onboard --demo", "openclaw-aisa onboard --demo"],
    [{ profile: "work" }, "~/.openclaw/openclaw-aisa undo", "~/.openclaw/openclaw-aisa undo"],
    [
      { profile: "work" },
      "openclaw is not on PATH; as openclaw --profile does",
      "openclaw is not on PATH; as openclaw --profile does",
    ],
    [{ config: "-" }, "openclaw-aisa onboard", "openclaw-aisa onboard"],
    [{}, "openclaw-aisa undo", "openclaw-aisa undo"],
  ])("%j: %s", (chosen, text, expected) => {
    const address = posix.reaching(chosen);
    expect(address(text)).toBe(expected);
    expect(address(address(text))).toBe(expected);
  });

  it("quotes for the shell in use", () => {
    const address = shellCommands("cmd", "win32").reaching({ config: "C:\\a b.json" });
    expect(address("openclaw-aisa undo")).toBe('openclaw-aisa --config "C:\\a b.json" undo');
    expect(address("openclaw doctor")).toBe('set "OPENCLAW_CONFIG_PATH=C:\\a b.json" && openclaw doctor');
  });
});
