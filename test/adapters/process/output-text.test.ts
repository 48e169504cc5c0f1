import { expect, it } from "vitest";
import { outputText } from "../../../src/adapters/process/output-text.ts";

// "不是内部或外部命令" in the code page of a Chinese Windows.
const gbk = Buffer.from("b2bbcac7c4dab2bfbbf2cde2b2bfc3fcc1ee", "hex");

it.each([
  ["win32", Buffer.from("'openclaw' 不是内部命令"), "'openclaw' 不是内部命令"],
  ["win32", gbk, "不是内部或外部命令"],
  ["win32", Buffer.from([0x66, 0xfc, 0x72, 0x20, 0xff]), "für ÿ"],
  ["linux", Buffer.from([0x61, 0xff]), "a\ufffd"],
])("on %s, what a program prints is read in the encoding it has", (platform, bytes, text) => {
  expect(outputText(bytes, platform)).toBe(text);
});
