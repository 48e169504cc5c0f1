import { describe, expect, it } from "vitest";
import { readRestingStatus, readRestingStore } from "../../../src/core/keys/index.ts";

const status = (unusableProfiles: readonly object[]) =>
  `Config warning: x\n${JSON.stringify({ auth: { unusableProfiles } })}`;

describe("readRestingStatus", () => {
  it("returns the credentials of AIsa, the key of the config among them", () => {
    const found = readRestingStatus(
      status([
        { profileId: "aisa:manual", provider: "aisa", kind: "disabled", reason: "billing", until: 2000 },
        { profileId: "inline-api-key:aisa", kind: "disabled", reason: "auth", until: 3000 },
        { profileId: "work", provider: "aisa", kind: "cooldown", until: 4000 },
        { profileId: "openai:manual", provider: "openai", kind: "cooldown", until: 4000 },
        { profileId: "aisa:odd", provider: "aisa", until: 1e300 },
      ]),
    );
    expect(found).toEqual([
      { id: "aisa:manual", kind: "disabled", reason: "billing", until: 2000 },
      { id: "inline-api-key:aisa", kind: "disabled", reason: "auth", until: 3000 },
      { id: "work", kind: "cooldown", until: 4000 },
    ]);
  });

  it.each(["", "error: x", '{"valid":true}', "{"])("cannot read %j", (output) => {
    expect(readRestingStatus(output)).toBeUndefined();
  });
});

describe("readRestingStore", () => {
  const store = (stats: object, profiles = {}) =>
    JSON.stringify({ profiles, usageStats: { "aisa:manual": stats, "openai:x": stats, work: stats } });

  it.each([
    [{ disabledUntil: 2000, disabledReason: "billing" }, [["disabled", "billing"]]],
    [{ cooldownUntil: 2000 }, [["cooldown", undefined]]],
    [{ cooldownUntil: 1500, disabledUntil: 2000, disabledReason: "auth" }, [["disabled", "auth"]]],
    [{ cooldownUntil: 900, errorCount: 3 }, []],
    [{ cooldownUntil: "soon" }, []],
  ])("of %j is %j at 1000", (stats, expected) => {
    expect(readRestingStore(store(stats), 1000).map((one) => [one.kind, one.reason])).toEqual(expected);
  });

  it("knows a profile of any name by its provider", () => {
    const named = readRestingStore(store({ cooldownUntil: 2000 }, { work: { provider: "aisa" } }), 1000);
    expect(named.map((one) => one.id)).toEqual(["aisa:manual", "work"]);
  });

  it("has none where the store is no JSON", () => {
    expect(readRestingStore("{", 1000)).toEqual([]);
  });
});
