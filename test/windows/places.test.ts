import { describe, expect, test } from "vitest";
import { hasWindows, makeWindowsHome, runWindows } from "./wine.ts";

const key = "sk-windows000000000000000000000000abcd";

describe.skipIf(!hasWindows)("on Windows", () => {
  test("onboard makes the config and the .env in the user's folder, and undo takes both away", async () => {
    const home = makeWindowsHome();
    const [onboarded, listed, undone] = await runWindows(home, [
      ["onboard", "--offline", "--yes", "--aisa-api-key", key, "--key-storage", "dotenv"],
      ["models", "list", "--offline", "--json"],
      ["undo", "--yes"],
    ]);
    expect(onboarded).toEqual({});
    expect(listed?.json()).toMatchObject({ ok: true });
    expect(undone).toMatchObject({ code: 0 });
    expect(home.exists(home.config)).toBe(false);
  });
});
