import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";

const config = '{ models: { providers: { aisa: { models: [{ id: "my-own-model", name: "Mine" }] } } } }';

describe("completion under models", () => {
  it.each([
    [
      ["models", ""],
      ["add", "cost", "help", "info", "list", "remove", "set", "sync", "test"],
    ],
    // As Windows PowerShell hands over an empty word.
    [
      ["models", '""'],
      ["add", "cost", "help", "info", "list", "remove", "set", "sync", "test"],
    ],
    [["models", "remove", "my"], ["my-own-model"]],
    [["models", "add", "kimi-k2.5", "kimi-k2.6"], ["kimi-k2.6"]],
    [["models", "remove", "my-own-model", "--primary", "my"], ["my-own-model"]],
    [["models", "test", "my"], ["my-own-model"]],
    [["models", "test", "--ru"], ["--runs"]],
    [["models", "sync", "--off"], ["--offline"]],
  ])("of %j", async (words, offers) => {
    const done = await run(["completion", "words", "--", ...words], { home: makeHome(config) });
    expect([done.code, done.stdout.trim().split("\n")]).toEqual([0, offers]);
  });
});
