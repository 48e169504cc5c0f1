import { describe, expect, it } from "vitest";
import { readKeyFile } from "../../../src/core/keys/key-file.ts";
import { readKey } from "../../../src/core/keys/key-text.ts";

const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1";

describe("a pasted key", () => {
  it.each([
    [key, []],
    [`  ${key}\r\n`, []],
    [`export AISA_API_KEY=${key}`, ["assignment"]],
    [`AISA_API_KEY = '${key}'`, ["assignment", "quotes"]],
    [`export OPENAI_API_KEY="Bearer ${key}";`, ["assignment", "quotes", "bearer"]],
    [`set AISA_API_KEY=${key}`, ["assignment"]],
    [`set "AISA_API_KEY=${key}"`, ["assignment"]],
    [`setx AISA_API_KEY "${key}"`, ["assignment", "quotes"]],
    [`$env:AISA_API_KEY = "${key}"`, ["assignment", "quotes"]],
    [`set -gx AISA_API_KEY ${key}`, ["assignment"]],
    [`"apiKey": "${key}",`, ["assignment", "quotes"]],
    [`api_key: ${key}`, ["assignment"]],
    [`Authorization: Bearer ${key}`, ["bearer"]],
    [`bearer ${key}`, ["bearer"]],
    [`“${key}”`, ["quotes"]],
    [`\u200b${key}\u200b`, ["invisible"]],
    [`\uFEFF${key}`, []],
    [`${key.slice(0, 12)}\n${key.slice(12)}\n`, ["line-breaks"]],
    [`"${key.slice(0, 9)}\r\n  ${key.slice(9, 15)}\r\n  ${key.slice(15)}"`, ["quotes", "line-breaks"]],
  ])("%j is read, and what was around it is named", (text, removed) => {
    expect(readKey(text)).toEqual({ key, removed: expect.arrayContaining(removed) });
    expect(readKey(text)?.removed).toHaveLength(removed.length);
  });

  it.each([
    "",
    "   ",
    "two words",
    `${key}\n${key}`,
    `${key}\nis mine`,
    `${key} # mine`,
    "密钥",
    `""`,
    "Bearer ",
  ])("%j is no key", (text) => {
    expect(readKey(text)).toBeUndefined();
  });
});

describe("a file with a key", () => {
  it.each([
    [`AISA_API_KEY='${key}'\n`, []],
    [`# mine\nOTHER=1\nexport AISA_API_KEY="Bearer ${key}"\n`, ["bearer"]],
    [`"${key}"\n`, ["quotes"]],
    [`export OTHER_KEY=${key}\n`, ["assignment"]],
  ])("%j: a line of a .env is as it should be, anything else is named", (text, removed) => {
    expect(readKeyFile(text)).toEqual({ key, removed });
  });
});
