import { describe, expect, test } from "vitest";
import { hasWindows, makeWindowsHome, runWindows, type Step } from "./wine.ts";

const set: Step = { args: ["models", "set", "kimi-k2.5", "--offline", "--json"] };

/** A user's home that is set up, and a step beside which a program of Windows holds one of its files open. */
async function makeHeld(file: string, ms: number) {
  const home = makeWindowsHome();
  const env = { AISA_API_KEY: "sk-windows000000000000000000000000abcd" };
  await runWindows(home, [{ args: ["onboard", "--offline", "--yes"], env }]);
  const beside = `"{node}" -e "setTimeout(() => {}, ${ms})" < ${file}`;
  return { home, before: home.read(home.config), during: { ...set, beside } };
}

describe.skipIf(!hasWindows)("a file on Windows that another program holds open", () => {
  test("is replaced as soon as that program closes it", async () => {
    const { home, during } = await makeHeld(".openclaw\\openclaw.json", 1_500);
    const [done] = await runWindows(home, [during]);
    expect(done?.json()).toMatchObject({ ok: true, changed: true });
    expect(home.read(home.config)).toContain("aisa/kimi-k2.5");
  });

  test("stays as it is when that program never closes it, and the message says so", async () => {
    const { home, before, during } = await makeHeld(".openclaw\\openclaw.json", 9_000);
    const [done] = await runWindows(home, [during]);
    const { code, detail, remedy } = done?.json().problems[0] ?? {};
    expect({ exit: done?.code, code, detail }).toEqual({
      exit: 5,
      code: "config-unwritable",
      detail: "Another program has the file open and did not close it.",
    });
    expect(remedy?.text).toContain("OneDrive");
    expect(home.read(home.config)).toBe(before);
  });
});
