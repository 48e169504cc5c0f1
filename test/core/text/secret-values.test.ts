import { describe, expect, it } from "vitest";
import { secretValues } from "../../../src/core/text/secret-values.ts";

describe("secretValues", () => {
  it.each([
    ["JSON", '{ "apiKey": "demo-key-1234", "baseUrl": "https://api.aisa.one/v1" }', ["demo-key-1234"]],
    ["JSON5", "{ apiKey: 'demo-key-1234', botToken: 'demo token' }", ["demo-key-1234", "demo token"]],
    ["headers", '{ headers: { "x-api-key": "demo-key-1234" } }', ["demo-key-1234"]],
    [".env", "AISA_API_KEY=demo-key-1234\nexport DB_PASSWORD='demo pass'\n", ["demo-key-1234", "demo pass"]],
    ["escapes", String.raw`{ apiKey: "demo\"key" }`, [String.raw`demo\"key`]],
    ["a broken text", '{ apiKey: "demo-key-1234", models: [', ["demo-key-1234"]],
    ["each once", '{ apiKey: "demo-key-1234", token: "demo-key-1234" }', ["demo-key-1234"]],
    ["a commented line", "// apiKey: 'demo-key-1234'", ["demo-key-1234"]],
  ])("%s", (_, text, expected) => {
    expect(secretValues(text)).toEqual(expected);
  });

  it("takes time proportional to the text", () => {
    for (const piece of ["x", "key", "key:", 'key: "', "key ", "key: '\\", "token-"])
      expect(secretValues(piece.repeat(300_000))).toBeDefined();
  });

  it.each([
    ["a variable", '{ apiKey: "${AISA_API_KEY}" }'],
    ["the bare name of one", '{ apiKey: "AISA_API_KEY" }'],
    ["a number", "{ maxTokens: 65536, contextTokens: 1000000 }"],
    ["a word of JSON", "{ useToken: true, key: null }"],
    ["an object", "{ token: { source: 1 } }"],
    ["an empty value", "AISA_API_KEY=\n"],
  ])("takes %s for none", (_, text) => {
    expect(secretValues(text)).toEqual([]);
  });
});
