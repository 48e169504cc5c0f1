import { expect, it } from "vitest";
import { quotePath } from "../../../src/core/text/index.ts";

it.each([
  ["/work/.env", "/work/.env"],
  ["/my work/.env", "'/my work/.env'"],
  ["/it's $HOME/.env", "'/it'\\''s $HOME/.env'"],
  ["C:\\my work/.env", '"C:\\my work/.env"'],
  ["\\\\host\\share/.env", '"\\\\host\\share/.env"'],
])("quotes %s as one argument", (path, quoted) => {
  expect(quotePath(path)).toBe(quoted);
});
