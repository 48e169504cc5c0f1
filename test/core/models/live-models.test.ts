import { describe, expect, it } from "vitest";
import { readModelList } from "../../../src/core/models/live-models.ts";

describe("readModelList", () => {
  it.each([
    null,
    5,
    "x",
    [],
    {},
    { data: "nope" },
    { success: false, data: [] },
    { data: [{ id: 5 }, null, {}] },
  ])("is not a list of models: %j", (body) => expect(readModelList(body, [])).toBeUndefined());

  it("accepts an empty list", () => {
    expect(readModelList({ success: true, data: [] }, [])).toEqual({ models: [], ignored: [] });
  });

  it("keeps the order and the first of duplicates, and reports what it left out", () => {
    const listing = readModelList(
      {
        data: [
          { id: "b/x:1.5@y+z-" },
          { id: "a", owned_by: "one" },
          { id: "a", owned_by: "two" },
          { id: "\u001b[31mx" },
          7,
        ],
      },
      [],
    );
    expect(listing?.models).toEqual([{ id: "b/x:1.5@y+z-" }, { id: "a", ownedBy: "one" }]);
    expect(listing?.ignored).toHaveLength(2);
    expect(listing?.ignored.join()).not.toContain("\u001b");
  });

  it("reads limits and prices where they are stated, and ignores implausible ones", () => {
    const stated = {
      id: "a",
      context_length: 262144,
      top_provider: { max_completion_tokens: 32768 },
      pricing: { prompt: "0.0000012", completion: 0.0000048 },
    };
    expect(readModelList({ data: [stated] }, [])?.models).toEqual([
      { id: "a", contextWindow: 262144, maxTokens: 32768, price: { input: 1.2, output: 4.8 } },
    ]);
    const nonsense = {
      id: "a",
      owned_by: 5,
      supported_endpoint_types: null,
      context_length: -1,
      max_output_tokens: 1.5,
      pricing: { prompt: "free", completion: 1e9 },
    };
    expect(readModelList({ data: [nonsense] }, [])?.models).toEqual([{ id: "a" }]);
  });
});
